"""A real browser that can't leave the machine, and a report to look at."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

from tests.web.looking import Made, Seen

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""A browser without a screen, that asks for nothing of its own."""


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Debian's Chromium with an empty profile; whatever is no local file is cut off."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed: apt install chromium fonts-noto-cjk")
    home = tmp_path_factory.mktemp("browser")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            home / "profile",
            executable_path=program,
            args=QUIET,
            env={**os.environ, "HOME": str(home)},
            viewport={"width": 1280, "height": 900},
        )
        context.route(re.compile(r"^(?!file:|data:|blob:)"), refuse)
        yield context
        context.close()


def refuse(route: Route) -> None:
    """Cut a request off; the page's `Seen` has noted it."""
    route.abort()


@pytest.fixture
def page(browser: BrowserContext) -> Iterator[Page]:
    """A fresh page."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture
def seen(page: Page) -> Seen:
    """What happens on `page` from now on."""
    notes = Seen()
    page.on("request", lambda request: notes.requests.append(request.url))
    page.on("pageerror", lambda error: notes.errors.append(str(error)))
    page.on("console", lambda said: notes.errors.append(said.text) if said.type in {"error", "warning"} else None)
    return notes


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The shipped case, run with the fewest draws."""
    folder = tmp_path_factory.mktemp("run") / "results"
    command = [sys.executable, "-m", "irenic", "run", "--draws", "16", "--out", str(folder), "--quiet"]
    subprocess.run(command, check=True, capture_output=True, timeout=600, cwd=folder.parent)
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    return Made(folder, folder / "report.html", case)
