"""A real browser for tests: it fails on what a person would only see in the console."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request, Response

from scripts.browser import ROOT, find

SHOTS = ROOT / "build" / "shots"
HERE = ("localhost", "127.0.0.1")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The browser resolves no name but this machine's: a page that calls elsewhere fails here, not in a town.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


class Width(Enum):
    """The two screens every public page is looked at on, in CSS pixels."""

    PHONE = 390
    DESK = 1440

    @property
    def height(self) -> int:
        return 844 if self is Width.PHONE else 900


class Scheme(Enum):
    LIGHT = "light"
    DARK = "dark"


class BrowserComplaint(AssertionError):
    """The browser reported something on a page of ours; carries every line of it."""


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium of this machine. Raises NoBrowser."""
    return playwright.chromium.launch(executable_path=find(), args=list(FLAGS))


@dataclass
class Complaints:
    """Listens to a context and keeps what went wrong.

    `expected` holds parts of messages that the test provokes on purpose, such as the address of a page that must
    answer 404; each must then really occur.
    """

    heard: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"script error: {error.message} on {page.url}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def expect(self, part: str) -> None:
        """Allow, and demand, a complaint that contains `part`."""
        self.expected.append(part)

    def settle(self) -> None:
        """Raise BrowserComplaint for what was heard and not expected, or expected and not heard."""
        surprises = [line for line in self.heard if not any(part in line for part in self.expected)]
        surprises += [
            f"expected and never heard: {part}"
            for part in self.expected
            if not any(part in line for line in self.heard)
        ]
        if surprises:
            raise BrowserComplaint("\n".join(surprises))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"console {message.type}: {message.text} at {message.location.get('url', '')}")

    def _failed(self, request: Request) -> None:
        reason = request.failure or ""
        # A page left before its last image arrived is no fault of the page.
        if urlsplit(request.url).hostname in HERE and "ERR_ABORTED" not in reason:
            self.heard.append(f"request failed: {request.method} {request.url} {reason}")

    def _response(self, response: Response) -> None:
        if urlsplit(response.url).hostname in HERE and response.status >= 400:
            self.heard.append(f"answer {response.status}: {response.request.method} {response.url}")


@dataclass(frozen=True)
class Visitors:
    """Opens browser contexts that share one list of complaints; each context is another person's device."""

    browser: Browser
    base_url: str
    complaints: Complaints

    @contextmanager
    def visit(
        self,
        *,
        width: Width = Width.DESK,
        scheme: Scheme = Scheme.LIGHT,
        scripts: bool = True,
        language: str = "en",
    ) -> Iterator[Page]:
        """A page in a fresh context; relative addresses lead to the live server."""
        context = self._context(width, scheme, scripts, language)
        page = context.new_page()
        try:
            yield page
        finally:
            context.close()

    def _context(self, width: Width, scheme: Scheme, scripts: bool, language: str) -> BrowserContext:
        context = self.browser.new_context(
            base_url=self.base_url,
            viewport={"width": width.value, "height": width.height},
            color_scheme=scheme.value,
            java_script_enabled=scripts,
            locale=f"{language}-CA",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        context.on("page", self.complaints.listen)
        return context


def view(page: Page, width: Width) -> None:
    """Give an open page the size of a phone or a desk."""
    page.set_viewport_size({"width": width.value, "height": width.height})


def axe(page: Page) -> None:
    """Raise AssertionError unless the page, as it stands, breaks no accessibility rule."""
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        violations = Axe().run(page).response["violations"]
    else:
        with _twin(page) as twin:
            violations = Axe().run(twin).response["violations"]
    lines = [
        f"{found['id']} ({found['impact']}): {found['help']}\n"
        + "\n".join(f"    {' '.join(map(str, node['target']))}\n      {node['html']}" for node in found["nodes"])
        for found in violations
    ]
    assert not lines, f"{len(lines)} accessibility rules broken on {page.url}\n" + "\n".join(lines)


@contextmanager
def _twin(page: Page) -> Iterator[Page]:
    """The same document where axe can run: with scripts off its promises never settle and it hangs for ever.

    The page's own scripts stay away, and what `noscript` holds is shown, so the twin is what the visitor saw.
    """
    assert page.context.browser
    assert page.viewport_size
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    seen = page.content().replace("<noscript>", "<div>").replace("</noscript>", "</div>")
    context = page.context.browser.new_context(
        viewport=page.viewport_size, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    try:
        context.route("**/*.js", lambda route: route.abort())
        context.route(page.url, lambda route: route.fulfill(body=seen, content_type="text/html; charset=utf-8"))
        twin = context.new_page()
        twin.goto(page.url)
        yield twin
    finally:
        context.close()


def no_sideways_scroll(page: Page) -> None:
    """Raise AssertionError when the page is wider than the screen it is shown on."""
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= screen, f"{page.url} is {wide} px wide on a screen of {screen} px"


def shot(page: Page, name: str) -> Path:
    """Save a picture of the whole page as build/shots/NAME.png; a name may hold folders."""
    path = SHOTS / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True)
    return path
