"""Asking over HTTP as anybody of the world, and telling whether anything changed."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, reverse
from django.utils import timezone

from commonground.kernel import clock
from commonground.kernel.models import Chain, Entry, Leaf
from commonground.people.middleware import write_cookie
from commonground.ui.middleware import RESIDENT_COOKIE
from tests.access.world import World

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}
ROOMS = {"kernel", "people", "listen", "agree", "act", "measure", "tell"}
NOBODY = "passer-by"

type Typed = Callable[[World], Mapping[str, Any]]


def nothing(world: World) -> Mapping[str, Any]:
    """A form without fields."""
    return {}


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody asks for something: who, the things that the address names, and the status of the answer.

    `typed` stands in for the row's own form.
    """

    who: str
    things: tuple[str, ...] | None = None
    status: int = 404
    typed: Typed | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A route with the probe that is let through and the nearest ones that are not.

    `changes` says whether the allowed probe of a POST changes what is stored.
    """

    route: str
    allowed: Ask
    denied: tuple[Ask, ...] = ()
    typed: Typed = nothing
    post: bool = False
    changes: bool = True

    def of(self, ask: Ask) -> Ask:
        """The ask with the row's own things and form where it names none."""
        return replace(ask, things=ask.things or self.allowed.things or (), typed=ask.typed or self.typed)


def get(route: str, who: str, *things: str, denied: tuple[Ask, ...] = (), status: int = 200) -> Row:
    """The row of a page."""
    return Row(route, Ask(who, things, status), denied)


def post(
    route: str,
    who: str,
    *things: str,
    denied: tuple[Ask, ...] = (),
    typed: Typed = nothing,
    status: int = 302,
    changes: bool = True,
) -> Row:
    """The row of a verb."""
    return Row(route, Ask(who, things, status), denied, typed, post=True, changes=changes)


def no(who: str, *things: str, status: int = 404, typed: Typed | None = None) -> Ask:
    """A probe that is not let through."""
    return Ask(who, things or None, status, typed)


def browser(world: World, who: str) -> Client:
    """The browser of somebody: signed in, with a resident's cookie, or with neither."""
    client = Client(headers=SAME_ORIGIN)
    if who in world.holders:
        client.force_login(world.person(who))
    elif who in world.residents:
        answer = HttpResponse()
        write_cookie(answer, world.residents[who], secure=False)
        client.cookies[RESIDENT_COOKIE] = answer.cookies[RESIDENT_COOKIE].value
    else:
        assert who == NOBODY, who
    return client


def address(world: World, route: str, things: tuple[str, ...]) -> str:
    """The address of a route for things of the world."""
    return reverse(route, args=[world.key(thing) for thing in things])


def answer(world: World, row: Row, ask: Ask) -> Any:
    """What the house answers."""
    whole = row.of(ask)
    client, at = browser(world, whole.who), address(world, row.route, whole.things or ())
    return client.post(at, (whole.typed or nothing)(world)) if row.post else client.get(at)


def addresses_that_lead_nowhere(world: World, row: Row) -> list[str]:
    """The row's address with each of its keys in turn replaced by one of nothing, and by no key at all."""
    things = row.allowed.things or ()
    whole = address(world, row.route, things)
    keys = [str(world.key(thing)) for thing in things]
    return [whole.replace(key, other) for key in keys for other in (str(uuid.uuid4()), "not-a-key", key[:-1])]


type State = dict[str, frozenset[str]]


def state() -> State:
    """Every row of every room as the database holds it, the ledger's own tables left out."""
    with connection.cursor() as cursor:
        return {model._meta.label: _rows(cursor, model) for model in apps.get_models() if _of_a_room(model)}


def changed_since(before: State) -> set[str]:
    """The tables that differ now."""
    now = state()
    return {label for label in now if now[label] != before[label]}


def _of_a_room(model: type[Model]) -> bool:
    return model._meta.app_label in ROOMS and model not in (Entry, Leaf, Chain)


def _rows(cursor: CursorWrapper, model: type[Model]) -> frozenset[str]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
    return frozenset(map(repr, cursor.fetchall()))


def entries() -> list[str]:
    """The verbs of the ledger in order."""
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


@contextmanager
def days_later(days: int) -> Iterator[None]:
    """Some days after today, as only the demo can make it."""
    noon = datetime.combine(clock.today() + timedelta(days=days), time(12), tzinfo=timezone.get_current_timezone())
    with override_settings(DEMO=True), clock.at(noon):
        yield


def view_of(route: str) -> Any:
    """The view behind a route's name."""
    space, _, name = route.rpartition(":")
    resolver = get_resolver()
    for prefix in resolver.url_patterns:
        for found in getattr(prefix, "url_patterns", [prefix]):
            inner = getattr(found, "url_patterns", None)
            if inner is None and not space and getattr(found, "name", None) == name:
                return found.callback
            if inner is not None and found.namespace == space:
                return next(each.callback for each in inner if each.name == name)
    raise LookupError(route)
