"""Takes the picture of a report that the README shows.

    python -m scripts.picture results/CASE/report.html

It needs Chromium. Of the page only the answer and the upper part of the matrix are kept.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import sync_playwright

TARGET: Final = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "report.png"
KEPT: Final = """
  .language, .contents, .origin, section:not([id$="-answer"], [id$="-positions"]) { display: none !important; }
  [id$="-answer"] > :not(h2, .conclusion) { display: none !important; }
"""
WIDTH: Final = 1180
HEIGHT: Final = 1500


def take(report: Path, target: Path) -> None:
    """Write the picture.

    Raises:
        SystemExit: Chromium is not installed.
    """
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("chromium is not installed")
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            home,
            executable_path=program,
            args=["--headless", "--no-sandbox", "--disable-gpu"],
            viewport={"width": WIDTH, "height": HEIGHT},
            bypass_csp=True,
        )
        page = context.new_page()
        page.goto(report.resolve().as_uri())
        page.add_style_tag(content=KEPT)
        page.screenshot(path=target)
        context.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), TARGET)
