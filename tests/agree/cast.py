"""A place with one table: two chairs, seats of all five sides, and a theme that people raised."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import cast

from django.test import Client
from django.utils import timezone

from commonground.agree.actions import motions, priorities
from commonground.agree.models import Motion, Priority
from commonground.agree.rule import Choice
from commonground.kernel import clock
from commonground.kernel.actor import Holder, Installer, PartyKind, Resident, Role
from commonground.kernel.models import Registered
from commonground.listen.actions import conversations, engagements, statements, themes, voices
from commonground.listen.models import Engagement, Level, Theme
from commonground.people.actions import organisations, places, tables
from commonground.people.actors import as_role, as_seat
from commonground.people.models import Organisation, Person, Place, Seat, Table

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}
AYE, NAY, ABSTAIN = Choice.AYE, Choice.NAY, Choice.ABSTAIN
SIDES = {
    "police": ("Alder Point Police", PartyKind.POLICE),
    "city": ("City safety office", PartyKind.AUTHORITY),
    "residents": ("Mill Street Residents", PartyKind.COMMUNITY),
    "health": ("Riverside Health", PartyKind.SERVICES),
    "nation": ("Cedar Narrows Justice Circle", PartyKind.NATION),
}


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody with a seat: the account, the seat and the actor."""

    person: Person
    seat: Seat
    actor: Holder


@dataclass(slots=True)
class Town:
    """The organisations by short name, the table, and who sits at it by name."""

    place: Place
    table: Table
    organisations: dict[str, Organisation]
    sitters: dict[str, Sitter] = field(default_factory=dict)

    def actor(self, name: str) -> Holder:
        """The seat of that name, as an actor."""
        return self.sitters[name].actor


def person(name: str) -> Person:
    """An account without a password."""
    return Person.objects.create_user(email=f"{uuid.uuid4().hex}@example.org", name=name)


def member(organisation: Organisation, role: Role = Role.MEMBER) -> Holder:
    """Somebody with a role in an organisation, as an actor."""
    somebody = person(f"{role} of {organisation}")
    held = organisations.appoint(
        organisation=organisation, person=somebody, role=role, title=role.value, by=Installer()
    )
    return as_role(somebody, held).actor


def account_of(holder: Holder) -> Person:
    """The account behind an actor."""
    return Person.objects.get(pk=holder.person)


def enter_organisations() -> dict[str, Organisation]:
    """One organisation for each of the five sides, each a party of its own."""
    made = {}
    for short, (name, side) in SIDES.items():
        party = places.found_party(name=f"{name}, party", side=side.value, language="en", by=Installer())
        made[short] = organisations.enter(name=name, party=party, language="en", by=Installer())
    return made


def a_table(
    place: Place,
    name: str = "Mill Street Table",
    *,
    quorum: int = 4,
    sides: Mapping[PartyKind, int] | None = None,
    share: float = 0.5,
) -> Table:
    """A table whose rule asks for a resident and a police seat among four."""
    return tables.set_up(
        place=place,
        name=name,
        purpose="To decide together what to do about waiting after dark.",
        quorum=quorum,
        share_not_police=share,
        present_of_sides=sides or {PartyKind.POLICE: 1, PartyKind.COMMUNITY: 1},
        language="en",
        by=Installer(),
    )


def a_town() -> Town:
    """The place on its opening day, with founding seats that count at once."""
    entered = enter_organisations()
    openers = (member(entered["police"]), member(entered["residents"]))
    place = places.open_(name="Alder Point", language="en", by=openers, synthetic=True)
    town = Town(place, a_table(place), entered)
    seats = ("police", "police 2", "police 3", "city", "residents", "residents 2", "health", "nation")
    for name in seats:
        town.sitters[name] = seat(town, town.table, name, openers)
    return town


def seat(town: Town, table: Table, name: str, openers: tuple[Holder, Holder]) -> Sitter:
    """A founding seat; the first of the city and of the residents are the two chairs."""
    somebody = person(f"{name} person")
    made = tables.found_seat(
        table=table,
        organisation=town.organisations[name.split()[0]],
        person=somebody,
        title=f"Seat of {name}",
        chairing=name in ("city", "residents"),
        by=openers,
    )
    return Sitter(somebody, made, as_seat(somebody, made).actor)


def an_engagement(town: Town, coordinator: Holder) -> Engagement:
    """An engagement of the city's office, hosted by the residents."""
    return engagements.open_(
        organisation=town.organisations["city"],
        host=town.organisations["residents"],
        title=f"Waiting after dark {Engagement.objects.count()}",
        purpose="To learn what would help.",
        promise=Level.INVOLVE,
        police_see="totals of five people or more.",
        opens=clock.today(),
        closes=clock.today() + timedelta(days=30),
        language="en",
        by=coordinator,
    )


def a_theme(town: Town, *said: str, name: str = "Light at the stop") -> Theme:
    """A theme with the statements it came from, each said by another resident."""
    coordinator, host = (
        member(town.organisations["city"], Role.COORDINATOR),
        member(town.organisations["residents"], Role.HOST),
    )
    asked = an_engagement(town, coordinator)
    talk = conversations.open_(engagement=asked, question="What would help at the stop?", language="en", by=coordinator)
    made = themes.name(
        engagement=asked,
        name=name,
        description="People want to see who else is waiting.",
        conversation=talk,
        language="en",
        by=coordinator,
    )
    heard = []
    for text in said or ("The lamp at the stop has been out since spring.",):
        begun = conversations.begin(conversation=talk, language="en", entropy=None, by=Resident())
        voice = voices.record(conversation=talk, text=text, language="en", by=Resident(((talk.id, begun.participant),)))
        heard.append(statements.pass_(voice=voice, by=host))
    themes.assign(theme=made, voices=heard, by=coordinator)
    return made


def a_motion(
    town: Town, theme: Theme, votes: Mapping[str, Choice | tuple[Choice, str]] | None = None, *, closed: bool = False
) -> Motion:
    """A motion put by the residents' chair, with votes by seat, and closed when asked."""
    motion = motions.open_(
        table=town.table, theme=theme, wording="Light the stop all night", language="en", by=town.actor("residents")
    )
    for name, said in (votes or {}).items():
        choice, reason = said if isinstance(said, tuple) else (said, "")
        motions.vote(motion=motion, choice=choice, reason=reason, language="en", by=town.actor(name))
    return motions.close(motion=motion, by=town.actor("city")) if closed else motion


CARRYING: dict[str, Choice | tuple[Choice, str]] = {"police": AYE, "city": AYE, "residents": AYE, "health": AYE}


def a_priority(town: Town, theme: Theme | None = None) -> Priority:
    """A priority of the table, adopted today."""
    motion = a_motion(town, theme or a_theme(town), CARRYING, closed=True)
    return priorities.adopt(motion=motion, by=town.actor("residents"))


def browser(who: Holder | None = None) -> Client:
    """A browser that says where its forms come from; signed in and acting in that seat or role, or not."""
    client = Client(headers=SAME_ORIGIN)
    if who is not None:
        client.force_login(account_of(who))
    return client


def noon(day: date) -> datetime:
    """The middle of a day, for the shifted clock."""
    return datetime.combine(day, time(12), tzinfo=timezone.get_current_timezone())


def fresh[M: Registered](row: M) -> M:
    """The row as the database holds it now."""
    return cast(M, type(row)._default_manager.get(pk=row.pk))
