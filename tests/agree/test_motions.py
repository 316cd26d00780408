"""Putting themes to a table and voting: by its own seats, once each, in public."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django import Settings

from commonground.agree.actions import motions
from commonground.agree.actions.motions import AlreadyAPriority, AlreadyOnTheTable, NotReleased
from commonground.agree.models import Ballot, Motion
from commonground.kernel import clock, thread
from commonground.kernel.actor import Holder, Resident, Role
from commonground.kernel.guard import TextBlocked
from commonground.kernel.models import Entry, Space, Thing
from commonground.kernel.refusals import Forbidden
from commonground.listen.models import Theme
from commonground.listen.text import NothingSaid, TooLong
from commonground.people.actions import tables
from commonground.people.actors import as_seat
from tests.agree import cast

pytestmark = pytest.mark.django_db


def last_verb() -> str:
    return str(Entry.objects.order_by("-number")[0].verb)


def a_new_police_seat(town: cast.Town) -> Holder:
    somebody = cast.person("New")
    seat = tables.fill(
        table=town.table,
        organisation=town.organisations["police"],
        person=somebody,
        title="Another police seat",
        by=town.actor("police"),
    )
    return as_seat(somebody, seat).actor


def test_a_motion_stands_between_its_theme_and_what_comes_of_it(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme)
    line = thread.back([motion.id], for_=Resident())
    assert [station.kind for station in line] == ["engagement", "conversation", "voice", "theme"]
    assert last_verb() == "motion.open"


@pytest.mark.parametrize("name", ["police", "health", "residents 2"])
def test_only_a_chair_puts_a_theme_to_the_table(town: cast.Town, theme: Theme, name: str) -> None:
    with pytest.raises(Forbidden):
        motions.open_(table=town.table, theme=theme, wording="Light", language="en", by=town.actor(name))
    assert not Motion.objects.exists()
    assert last_verb() == "motion.open refused"


def test_the_chair_of_another_table_neither_opens_closes_nor_votes_here(town: cast.Town, theme: Theme) -> None:
    other = cast.a_table(town.place, "Old Wharf Table")
    openers = (cast.member(town.organisations["police"]), cast.member(town.organisations["residents"]))
    stranger = cast.seat(town, other, "residents", openers).actor
    motion = cast.a_motion(town, theme)
    with pytest.raises(Forbidden):
        motions.open_(table=town.table, theme=theme, wording="Light", language="en", by=stranger)
    with pytest.raises(Forbidden):
        motions.vote(motion=motion, choice=cast.AYE, reason="", language="en", by=stranger)
    with pytest.raises(Forbidden):
        motions.close(motion=motion, by=stranger)
    assert cast.fresh(motion).status == "open"
    assert not Ballot.objects.exists()


def test_a_coordinator_has_no_vote_at_a_table(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme)
    with pytest.raises(Forbidden):
        motions.vote(
            motion=motion,
            choice=cast.AYE,
            reason="",
            language="en",
            by=cast.member(town.organisations["city"], Role.COORDINATOR),
        )


def test_a_seat_that_votes_twice_has_one_ballot_and_its_last_word(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, {"health": (cast.NAY, "Too soon.")})
    motions.vote(motion=motion, choice=cast.AYE, reason="", language="en", by=town.actor("health"))
    ballot = Ballot.objects.get()
    assert (ballot.choice, ballot.reason) == ("aye", "")


def test_after_closing_nobody_votes_changes_a_vote_or_closes_again(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, {"health": cast.NAY}, closed=True)
    with pytest.raises(Forbidden):
        motions.vote(motion=motion, choice=cast.AYE, reason="", language="en", by=town.actor("health"))
    with pytest.raises(Forbidden):
        motions.close(motion=motion, by=town.actor("residents"))
    assert Ballot.objects.get().choice == "nay"
    assert Entry.objects.filter(verb="motion.close").count() == 1
    assert Entry.objects.filter(verb="motion.close refused").count() == 1


def test_the_ballot_of_a_seat_emptied_before_the_close_is_not_counted(
    town: cast.Town, theme: Theme, settings: Settings
) -> None:
    settings.DEMO = True
    motion = cast.a_motion(town, theme, cast.CARRYING)
    tables.empty(seat=town.sitters["health"].seat, by=town.actor("health"))
    assert motion.tally().present == 4
    with clock.at(cast.noon(clock.today() + timedelta(days=1))):
        assert motions.close(motion=motion, by=town.actor("city")).tally().present == 3


def test_a_seat_filled_today_votes_once_it_was_public_for_14_days(
    town: cast.Town, theme: Theme, settings: Settings
) -> None:
    settings.DEMO = True
    motion = cast.a_motion(town, theme)
    new = a_new_police_seat(town)
    with clock.at(cast.noon(clock.today() + timedelta(days=13))), pytest.raises(Forbidden):
        motions.vote(motion=motion, choice=cast.AYE, reason="", language="en", by=new)
    with clock.at(cast.noon(clock.today() + timedelta(days=14))):
        motions.vote(motion=motion, choice=cast.AYE, reason="", language="en", by=new)
        assert motion.tally().present == 1


def test_a_theme_is_on_a_table_once_at_a_time_and_adopted_once(town: cast.Town, theme: Theme) -> None:
    cast.a_motion(town, theme)
    with pytest.raises(AlreadyOnTheTable):
        cast.a_motion(town, theme)
    other = cast.a_theme(town, name="Somewhere dry to wait")
    cast.a_priority(town, other)
    with pytest.raises(AlreadyAPriority):
        cast.a_motion(town, other)


def test_a_theme_in_a_nations_own_space_is_not_brought_to_a_table_by_others(town: cast.Town, theme: Theme) -> None:
    space = Space.objects.create(owner=town.organisations["nation"].party)
    Thing.objects.filter(pk=theme.pk).update(space=space)
    with pytest.raises(NotReleased):
        cast.a_motion(town, cast.fresh(theme))
    assert not Motion.objects.exists()
    address = reverse("agree:put", args=[theme.id])
    assert cast.browser(town.actor("residents")).get(address).status_code == 404


def test_a_reason_that_would_identify_somebody_is_not_stored(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme)
    with pytest.raises(TextBlocked, match="telephone"):
        motions.vote(
            motion=motion, choice=cast.NAY, reason="Ask 613 555 0142 why.", language="en", by=town.actor("health")
        )
    assert not Ballot.objects.exists()


@pytest.mark.parametrize(("wording", "refusal"), [("  ", NothingSaid), ("a" * 301, TooLong)])
def test_a_motion_needs_words_that_fit(town: cast.Town, theme: Theme, wording: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        motions.open_(table=town.table, theme=theme, wording=wording, language="en", by=town.actor("city"))
