"""Every route over HTTP: let through for one, and for the nearest others not; nothing changes for those."""

import pytest
from django.test import Client

from commonground.kernel.matrix import archetypes, routes
from tests.access.asking import (
    NOBODY,
    SAME_ORIGIN,
    Row,
    address,
    addresses_that_lead_nowhere,
    answer,
    browser,
    changed_since,
    entries,
    state,
    view_of,
)
from tests.access.rows_listen import PAGES, VERBS
from tests.access.rows_rooms import ACT, AGREE, DOORS, MEASURE, TELL
from tests.access.world import World

pytestmark = pytest.mark.django_db
ROWS = (*PAGES, *VERBS, *AGREE, *ACT, *MEASURE, *TELL, *DOORS)
POSTS = tuple(row for row in ROWS if row.post)


def named(row: Row) -> str:
    return row.route


def test_every_route_of_the_house_has_one_row_of_probes() -> None:
    assert sorted(row.route for row in ROWS) == sorted(routes())


def test_every_route_that_is_closed_to_somebody_has_a_probe_that_is_not_let_through() -> None:
    closed = {name for name, bound in routes().items() if bound and not all(map(bound.open_to, archetypes().values()))}
    assert len(closed) > 30
    assert {row.route for row in ROWS if not row.denied} & closed == set()


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_whoever_may_is_let_through(world: World, row: Row) -> None:
    before, told = state(), entries()
    found = answer(world, row, row.allowed)
    assert found.status_code == row.allowed.status, found.content.decode()[-2000:]
    new = entries()[len(told) :]
    assert bool(changed_since(before)) is (row.post and row.changes)
    bound = routes()[row.route]
    assert bound is not None
    signed = row.allowed.who in world.holders
    assert new == ([bound.name] if row.post and row.changes and signed else [])


@pytest.mark.parametrize("row", [row for row in ROWS if row.denied], ids=named)
def test_the_nearest_others_are_not_and_nothing_changes(world: World, row: Row) -> None:
    before, told = state(), entries()
    for ask in row.denied:
        found = answer(world, row, ask)
        assert found.status_code == ask.status, (ask.who, ask.things)
        assert changed_since(before) == set(), (ask.who, ask.things)
    new = entries()[len(told) :]
    bound = routes()[row.route]
    assert bound is not None
    assert set(new) <= {f"{bound.name} refused"}
    refused = sum(ask.status == 409 and ask.who in world.holders for ask in row.denied)
    assert len(new) >= refused


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_route_answers_its_own_method_alone(world: World, row: Row) -> None:
    client, at = browser(world, row.allowed.who), address(world, row.route, row.allowed.things or ())
    before, told = state(), entries()
    wrong = ["get", "put", "delete", "patch", "options"] if row.post else ["post", "put", "delete", "patch", "options"]
    for method in wrong:
        assert getattr(client, method)(at).status_code == 405, method
    assert (changed_since(before), entries()) == (set(), told)


@pytest.mark.parametrize("row", [row for row in ROWS if row.allowed.things], ids=named)
def test_a_key_of_nothing_and_no_key_at_all_lead_nowhere(world: World, row: Row) -> None:
    client, typed = browser(world, row.allowed.who), row.typed(world)
    before, told = state(), entries()
    for at in addresses_that_lead_nowhere(world, row):
        found = client.post(at, typed) if row.post else client.get(at)
        assert found.status_code in ((404, 409) if row.post else (404,)), at
        assert (changed_since(before), entries()) == (set(), told), at


@pytest.mark.parametrize("row", POSTS, ids=named)
def test_no_form_of_another_site_does_anything(world: World, row: Row) -> None:
    before, told = state(), entries()
    at, typed = address(world, row.route, row.allowed.things or ()), row.typed(world)
    for headers in ({"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}):
        assert browser(world, row.allowed.who).post(at, typed, headers=headers).status_code == 403
    assert (changed_since(before), entries()) == (set(), told)


@pytest.mark.parametrize("row", [row for row in POSTS if row.allowed.who != NOBODY], ids=named)
def test_a_form_without_its_token_does_nothing_for_a_holder_and_all_for_a_resident(world: World, row: Row) -> None:
    strict = Client(enforce_csrf_checks=True, headers=SAME_ORIGIN)
    strict.cookies = browser(world, row.allowed.who).cookies
    before, told = state(), entries()
    answer = strict.post(address(world, row.route, row.allowed.things or ()), row.typed(world))
    if row.allowed.who in world.holders:
        assert answer.status_code == 403
        assert (changed_since(before), entries()) == (set(), told)
    else:
        assert answer.status_code == row.allowed.status


def test_only_what_residents_do_is_sent_without_a_token() -> None:
    open_to = {row.route for row in POSTS if getattr(view_of(row.route), "csrf_exempt", False)}
    of_residents = {row.route for row in POSTS if row.route.startswith("listen:")} - {
        "listen:open-engagement", "listen:open-conversation", "listen:name-theme", "listen:pass", "listen:reject",
        "listen:close", "listen:join", "listen:release",
    }  # fmt: skip
    assert open_to == of_residents
