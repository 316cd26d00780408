"""The harness must be able to fail, or every other browser test is a decoration."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser

from tests.browser.harness import BrowserComplaint, Complaints, Visitors, Width, axe, no_sideways_scroll

HEAD = '<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">'
BODY = "<body><main><h1>A page</h1></main></body></html>"
PAGES = {
    "/good": f"{HEAD}</head>{BODY}",
    "/inline-style": f"{HEAD}<style>h1 {{ color: red }}</style></head>{BODY}",
    "/broken-script": f'{HEAD}<script src="/broken.js"></script></head>{BODY}',
    "/broken.js": "throw new Error('broken on purpose')",
    "/dead-image": f'{HEAD}</head><body><main><h1>A page</h1><img src="/gone.png" alt="Gone"></main></body></html>',
    "/nameless-image": f'{HEAD}</head><body><main><h1>A page</h1><img src="/dot.svg"></main></body></html>',
    "/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "/wide": f"{HEAD}</head><body><main><h1>{'A' * 400}</h1></main></body></html>",
}
TYPES = {"js": "text/javascript", "svg": "image/svg+xml"}


class _Town(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGES.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", TYPES.get(self.path.rpartition(".")[2], "text/html; charset=utf-8"))
        self.send_header("Content-Security-Policy", "default-src 'self'; img-src 'self' data:")
        self.end_headers()
        self.wfile.write((body or PAGES["/good"]).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the base class writes every request to the terminal."""


@pytest.fixture(scope="module")
def town() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Town)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


def complaints_about(path: str, browser: Browser, town: str, *expected: str) -> Complaints:
    complaints = Complaints(expected=list(expected))
    with Visitors(browser, town, complaints).visit() as page:
        page.goto(path, wait_until="networkidle")
    return complaints


def test_a_quiet_page_passes(browser: Browser, town: str) -> None:
    complaints_about("/good", browser, town).settle()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/inline-style", "Content Security Policy"),
        ("/broken-script", "broken on purpose"),
        ("/dead-image", "answer 404: GET .*/gone.png"),
        ("/missing", "answer 404: GET .*/missing"),
    ],
)
def test_a_complaint_of_the_browser_fails_the_test(browser: Browser, town: str, path: str, said: str) -> None:
    with pytest.raises(BrowserComplaint, match=said):
        complaints_about(path, browser, town).settle()


def test_an_expected_complaint_passes_and_must_really_come(browser: Browser, town: str) -> None:
    complaints_about("/missing", browser, town, "/missing").settle()
    with pytest.raises(BrowserComplaint, match="never heard"):
        complaints_about("/good", browser, town, "/missing").settle()


def test_axe_finds_a_planted_violation_and_passes_a_sound_page(browser: Browser, town: str) -> None:
    with Visitors(browser, town, Complaints()).visit() as page:
        page.goto("/good")
        axe(page)
        page.goto("/nameless-image")
        with pytest.raises(AssertionError, match="image-alt"):
            axe(page)


def test_axe_works_on_a_page_whose_scripts_are_off(browser: Browser, town: str) -> None:
    with Visitors(browser, town, Complaints()).visit(scripts=False) as page:
        page.goto("/nameless-image")
        with pytest.raises(AssertionError, match="image-alt"):
            axe(page)


def test_a_page_wider_than_a_phone_is_caught(browser: Browser, town: str) -> None:
    with Visitors(browser, town, Complaints()).visit(width=Width.PHONE) as page:
        page.goto("/wide")
        with pytest.raises(AssertionError, match="390 px"):
            no_sideways_scroll(page)


def test_a_page_that_calls_another_host_does_not_reach_it(browser: Browser, town: str) -> None:
    complaints = Complaints()
    with Visitors(browser, town, complaints).visit() as page, pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://example.org/")
