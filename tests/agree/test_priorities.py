"""A theme becomes a priority only under the table's own rule, and only once."""

import pytest
from django.db import DatabaseError

from commonground.agree.actions import priorities
from commonground.agree.actions.priorities import AlreadyAdopted, NoParity, NotCarried, PoliceOutweigh, TooFew
from commonground.agree.models import Priority
from commonground.agree.rule import Absence, Choice
from commonground.kernel import ledger, thread
from commonground.kernel.actor import PartyKind, Resident
from commonground.kernel.ledger import LedgerUnavailable
from commonground.kernel.models import Entry
from commonground.kernel.refusals import Forbidden
from commonground.listen.models import Theme
from tests.agree import cast

pytestmark = pytest.mark.django_db


def last_verb() -> str:
    return str(Entry.objects.order_by("-number")[0].verb)


def test_a_carried_motion_becomes_a_priority_that_leads_back_to_the_voices(town: cast.Town, theme: Theme) -> None:
    priority = cast.a_priority(town, theme)
    assert priority.wording == "Light the stop all night"
    line = thread.back([priority.id], for_=Resident())
    assert [station.kind for station in line] == ["engagement", "conversation", "voice", "theme"]
    voice = next(station for station in line if station.kind == "voice")
    assert priority.id in {station.id for station in thread.forward([voice.id], for_=Resident())}


def test_a_table_without_residents_present_cannot_adopt(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(
        town, theme, {"police": cast.AYE, "city": cast.AYE, "health": cast.AYE, "nation": cast.AYE}, closed=True
    )
    with pytest.raises(NoParity, match=r"Residents \(0 of 1\)") as refused:
        priorities.adopt(motion=motion, by=town.actor("city"))
    assert refused.value.absent == (Absence(PartyKind.COMMUNITY, present=0, wanted=1),)
    assert not Priority.objects.exists()
    assert last_verb() == "priority.adopt refused"


def test_too_few_seats_cannot_adopt_and_are_told_how_many_are_wanting(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, {"police": cast.AYE, "residents": cast.AYE}, closed=True)
    with pytest.raises(TooFew, match="2 more seats must take part"):
        priorities.adopt(motion=motion, by=town.actor("residents"))


def test_police_cannot_fill_the_quorum_by_themselves(town: cast.Town, theme: Theme) -> None:
    votes = {"police": cast.AYE, "police 2": cast.AYE, "police 3": cast.AYE, "residents": cast.AYE}
    motion = cast.a_motion(town, theme, votes, closed=True)
    with pytest.raises(PoliceOutweigh, match="Only 1 of the 4 seats"):
        priorities.adopt(motion=motion, by=town.actor("residents"))


def test_a_motion_that_did_not_carry_cannot_be_adopted(town: cast.Town, theme: Theme) -> None:
    votes = {"police": cast.AYE, "city": cast.AYE, "residents": cast.NAY, "health": cast.NAY}
    motion = cast.a_motion(town, theme, votes, closed=True)
    with pytest.raises(NotCarried, match="2 said yes, 2 said no, 0 abstained"):
        priorities.adopt(motion=motion, by=town.actor("residents"))
    assert not Priority.objects.exists()


def test_an_open_motion_cannot_be_adopted(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, cast.CARRYING)
    with pytest.raises(Forbidden):
        priorities.adopt(motion=motion, by=town.actor("residents"))


def test_the_chief_of_police_cannot_adopt_what_carried(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, cast.CARRYING, closed=True)
    with pytest.raises(Forbidden):
        priorities.adopt(motion=motion, by=town.actor("police"))


def test_a_motion_is_adopted_once(town: cast.Town, theme: Theme) -> None:
    priority = cast.a_priority(town, theme)
    with pytest.raises(AlreadyAdopted):
        priorities.adopt(motion=priority.motion, by=town.actor("city"))
    assert Priority.objects.count() == 1


def test_adoption_and_its_ledger_entry_stand_or_fall_together(
    town: cast.Town, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    motion = cast.a_motion(town, theme, cast.CARRYING, closed=True)

    def broken(*_: object, **__: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(ledger, "enter", broken)
    with pytest.raises(LedgerUnavailable):
        priorities.adopt(motion=motion, by=town.actor("residents"))
    assert not Priority.objects.exists()
    assert not thread.forward([theme.id], for_=Resident())[1:]


def test_an_abstention_fills_the_quorum_and_decides_nothing(town: cast.Town, theme: Theme) -> None:
    votes = {"police": Choice.ABSTAIN, "city": cast.AYE, "residents": Choice.ABSTAIN, "health": Choice.ABSTAIN}
    motion = cast.a_motion(town, theme, votes, closed=True)
    assert priorities.adopt(motion=motion, by=town.actor("city")).theme == theme
