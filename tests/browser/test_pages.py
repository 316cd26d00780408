"""What every public page owes its visitors: for everybody, on any screen, light, and the same from any worker."""

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.harness import Complaints, Visitors, Width, axe, no_sideways_scroll, view
from tests.browser.loop.doors import CHAIR, Door
from tests.browser.loop.survey import Surveyed, Visit
from tests.browser.loop.town import Town, ask, copied

MOST_QUERIES = 12
MOST_BYTES = 100_000
NARROWEST = 320
# The bare address sends on to a language, an entry of the ledger to what it is about, and whoever is not signed in
# is sent away from a workspace: none of these is a page for everybody.
NO_PAGE = {"root", "web:thing", "web:workspace", "people:choose"}
PART = re.compile(r'<(?:link|script|img)[^>]+?(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Served:
    """A loaded town, where it answers, and what a walk through it found."""

    town: Town
    address: str
    found: Surveyed


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """Alder Falls on a server, surveyed."""
    with copied() as town, town.serve("--no-worker") as address:
        told = json.loads(town.python("-m", "tests.browser.loop.survey"))
        visits = tuple(Visit(**visit) for visit in told["visits"])
        yield Served(town, address, Surveyed(visits, tuple(told["open_routes"]), told["words"]))


def longest(found: Surveyed) -> list[Visit]:
    """The longest page of each route: what holds for it holds for its shorter sisters."""
    pages = [visit for visit in found.visits if visit.kind == "text/html" and visit.route not in NO_PAGE]
    return [
        max((page for page in pages if page.route == route), key=lambda page: page.size) for route in _routes(pages)
    ]


def _routes(pages: list[Visit]) -> list[str]:
    return sorted({page.route for page in pages})


def test_every_page_that_is_open_to_anybody_was_visited(served: Served) -> None:
    visited = {visit.route for visit in served.found.visits}
    assert set(served.found.open_routes) - visited - NO_PAGE == set()
    answers = {visit.address: visit.status for visit in served.found.visits if visit.route not in NO_PAGE}
    assert {address: status for address, status in answers.items() if status != 200} == {}


def test_no_page_asks_the_database_more_than_twelve_times(served: Served) -> None:
    dear = {visit.address: visit.queries for visit in served.found.visits if visit.queries > MOST_QUERIES}
    assert dear == {}


def test_a_first_visit_to_any_page_is_light(served: Served) -> None:
    weights = {visit.address: weight(served.address, visit.address) for visit in longest(served.found) if not visit.own}
    assert {address: bytes_ for address, bytes_ in weights.items() if bytes_ > MOST_BYTES} == {}
    assert min(weights.values()) > 3_000, "nothing was weighed"


def weight(town: str, address: str) -> int:
    """Bytes of a first visit, compressed, fonts aside: the page, its styles, scripts and drawings."""
    page = _fetch(urljoin(town, address))
    parts = set(PART.findall(page.decode()))
    assert any(part.endswith(".css") for part in parts)
    return len(gzip.compress(page, 6)) + sum(len(_fetch(urljoin(town, part), compressed=True)) for part in parts)


def _fetch(address: str, *, compressed: bool = False) -> bytes:
    return ask(address, {"Accept-Encoding": "br, gzip"} if compressed else {}).content


# In parts, so that a slow machine is not taken for a browser that hangs.
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_public_page_is_for_everybody_on_a_phone_and_a_desk(
    browser: Browser, served: Served, complaints: Complaints, language: str, part: int
) -> None:
    visitors = Visitors(browser, served.address, complaints)
    broken: list[str] = []
    pages = longest(served.found)[part::PARTS]
    with visitors.visit(language=language) as page:
        for visit in pages:
            if not visit.own:
                broken += faults(page, _in(language, visit.address))
        _open_the_words(page, language, served.found)
        for visit in pages:
            if visit.own:
                broken += faults(page, _in(language, visit.address))
    assert not broken, "\n\n".join(broken)


def _in(language: str, address: str) -> str:
    return address.replace("/en/", f"/{language}/", 1)


def _open_the_words(page: Page, language: str, found: Surveyed) -> None:
    """On this device too, and begin with them in the conversation that is open."""
    vote = next(visit.address for visit in found.visits if visit.route == "listen:vote")
    page.goto(f"/{language}/find/?to={vote.split('/')[-3]}")
    page.locator("textarea").fill(found.words)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**{_in(language, vote)}")


def faults(page: Page, address: str) -> list[str]:
    """What is wrong with a page at 1440, 390 and 320 pixels, in words."""
    answer = page.goto(address)
    assert answer is not None
    if answer.status != 200:
        return [f"{address} answered {answer.status}"]
    found = []
    for width in (Width.DESK.value, Width.PHONE.value, NARROWEST):
        page.set_viewport_size({"width": width, "height": 844})
        checks = (no_sideways_scroll,) if width == NARROWEST else (no_sideways_scroll, axe)
        for check in checks:
            try:
                check(page)
            except AssertionError as fault:
                found.append(f"at {width} px: {fault}")
    view(page, Width.DESK)
    return found


def tag_of(address: str) -> str:
    """The ETag of a page."""
    return str(ask(address).headers["ETag"])


def asked_again(address: str, tag: str) -> int:
    """The status of a page for somebody who holds it already."""
    return ask(address, {"If-None-Match": tag}).status


@pytest.fixture(scope="module")
def two_workers(served: Served) -> Iterator[tuple[str, str]]:
    """Two servers of the same town; each is a process of its own with a cache of its own."""
    with ExitStack() as stack:
        second = stack.enter_context(served.town.serve("--no-worker"))
        yield served.address, second


def test_two_workers_give_a_page_the_same_tag_and_nobody_is_sent_it_twice(
    served: Served, two_workers: tuple[str, str]
) -> None:
    first, second = two_workers
    # The pages that show one's own state, or hold a form with a token of its own, are never cached.
    private = {"people:sign-in", "listen:find", "listen:forgetting"}
    public = [visit for visit in longest(served.found) if not visit.own and visit.route not in private]
    assert len(public) > 15
    for visit in public:
        tag = tag_of(urljoin(first, visit.address))
        assert tag == tag_of(urljoin(second, visit.address)), visit.address
        assert asked_again(urljoin(second, visit.address), tag) == 304, visit.address


def test_a_tag_changes_in_every_worker_when_the_pages_data_change(
    browser: Browser, served: Served, complaints: Complaints, two_workers: tuple[str, str]
) -> None:
    motion = next(visit.address for visit in served.found.visits if _is_open(served, visit))
    addresses = [urljoin(server, motion) for server in two_workers]
    before = tag_of(addresses[0])
    still = tag_of(urljoin(two_workers[1], "/en/never/"))
    with Visitors(browser, two_workers[0], complaints).visit() as page:
        _vote(page, motion, CHAIR)
    after = [tag_of(address) for address in addresses]
    assert after[0] == after[1] != before
    assert [asked_again(address, before) for address in addresses] == [200, 200]
    assert tag_of(urljoin(two_workers[0], "/en/never/")) == still


def _is_open(served: Served, visit: Visit) -> bool:
    return visit.route == "agree:motion" and b"vote open" in _fetch(urljoin(served.address, visit.address))


def _vote(page: Page, motion: str, door: Door) -> None:
    slug, title = door
    page.goto("/en/walk-in/")
    page.locator(f"#{slug}").get_by_role("button", name=title).click()
    page.goto(motion)
    page.get_by_role("radio", name="Yes", exact=True).check()
    page.locator("main").get_by_role("button", name="Vote", exact=True).click()
    expect(page.get_by_role("heading", name="Change the vote of your seat")).to_be_visible()
