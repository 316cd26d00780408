"""What every step of the loop needs: devices, doors, an album of pictures, and the addresses found so far."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Position, expect

from scripts.browser import ROOT
from tests.browser.harness import Visitors, Width
from tests.browser.loop.town import Town

ALBUM = ROOT / "build" / "loop"
# The browser's own quotation mark at the start of a link does not take a click; the words after it do.
IN_THE_TEXT: Position = {"x": 30, "y": 10}


@dataclass(frozen=True, slots=True)
class Texts:
    """What is typed in one journey; each later step looks for what an earlier one typed."""

    title: str
    question: str
    sentence: str
    other_word: str
    theme: str
    priority: str
    dissent: str
    promises: tuple[str, str, str]
    evidence: str
    measure: str
    report: str
    summary: str


@dataclass(slots=True)
class Trail:
    """Addresses and figures that one step finds and a later one needs."""

    engagement: str = ""
    conversation: str = ""
    key: str = ""
    brought_in: int = 0
    words: str = ""
    theme: str = ""
    motion: str = ""
    priority: str = ""
    promise: str = ""
    measure: str = ""
    report: str = ""


@dataclass(slots=True)
class Album:
    """Pictures numbered in the order of the steps."""

    folder: Path
    taken: int = 0

    def clear(self) -> None:
        """Take out the pictures of an earlier journey."""
        for picture in self.folder.glob("*.png"):
            picture.unlink()

    def keep(self, page: Page, name: str) -> None:
        """Save the whole page as NN-name.png."""
        self.taken += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=self.folder / f"{self.taken:02d}-{name}.png", full_page=True)


@dataclass(slots=True)
class Stage:
    """One journey: a town that is served, the people who visit it, and what they type."""

    town: Town
    visitors: Visitors
    album: Album
    texts: Texts
    data: Path
    scripts: bool = True
    trail: Trail = field(default_factory=Trail)

    @contextmanager
    def stranger(self, width: Width = Width.PHONE) -> Iterator[Page]:
        """A new device on which nobody is signed in, at the first page."""
        with self.visitors.visit(width=width, scripts=self.scripts) as page:
            page.goto("/en/")
            try:
                yield page
            except Exception:
                self.album.keep(page, "here-it-failed")
                raise

    @contextmanager
    def persona(self, slug: str, door: str) -> Iterator[Page]:
        """A new device on which somebody has walked in, at their workspace."""
        with self.stranger(Width.DESK) as page:
            main(page).get_by_role("link", name="Walk in as somebody").click()
            page.locator(f"#{slug}").get_by_role("button", name=re.compile(f"{re.escape(door)}$")).click()
            expect(page.get_by_role("heading", level=1)).to_contain_text("Good to see you")
            yield page

    def keep(self, page: Page, name: str) -> None:
        """A picture of this step."""
        self.album.keep(page, name)


def main(page: Page) -> Locator:
    """The page without its frame."""
    return page.locator("main")


def shows(page: Page, *texts: str | re.Pattern[str]) -> None:
    """Every text stands on the page."""
    for text in texts:
        expect(main(page)).to_contain_text(text)


def hides(page: Page, text: str) -> None:
    """The page has arrived, and the text stands nowhere on it."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("body")).not_to_contain_text(text)


def press(page: Page, name: str) -> None:
    """Press a button of the page's own part."""
    main(page).get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """Click the first link of that name in the page's own part, and see it open."""
    link = main(page).get_by_role("link", name=name).first
    target = link.get_attribute("href") or ""
    link.click(position=IN_THE_TEXT)
    page.wait_for_url(f"**{target}")


def onward(page: Page, heading: str, address: str) -> None:
    """Click the station of the thread under a heading that leads to an address."""
    part = main(page).locator("section").filter(has=page.get_by_role("heading", name=heading, exact=True))
    part.locator(f"ol.thread a[href='{urlsplit(address).path}']").click(position=IN_THE_TEXT)
    page.wait_for_url(address)
