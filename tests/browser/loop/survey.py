"""Run inside a loaded town: walks every page that is open to anybody and prints what each cost, as JSON.

A process of its own, because the town's settings, addresses and database differ from those of the tests.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import unescape
from urllib.parse import urljoin

import django

OF_EACH_ROUTE = 4
LINK = re.compile(r'<a [^>]*?href="([^"#]+)')


@dataclass(frozen=True, slots=True)
class Visit:
    """One page as it was answered; `own` when it shows a resident's own state."""

    route: str
    address: str
    status: int
    kind: str
    queries: int
    size: int
    own: bool


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Every visit; the routes whose rule lets a resident in; and words that open something."""

    visits: tuple[Visit, ...]
    open_routes: tuple[str, ...]
    words: str


def survey() -> Surveyed:
    """Walk as a stranger from the first page, then as somebody who holds twelve words."""
    from django.test import Client

    from commonground.demo import words
    from commonground.kernel import matrix
    from commonground.kernel.actor import Resident

    spelled = words.spelled("en")
    visits = [*_walk(Client(), ["/en/", "/en/design/", "/en/sign-in/"], own=False)]
    resident, asked = _with_words(spelled, visits)
    visits += _walk(resident, ["/en/follow/", *asked], own=True)
    open_to_anybody = sorted(
        name
        for name, binding in matrix.routes().items()
        if binding is not None and binding.kind != "verb" and binding.open_to(Resident())
    )
    return Surveyed(tuple(visits), tuple(open_to_anybody), spelled)


def _with_words(spelled: str, visits: list[Visit]) -> tuple[object, list[str]]:
    """Somebody who opened the words in the conversation that is open now, and the pages they have there."""
    from django.test import Client

    from commonground.listen.models import Conversation

    now = Conversation.objects.get(status=Conversation.Status.OPEN)
    earlier = Conversation.objects.exclude(pk=now.pk).get()
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.post("/en/find/open/", {"words": spelled, "to": now.id.hex})
    at = f"/en/listen/conversation/{now.id}"
    told = f"/en/follow/?conversation={earlier.id.hex}"
    return client, [told, f"{at}/vote/", f"{at}/mine/", f"{at}/say/", "/en/follow/forget/"]


def _walk(client: object, starts: list[str], *, own: bool) -> Iterator[Visit]:
    """Follow links; of one route a few pages. A resident's pages are only those asked for."""
    seen: set[str] = set()
    of_route: Counter[str] = Counter()
    waiting = list(starts)
    while waiting:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        route = _route(address)
        if route is None or of_route[route] >= OF_EACH_ROUTE:
            continue
        of_route[route] += 1
        visit, body = _visit(client, route, address, own=own)
        yield visit
        if not own and visit.kind == "text/html":
            waiting += [urljoin(address, unescape(link)) for link in LINK.findall(body)]


def _route(address: str) -> str | None:
    from django.urls import Resolver404, resolve

    if not address.startswith("/en/"):
        return None
    try:
        return resolve(address.split("?")[0]).view_name
    except Resolver404:
        return None


def _visit(client: object, route: str, address: str, *, own: bool) -> tuple[Visit, str]:
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    assert isinstance(client, Client)
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    kind = answer.headers.get("Content-Type", "").split(";")[0]
    visit = Visit(route, address, answer.status_code, kind, len(asked), len(answer.content), own)
    return visit, answer.content.decode(errors="replace")


if __name__ == "__main__":
    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    json.dump(asdict(survey()), sys.stdout)
