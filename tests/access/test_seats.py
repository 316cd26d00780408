"""What somebody would try with a seat that ended or does not count, with a friend of the same side, or with a role that
their side cannot have.
"""

from dataclasses import replace

import pytest
from django.urls import reverse

from commonground.agree.models import Priority
from commonground.kernel import access, clock
from commonground.kernel.actions import OneSideAlone
from commonground.kernel.actor import Installer, PartyKind, Role
from commonground.kernel.refusals import Forbidden, RefusedAct
from commonground.listen.models import Conversation, Engagement, Theme, Voice
from commonground.people.actions import organisations, tables
from commonground.people.actions.organisations import NotForThisSide
from commonground.people.actors import held_by
from commonground.people.middleware import CHOSEN
from commonground.people.models import Seat, Table
from tests.access.asking import NOBODY, address, browser, changed_since, days_later, entries, state
from tests.access.rows_listen import engagement
from tests.access.rows_rooms import RESIDENTS_CHAIR
from tests.access.world import World, person

pytestmark = pytest.mark.django_db


def test_a_seat_that_ended_neither_votes_nor_chairs(world: World) -> None:
    chair = world.holders[RESIDENTS_CHAIR]
    tables.empty(seat=world.seats[RESIDENTS_CHAIR], by=chair)
    client = browser(world, RESIDENTS_CHAIR)
    session = client.session
    session[CHOSEN] = world.seats[RESIDENTS_CHAIR].pk.hex
    session.save()
    with days_later(1):
        before, told = state(), entries()
        for route, thing in (("agree:vote", "open motion one"), ("agree:adopt", "carried motion one")):
            assert client.post(address(world, route, (thing,)), {"choice": "aye"}).status_code == 404
        assert (changed_since(before), entries()) == (set(), told)


def test_whoever_acted_in_a_seat_that_ended_can_still_choose_another_or_sign_out(world: World) -> None:
    chair = world.holders[RESIDENTS_CHAIR]
    organisations.appoint(
        organisation=world.organisations["residents"], person=world.person(RESIDENTS_CHAIR), role=Role.HOST,
        title="Host", by=Installer(),
    )  # fmt: skip
    client = browser(world, RESIDENTS_CHAIR)
    client.post(reverse("people:choose-held"), {"held": str(chair.seat)})
    tables.empty(seat=world.seats[RESIDENTS_CHAIR], by=chair)
    waits = address(world, "listen:waiting", ("engagement one",))
    with days_later(1):
        assert client.get(waits).status_code == 404
        assert client.get(reverse("web:workspace")).headers["location"] == reverse("people:choose")
        assert client.get(reverse("people:choose")).status_code == 200
        [left] = held_by(world.person(RESIDENTS_CHAIR))
        chosen = client.post(reverse("people:choose-held"), {"held": str(left.id)})
        assert chosen.headers["location"] == reverse("web:workspace")
        assert client.get(waits).status_code == 200
        assert client.post(reverse("people:sign-out")).status_code == 302
        assert client.get(reverse("people:choose")).headers["location"] == reverse("people:sign-in")
        assert CHOSEN not in client.session


@pytest.mark.parametrize("who", [NOBODY, "author one"])
def test_whoever_is_not_signed_in_is_asked_to_sign_in(world: World, who: str) -> None:
    client, signing_in = browser(world, who), reverse("people:sign-in")
    assert client.get(reverse("people:choose")).headers["location"] == signing_in
    chosen = client.post(reverse("people:choose-held"), {"held": str(world.seats[RESIDENTS_CHAIR].pk)})
    assert chosen.headers["location"] == signing_in
    assert CHOSEN not in client.session
    assert client.get(reverse("web:workspace"), follow=True).redirect_chain[-1][0] == signing_in


@pytest.mark.parametrize(
    "who",
    ["chair of tenants at two", "new seat of residents at one", "seat of city at one", "residents member", "host"],
)
def test_a_seat_is_ended_at_its_own_table_by_a_seat_of_its_party_that_counts(world: World, who: str) -> None:
    before = state()
    with pytest.raises(RefusedAct):
        tables.empty(seat=world.seats[RESIDENTS_CHAIR], by=world.holders[who])
    assert changed_since(before) == set()


def test_a_seat_of_the_same_party_at_another_table_ends_nothing_here(world: World) -> None:
    chair = world.holders[RESIDENTS_CHAIR]
    elsewhere = replace(chair, table=world.key("table two"))
    seat = Seat.objects.get(pk=world.seats["new seat of residents at one"].pk)
    assert access.may(chair, "seat.empty", seat)
    assert not access.may(elsewhere, "seat.empty", seat)


def test_a_seat_that_does_not_count_yet_fills_no_other(world: World) -> None:
    before = state()
    with pytest.raises(Forbidden):
        tables.fill(
            table=world.row(Table, "table one"), organisation=world.organisations["residents"],
            person=world.person("residents member"), title="Another",
            by=world.holders["new seat of residents at one"],
        )  # fmt: skip
    assert changed_since(before) == set()


def test_a_seat_that_ended_is_not_brought_back_by_ending_it_again(world: World) -> None:
    chair = world.holders[RESIDENTS_CHAIR]
    leaving = world.seats["new seat of residents at one"]
    tables.empty(seat=Seat.objects.get(pk=leaving.pk), by=chair)
    with days_later(20):
        assert held_by(leaving.person) == []
        with pytest.raises(RefusedAct):
            tables.empty(seat=Seat.objects.get(pk=leaving.pk), by=chair)
        assert held_by(leaving.person) == []
        assert not Seat.objects.get(pk=leaving.pk).counts_on(clock.today())


@pytest.mark.parametrize(
    "pair",
    [
        ("coordinator", "other coordinator"),
        ("nation member", "second nation member"),
        ("health member", "youth member"),
        ("residents member", "host"),
        ("steward", "other steward"),
        ("coordinator", "steward"),
        ("coordinator", "coordinator"),
    ],
    ids="-".join,
)
def test_two_of_one_side_or_of_none_seat_nobody_between_them(world: World, pair: tuple[str, str]) -> None:
    before = state()
    with pytest.raises(OneSideAlone):
        tables.found_seat(
            table=world.row(Table, "table one"),
            organisation=world.organisations["residents"],
            person=person("friend of both"),
            title="A resident",
            chairing=True,
            by=(world.holders[pair[0]], world.holders[pair[1]]),
        )
    assert "people.Seat" not in changed_since(before)


@pytest.mark.parametrize(
    ("organisation", "role"),
    [
        ("police", Role.COORDINATOR),
        ("police", Role.HOST),
        ("city", Role.OFFICER),
        ("residents", Role.MANAGER),
    ],
)
def test_the_police_get_no_desk_of_the_others_nor_the_others_one_of_theirs(
    world: World, organisation: str, role: Role
) -> None:
    friend = person("friend")
    with pytest.raises(NotForThisSide):
        organisations.appoint(
            organisation=world.organisations[organisation], person=friend, role=role, title="C", by=Installer()
        )
    assert held_by(friend) == []


def test_a_coordinator_of_the_police_who_slipped_in_opens_no_time_of_listening(world: World) -> None:
    slipped = world.holders["police coordinator"]
    assert access.may(replace(slipped, kind=PartyKind.AUTHORITY), "engagement.open", world.organisations["police"])
    before = state()
    answer = browser(world, "police coordinator").post(reverse("listen:open-engagement"), engagement(world))
    assert answer.status_code == 404
    assert changed_since(before) == set()


def test_a_coordinator_or_host_of_the_police_who_slipped_in_has_nothing_of_an_engagement_they_are_written_on(
    world: World,
) -> None:
    ours = world.row(Engagement, "engagement one")
    talk = world.row(Conversation, "conversation one")
    theme, waiting = world.row(Theme, "light one"), world.row(Voice, "waiting one")
    subjects = {
        "engagement.close": ours, "conversation.open": ours, "conversation.close": talk, "statement.review": ours,
        "statement.pass": waiting, "statement.reject": waiting, "theme.name": ours, "theme.assign": theme,
        "theme.release": theme, "snapshot.make": talk, "publication.publish": ours,
        "indicator.agree": world.row(Priority, "priority one"),
    }  # fmt: skip
    for verb, subject in subjects.items():
        rightly = [world.holders[who] for who in ("coordinator", "host")]
        assert any(access.may(each, verb, subject) for each in rightly), verb
        assert not any(access.may(replace(each, kind=PartyKind.POLICE), verb, subject) for each in rightly), verb
