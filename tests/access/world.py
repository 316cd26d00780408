"""Two of everything: two offices, two tables, two hosts, two of each kind of party, so that every "no" has a neighbour
that is a "yes".

Everything is made by the verb that a town would use. Names of parties are plain words; none is a real one.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db.models import Model

from commonground.act.actions import commitments, evidence
from commonground.agree.actions import motions, priorities
from commonground.agree.models import Priority
from commonground.agree.rule import Choice as Ballot
from commonground.kernel import clock, receipts
from commonground.kernel.actor import Actor, Clock, Holder, Installer, PartyKind, Resident, Role
from commonground.kernel.models import Registered
from commonground.listen.actions import conversations, engagements, imports, snapshots, statements, themes, voices
from commonground.listen.models import Conversation, Engagement, Level, Theme, Voice
from commonground.measure.actions import indicators, readings
from commonground.measure.models import Direction, Sample, Unit
from commonground.people.actions import organisations, places, tables
from commonground.people.actors import as_role, as_seat
from commonground.people.models import Appointment, Organisation, Person, Place, Seat, Table
from commonground.tell.actions import publications

# Organisation: the party it belongs to and that party's kind. Health and youth are two of one party.
ORGANISATIONS: dict[str, tuple[str, PartyKind] | None] = {
    "police": ("Police service", PartyKind.POLICE),
    "city": ("City office", PartyKind.AUTHORITY),
    "board": ("Police board", PartyKind.AUTHORITY),
    "residents": ("Residents", PartyKind.COMMUNITY),
    "tenants": ("Tenants", PartyKind.COMMUNITY),
    "health": ("Services", PartyKind.SERVICES),
    "youth": ("Services", PartyKind.SERVICES),
    "nation": ("Cedar Narrows Justice Circle", PartyKind.NATION),
    "second nation": ("The second Nation of these tests", PartyKind.NATION),
    "college": None,
    "university": None,
}
ROLES: dict[str, tuple[str, Role]] = {
    "coordinator": ("city", Role.COORDINATOR),
    "other coordinator": ("board", Role.COORDINATOR),
    "host": ("residents", Role.HOST),
    "other host": ("tenants", Role.HOST),
    "police member": ("police", Role.MEMBER),
    "residents member": ("residents", Role.MEMBER),
    "health member": ("health", Role.MEMBER),
    "youth member": ("youth", Role.MEMBER),
    "nation member": ("nation", Role.MEMBER),
    "second nation member": ("second nation", Role.MEMBER),
    "officer": ("police", Role.OFFICER),
    "manager": ("police", Role.MANAGER),
    "steward": ("college", Role.STEWARD),
    "other steward": ("university", Role.STEWARD),
}
# No verb gives the police these roles: the rows are put in past it and past the ledger. The rules hold all the same.
SLIPPED_IN: dict[str, Role] = {"police host": Role.HOST, "police coordinator": Role.COORDINATOR}
SEATS = {
    "one": ("police", "city", "residents", "health", "nation"),
    "two": ("police", "board", "tenants", "youth", "second nation"),
}
PASSWORD = "a long password of theirs"
CHAIRS = {"one": "residents", "two": "tenants"}


@dataclass(slots=True)
class World:
    """Who and what there is, by name."""

    place: Place
    organisations: dict[str, Organisation]
    holders: dict[str, Holder] = field(default_factory=dict)
    residents: dict[str, Resident] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    things: dict[str, Registered] = field(default_factory=dict)

    def actors(self) -> dict[str, Actor]:
        """Everybody who may come, by name."""
        plain: dict[str, Actor] = {"passer-by": Resident(), "clock": Clock(), "installer": Installer()}
        return plain | dict(self.holders) | dict(self.residents)

    def key(self, name: str) -> uuid.UUID:
        """The key of a thing."""
        return self.things[name].id

    def row[M: Registered](self, model: type[M], name: str) -> M:
        """A thing of a kind, as the database holds it now."""
        found: Any = model._default_manager.get(pk=self.key(name))
        assert isinstance(found, model)
        return found

    def person(self, name: str) -> Person:
        """The account behind a holder."""
        return Person.objects.get(pk=self.holders[name].person)


def build(folder: Path) -> World:
    """The whole world; `folder` is for the export that one conversation is imported from."""
    world = _opened()
    _seated(world)
    for name, coordinator, host in (("one", "coordinator", "host"), ("two", "other coordinator", "other host")):
        _listened(world, name, coordinator, host)
        _agreed(world, name, CHAIRS[name])
    _worked_out(world, folder)
    _acted(world)
    for name, coordinator in (("one", "coordinator"), ("two", "other coordinator")):
        world.things[f"report {name}"] = publications.publish(
            engagement=world.row(Engagement, f"engagement {name}"),
            title=f"What came of it, {name}",
            summary="People asked for light.",
            language="en",
            by=world.holders[coordinator],
        )
    return world


def person(name: str) -> Person:
    """An account with the password of these tests."""
    return Person.objects.create_user(email=f"{uuid.uuid4().hex}@example.org", name=name, password=PASSWORD)


def _opened() -> World:
    parties = {
        name: places.found_party(name=name, side=kind.value, language="en", by=Installer())
        for name, kind in dict.fromkeys(each for each in ORGANISATIONS.values() if each)
    }
    entered = {
        short: organisations.enter(
            name=f"The {short} organisation", party=parties[of[0]] if of else None, language="en", by=Installer()
        )
        for short, of in ORGANISATIONS.items()
    }
    holders = {}
    for name, (short, role) in ROLES.items():
        somebody = person(name)
        made = organisations.appoint(
            organisation=entered[short], person=somebody, role=role, title=name, by=Installer()
        )
        holders[name] = as_role(somebody, made).actor
    for name, role in SLIPPED_IN.items():
        somebody = person(name)
        slipped = Appointment(
            organisation=entered["police"], person=somebody, role=role.value, title=name, from_day=clock.today()
        )
        Model.save(slipped, force_insert=True)
        holders[name] = as_role(somebody, slipped).actor
    place = places.open_(name="Twin Town", language="en", by=(holders["police member"], holders["residents member"]))
    return World(place, entered, holders)


def _seated(world: World) -> None:
    openers = (world.holders["police member"], world.holders["residents member"])
    for number, sides in SEATS.items():
        table = tables.set_up(
            place=world.place,
            name=f"Table {number}",
            purpose="To decide together.",
            quorum=3,
            share_not_police=0.5,
            present_of_sides={PartyKind.COMMUNITY: 1},
            language="en",
            by=Installer(),
        )
        world.things[f"table {number}"] = table
        for short in sides:
            chairing = CHAIRS[number] == short
            name = f"{'chair' if chairing else 'seat'} of {short} at {number}"
            somebody = person(name)
            made = tables.found_seat(
                table=table,
                organisation=world.organisations[short],
                person=somebody,
                title=name,
                chairing=chairing,
                by=openers,
            )
            world.seats[name], world.holders[name] = made, as_seat(somebody, made).actor
    somebody = person("new seat of residents at one")
    late = tables.fill(
        table=world.row(Table, "table one"),
        organisation=world.organisations["residents"],
        person=somebody,
        title="Second seat of residents",
        by=world.holders["chair of residents at one"],
    )
    world.seats[somebody.name], world.holders[somebody.name] = late, as_seat(somebody, late).actor


def begun(*within: Conversation) -> tuple[Resident, str]:
    """Somebody without an account, who began with the same words in each conversation; and their words."""
    minted = receipts.mint("en")
    entropy = minted.entropy
    who = Resident(
        tuple(
            (each.id, conversations.begin(conversation=each, language="en", entropy=entropy, by=Resident()).participant)
            for each in within
        )
    )
    return who, minted.words


def _listened(world: World, name: str, coordinator: str, host: str) -> None:
    """One engagement: a question, somebody who said four things, and what the host did with them."""
    by, reader = world.holders[coordinator], world.holders[host]
    engagement = engagements.open_(
        organisation=world.organisations[ROLES[coordinator][0]],
        host=world.organisations[ROLES[host][0]],
        title=f"Waiting after dark, {name}",
        purpose="To learn what would help.",
        promise=Level.INVOLVE,
        police_see="totals of five people or more.",
        opens=clock.today(),
        closes=clock.today() + timedelta(days=30),
        language="en",
        by=by,
    )
    talk = conversations.open_(engagement=engagement, question=f"What would help, {name}?", language="en", by=by)
    author, world.words[f"author {name}"] = begun(talk)
    said = {
        state: voices.record(conversation=talk, text=f"The {state} sentence of {name}.", language="en", by=author)
        for state in ("passed", "joined", "waiting", "rejected", "withdrawn")
    }
    for state in ("passed", "joined"):
        statements.pass_(voice=said[state], by=reader)
    statements.reject(voice=said["rejected"], reason=Voice.Reason.ELSEWHERE, note="", by=reader)
    voices.withdraw(voice=said["withdrawn"], by=author)
    world.residents[f"author {name}"] = author
    world.residents[f"voter {name}"], world.words[f"voter {name}"] = begun(talk)
    world.things |= {f"engagement {name}": engagement, f"conversation {name}": talk}
    world.things |= {f"{state} {name}": voice for state, voice in said.items()}
    for topic in ("light", "buses", "shelter", "benches"):
        world.things[f"{topic} {name}"] = themes.name(
            engagement=engagement, name=f"{topic} {name}", description="As said.", conversation=talk, language="en",
            by=by,
        )  # fmt: skip
    themes.assign(theme=world.row(Theme, f"light {name}"), voices=[said["joined"]], by=by)


def _agreed(world: World, name: str, chair: str) -> None:
    """Three motions of a table: one open, one carried and waiting, one that became a priority."""
    leader = world.holders[f"chair of {chair} at {name}"]
    for topic, state in (("shelter", "open"), ("buses", "carried"), ("light", "adopted")):
        motion = motions.open_(
            table=world.row(Table, f"table {name}"),
            theme=world.row(Theme, f"{topic} {name}"),
            wording=f"More {topic}, {name}.",
            language="en",
            by=leader,
        )
        world.things[f"{state} motion {name}"] = motion
        if state == "open":
            continue
        for voter in _seats_of(world, name):
            motions.vote(motion=motion, choice=Ballot.AYE, reason="", language="en", by=voter)
        closed = motions.close(motion=motion, by=leader)
        if state == "adopted":
            world.things[f"priority {name}"] = priorities.adopt(motion=closed, by=leader)


def _seats_of(world: World, name: str) -> Iterator[Holder]:
    return (holder for seat, holder in world.holders.items() if seat.endswith(f" at {name}") and seat[:3] != "new")


def _worked_out(world: World, folder: Path) -> None:
    """A conversation with results: an export of forty people and ten statements, in two camps."""
    talk = conversations.open_(
        engagement=world.row(Engagement, "engagement one"),
        question="Which of these?",
        language="en",
        by=world.holders["coordinator"],
    )
    rows = ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
    rows += [f'1,,{number},0,0,0,1,"Imported sentence {number}."' for number in range(10)]
    (folder / "comments.csv").write_text("\n".join(rows))
    lines = ["participant," + ",".join(map(str, range(10)))]
    lines += [f"{who}," + ",".join(str(1 if (who + said) % 2 else -1) for said in range(10)) for who in range(40)]
    (folder / "participants-votes.csv").write_text("\n".join(lines))
    imports.bring_in(conversation=talk, directory=folder, by=Installer())
    world.things["snapshot"] = snapshots.make(conversation=talk, by=Clock())
    world.things["conversation shown"] = talk


def _acted(world: World) -> None:
    """Promises of four organisations, two of them of one party, and measures that two stewards own."""
    for member, name in (
        ("police member", "one"),
        ("health member", "one"),
        ("youth member", "one"),
        ("nation member", "one"),
        ("second nation member", "two"),
    ):
        made = commitments.promise(
            priority=world.row(Priority, f"priority {name}"),
            wording=f"What the {member} will do.",
            due=clock.today() + timedelta(days=20),
            language="en",
            by=world.holders[member],
        )
        world.things[f"promise of {member}"] = made
        evidence.show(
            commitment=made, sentence="It is under way.", link="https://example.org/", language="en",
            by=world.holders[member],
        )  # fmt: skip
    for steward, owner, name in (("steward", "college", "one"), ("other steward", "university", "two")):
        measured = indicators.agree(
            priority=world.row(Priority, f"priority {name}"),
            name="Safe waiting",
            description="How safe do you feel while you wait?",
            unit=Unit.SCORE,
            direction=Direction.UP,
            sample=Sample.OPT_IN,
            owner=world.organisations[owner],
            source="Survey of people who wait",
            method="Mean of answers from 0 to 10.",
            language="en",
            by=world.holders["coordinator" if name == "one" else "other coordinator"],
        )
        world.things[f"measure of {owner}"] = measured
        world.things[f"reading of {owner}"] = readings.record(
            indicator=measured, day=clock.today() - timedelta(days=3), value=Decimal("3.4"), n=120, language="en",
            by=world.holders[steward],
        )  # fmt: skip
