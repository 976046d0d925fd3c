"""What is looked at: a run of the program, what a page asks for, colours as a reader sees them."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Locator, Page


@dataclass(frozen=True)
class Made:
    """A run of the program: its results folder, the report in it, and what the report was made from."""

    folder: Path
    report: Path
    case: dict[str, Any]

    @property
    def url(self) -> str:
        """Where a browser finds the report."""
        return self.report.as_uri()


@dataclass
class Seen:
    """What happened on a page: requests, console errors, uncaught exceptions."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """Requests for anything but local files and data inside the page."""
        return [url for url in self.requests if not re.match(r"(file|data|blob|about):", url)]


CONTRAST: Final = """
() => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = c => {
    const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c.slice(0, 3);
    }
    return null;
  };
  const poor = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let looked = 0;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement, style = getComputedStyle(element);
    if (!texts.currentNode.data.trim() || element.closest("svg") || !element.checkVisibility()) continue;
    const back = behind(element), [a, b] = [light(parse(style.color)), light(back)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.7 && style.fontWeight >= 700);
    looked += 1;
    if (ratio < (large ? 3 : 4.5)) poor.push(`${ratio.toFixed(2)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
  }
  return {looked, poor};
}
"""

BRIGHTNESS: Final = """
() => {
  const [r, g, b] = [document.body, document.documentElement]
    .map(element => getComputedStyle(element).backgroundColor)
    .find(colour => colour !== "rgba(0, 0, 0, 0)")
    .match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 765;
}
"""

DEAD_LINKS: Final = """
() => [...document.querySelectorAll("a[href]")]
  .map(link => link.getAttribute("href"))
  .filter(target => !document.getElementById(decodeURIComponent(target.slice(1))))
"""

WIDE_TABLES: Final = """
() => [...document.querySelectorAll("table")]
  .filter(table => table.checkVisibility() && table.getBoundingClientRect().right > innerWidth + 1)
  .map(table => table.className)
"""


UNFOLD: Final = "() => document.querySelectorAll('details').forEach(element => { element.open = true; })"

MARKS: Final = """
() => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = c => {
    const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = [document.body, document.documentElement]
    .map(element => getComputedStyle(element).backgroundColor)
    .find(colour => colour !== "rgba(0, 0, 0, 0)");
  const back = light(parse(page).slice(0, 3)), poor = [];
  const pale = ["ranges", "options", "fan", "front", "months", "levers", "no-deal"]
    .map(name => `[aria-labelledby*=-${name}-]`).join(",");
  const marks = [...document.querySelectorAll("svg.picture :is(path, use, text)")].filter(e => e.checkVisibility());
  let looked = 0;
  for (const mark of marks) {
    const style = getComputedStyle(mark);
    const colour = [style.fill, style.stroke].find(paint => paint !== "none");
    if (!colour || mark.closest("defs")) continue;
    if (mark.tagName !== "text" && mark.closest(pale)) continue;
    const front = light(parse(colour).slice(0, 3));
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    looked += 1;
    if (ratio < (mark.tagName === "text" ? 4.5 : 3)) poor.push(`${ratio.toFixed(2)}: ${mark.tagName} ${colour}`);
  }
  return {looked, poor: [...new Set(poor)]};
}
"""
"""Contrast of what pictures of two parties show, and of the words in all; bars and bands are pale on purpose."""

UNTOLD: Final = """
() => [...document.querySelectorAll("svg.picture")]
  .filter(picture => picture.checkVisibility())
  .filter(picture => picture.getAttribute("role") !== "img" || !picture.getAttribute("aria-labelledby").split(" ")
    .every(id => document.getElementById(id)?.textContent.trim()))
  .map(picture => picture.getAttribute("aria-labelledby"))
"""

UNMARKED: Final = """
() => [...document.querySelectorAll("table")]
  .filter(table => table.checkVisibility())
  .filter(table => !table.caption?.textContent.trim() || !table.querySelector("thead th[scope=col]")
    || [...table.querySelectorAll("th")].some(head => !head.scope)
    || [...table.querySelectorAll("thead th")].some(head => !head.textContent.trim()))
  .map(table => table.className)
"""


def texts_hard_to_read(page: Page) -> tuple[int, list[str]]:
    """How many texts were looked at, and those whose contrast is below level AA of WCAG 2.2 (criterion 1.4.3)."""
    found: dict[str, Any] = page.evaluate(CONTRAST)
    return found["looked"], found["poor"]


def brightness(page: Page) -> float:
    """Brightness of the page's ground, from 0 (black) to 1 (white)."""
    return float(page.evaluate(BRIGHTNESS))


def marks_hard_to_see(page: Page) -> tuple[int, list[str]]:
    """How many marks of pictures were looked at, and those below level AA of WCAG 2.2 (criteria 1.4.3 and 1.4.11)."""
    found: dict[str, Any] = page.evaluate(MARKS)
    return found["looked"], found["poor"]


def untold_pictures(page: Page) -> list[str]:
    """Pictures to be seen that lack a title or a description."""
    return list(page.evaluate(UNTOLD))


def unmarked_tables(page: Page) -> list[str]:
    """Tables to be seen that lack a caption, or whose headings don't say what they head."""
    return list(page.evaluate(UNMARKED))


def read_in(report: Page, language: str) -> None:
    """Switch the report to a language."""
    report.locator(f"label.language[lang^={language}]").click()


def section(report: Page, language: str, name: str) -> Locator:
    """A section of the report in a language."""
    return report.locator(f"#{language}-{name}")
