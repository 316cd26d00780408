"""A priority that grew from five voices, with the people around it: enough to judge it and to tell of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from commonground.act.actions import commitments
from commonground.act.models import Commitment
from commonground.agree.actions import motions, priorities
from commonground.agree.models import Priority
from commonground.agree.rule import Choice
from commonground.kernel import clock
from commonground.kernel.actor import Holder, Installer, PartyKind, Role
from commonground.listen.actions import themes
from commonground.listen.models import Conversation, Engagement, Theme, Voice
from commonground.measure.actions import indicators, readings
from commonground.measure.models import Direction, Indicator, Reading, Sample, Unit
from commonground.measure.rules import Baseline
from commonground.people.actions.organisations import enter
from commonground.people.actions.places import open_
from commonground.people.actions.tables import found_seat, set_up
from commonground.people.actors import held_by
from commonground.people.models import Organisation, Person, Table
from tests.listen import cast
from tests.listen.cast import Member, browser, member

__all__ = ["Member", "Town", "browser", "indicator", "member", "reading", "town"]

SENTENCES = (
    "Waiting at the loop after nine feels unsafe because of the light.",
    "Two of the lamps at the loop have been out since spring.",
    "I walk a longer way so that I need not wait in the dark.",
    "A lamp over the shelter would help more than a camera.",
    "The last bus leaves people alone at an unlit stop.",
)


@dataclass(frozen=True, slots=True)
class Town:
    """Everybody and everything up to one adopted priority with one promise."""

    coordinator: Member
    host: Member
    police: Member
    steward: Member
    engagement: Engagement
    conversation: Conversation
    voices: tuple[Voice, ...]
    theme: Theme
    priority: Priority
    promise: Commitment


def town(sentences: tuple[str, ...] = SENTENCES, *, theme_name: str = "Light at the loop") -> Town:
    """Listening, agreeing and promising, each through its own action."""
    coordinator = member(cast.organisation("City safety office", PartyKind.AUTHORITY), Role.COORDINATOR)
    host = member(cast.organisation("Residents association", PartyKind.COMMUNITY), Role.HOST)
    police = member(cast.organisation("Police service", PartyKind.POLICE), Role.MEMBER)
    apart = enter(name="College", party=None, language="en", by=Installer())
    steward = member(apart, Role.STEWARD)
    engagement = cast.engagement(coordinator, host)
    conversation = cast.conversation(engagement, coordinator)
    voices = tuple(cast.statement(conversation, text, host) for text in sentences)
    theme = themes.name(
        engagement=engagement,
        name=theme_name,
        description="Waiting in the dark.",
        conversation=conversation,
        language="en",
        by=coordinator.actor,
    )
    themes.assign(theme=theme, voices=voices, by=coordinator.actor)
    priority = _adopted(theme, coordinator, host, police)
    promise = commitments.promise(
        priority=priority,
        wording="Walk the loop on foot in the evening.",
        due=clock.today() + timedelta(days=30),
        language="en",
        by=police.actor,
    )
    return Town(coordinator, host, police, steward, engagement, conversation, voices, theme, priority, promise)


def _adopted(theme: Theme, coordinator: Member, host: Member, police: Member) -> Priority:
    openers = (coordinator.actor, host.actor)
    place = open_(name="Alder Falls", language="en", by=openers)
    table = set_up(
        place=place,
        name="Loop table",
        purpose="To make the loop safe to wait at.",
        quorum=3,
        share_not_police=0.5,
        present_of_sides={PartyKind.COMMUNITY: 1},
        language="en",
        by=Installer(),
    )
    chair = _seat(table, host.organisation, openers, chairing=True)
    seats = (chair, _seat(table, coordinator.organisation, openers), _seat(table, police.organisation, openers))
    motion = motions.open_(table=table, theme=theme, wording="Every wait ends safely.", language="en", by=chair)
    for seat, choice in zip(seats, (Choice.AYE, Choice.AYE, Choice.NAY), strict=True):
        reason = "Lamps are not our budget." if choice is Choice.NAY else ""
        motions.vote(motion=motion, choice=choice, reason=reason, language="en", by=seat)
    return priorities.adopt(motion=motions.close(motion=motion, by=chair), by=chair)


def _seat(
    table: Table, organisation: Organisation, openers: tuple[Holder, Holder], *, chairing: bool = False
) -> Holder:
    person = Person.objects.create_user(email=f"seat@{organisation.id.hex}.example", name="Seat", password=None)
    title = f"Seat of {organisation.name}"
    found_seat(table=table, organisation=organisation, person=person, title=title, chairing=chairing, by=openers)
    return held_by(person)[0].actor


def indicator(of: Town, *, owner: Member | None = None, **changed: Any) -> Indicator:
    """What people say about waiting at the loop, with a baseline of 3.4 from 212 people 100 days ago."""
    columns: dict[str, Any] = {
        "name": "Safe waiting at the loop",
        "description": "How safe do you feel while you wait at the loop after dark?",
        "unit": Unit.SCORE,
        "direction": Direction.UP,
        "sample": Sample.OPT_IN,
        "source": "Survey of people who wait there",
        "method": "Mean of answers from 0 to 10.",
        "caution": "People who chose to answer may differ from those who did not.",
        "baseline": Baseline(Decimal("3.4"), 212, clock.today() - timedelta(days=100)),
        "target": Decimal(5),
    }
    return indicators.agree(
        priority=of.priority,
        owner=(owner or of.steward).organisation,
        language="en",
        by=of.coordinator.actor,
        **(columns | changed),
    )


def reading(
    on: Indicator, by: Member, value: str = "5.1", n: int = 198, day: date | None = None, **more: Any
) -> Reading:
    """One reading, today unless said otherwise."""
    return readings.record(
        indicator=on, day=day or clock.today(), value=Decimal(value), n=n, language="en", by=by.actor, **more
    )
