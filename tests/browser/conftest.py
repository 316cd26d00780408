"""The browser's fixtures. Every test that opens a page fails on any complaint of the browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.harness import Complaints, Visitors, launch


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium per worker."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """What the browser complained of; settled when the test ends."""
    heard = Complaints()
    yield heard
    heard.settle()


@pytest.fixture
def visitors(browser: Browser, live_server: LiveServer, complaints: Complaints) -> Visitors:
    """Opens devices: `with visitors.visit(width=Width.PHONE, scripts=False) as page`."""
    return Visitors(browser, live_server.url, complaints)


@pytest.fixture
def page(visitors: Visitors) -> Iterator[Page]:
    """A page at desk width in a fresh context; relative addresses lead to the live server."""
    with visitors.visit() as opened:
        yield opened
