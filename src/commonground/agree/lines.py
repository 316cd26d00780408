"""Seats, ballots, motions and priorities as pages list them, each list in a fixed number of queries."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.utils.functional import Promise

from commonground.agree.models import Ballot, Motion, Priority
from commonground.agree.rule import Choice
from commonground.agree.sentences import CHOICE_WORDS
from commonground.kernel import access, clock, words
from commonground.kernel.actor import Actor, PartyKind, Resident
from commonground.kernel.models import Edge, Registered
from commonground.kernel.words import Words
from commonground.listen.models import Voice
from commonground.people.models import Seat, Table, on


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat as it is printed: its title, who holds it, for whom, and from which day it counts."""

    id: uuid.UUID
    title: str
    person: str
    organisation: str
    side: PartyKind
    chairing: bool
    counts_from: date
    counts: bool


@dataclass(frozen=True, slots=True)
class MotionCard:
    """A motion in a list."""

    id: uuid.UUID
    wording: Words
    theme: Words
    table: Words
    opened: date
    closed: date | None


@dataclass(frozen=True, slots=True)
class PriorityCard:
    """A priority in a list, with how much stands before and after it on its thread."""

    id: uuid.UUID
    wording: Words
    table: Words
    adopted: date
    voices: int
    promises: int
    measures: int


@dataclass(frozen=True, slots=True)
class TableCard:
    """A table with who sits at it."""

    id: uuid.UUID
    name: Words
    purpose: Words
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True, slots=True)
class BallotLine:
    """How one seat voted and why; `counts` is false when the seat does not count on the day that decides."""

    seat: SeatLine
    choice: Choice
    choice_word: Promise
    reason: Words | None
    day: date


def motions(actor: Actor) -> Any:
    """The motions an actor may see, newest first, each with its table and theme."""
    return (
        access.visible(Motion, actor)
        .select_related("theme__thing", "theme__engagement__thing", "table__thing")
        .order_by("-opened", "wording", "pk")
    )


def priorities(actor: Actor) -> Any:
    """The priorities an actor may see, newest first, each with its table and theme."""
    return (
        access.visible(Priority, actor)
        .select_related("theme__thing", "theme__engagement__thing", "table__thing")
        .order_by("-adopted", "wording", "pk")
    )


def ballots_of(motion: Motion) -> list[Ballot]:
    """Every ballot on a motion with its seat, noes first. One query."""
    rows = Ballot.objects.filter(motion=motion).select_related("seat__party", "seat__organisation", "seat__person")
    order = {Choice.NAY: 0, Choice.AYE: 1, Choice.ABSTAIN: 2}
    return sorted(rows, key=lambda row: (order[Choice(row.choice)], row.seat.title, row.pk.hex))


def seats_of(tables: Iterable[Table], day: date) -> list[Seat]:
    """The seats held at the tables on a day, chairs first. One query."""
    found = Seat.objects.filter(on(day), table__in=list(tables)).select_related("party", "organisation", "person")
    return list(found.order_by("-chairing", "party__side", "title", "pk"))


def seat_line(seat: Seat, day: date) -> SeatLine:
    """A seat as printed, and whether it counts on a day."""
    return SeatLine(
        id=seat.pk,
        title=seat.title,
        person=seat.person.name,
        organisation=seat.organisation.name,
        side=PartyKind(seat.party.side),
        chairing=seat.chairing,
        counts_from=seat.counts_from,
        counts=seat.counts_on(day),
    )


def ballot_line(ballot: Ballot, day: date) -> BallotLine:
    """A ballot as printed; `day` is the one that decides which seats count."""
    choice = Choice(ballot.choice)
    reason = words.source(ballot.reason, ballot.language) if ballot.reason else None
    return BallotLine(seat_line(ballot.seat, day), choice, CHOICE_WORDS[choice], reason, ballot.day)


def table_cards(tables: list[Table]) -> tuple[TableCard, ...]:
    """Tables with the seats held today. Two queries, whatever their number."""
    day = clock.today()
    told = words.many([(table, field) for table in tables for field in ("name", "purpose")])
    seats = seats_of(tables, day)
    return tuple(
        TableCard(
            id=table.id,
            name=told[table.id, "name"],
            purpose=told[table.id, "purpose"],
            seats=tuple(seat_line(seat, day) for seat in seats if seat.table_id == table.id),
        )
        for table in tables
    )


def motion_cards(rows: list[Motion]) -> tuple[MotionCard, ...]:
    """Motions in a list. One query at most."""
    told = words.many([pair for row in rows for pair in ((row, "wording"), (row.theme, "name"), (row.table, "name"))])
    return tuple(
        MotionCard(
            id=row.id,
            wording=told[row.id, "wording"],
            theme=told[row.theme.id, "name"],
            table=told[row.table.id, "name"],
            opened=row.opened,
            closed=row.closed,
        )
        for row in rows
    )


def priority_cards(rows: list[Priority]) -> tuple[PriorityCard, ...]:
    """Priorities in a list, with how many voices, promises and measures hang on each. Three queries at most."""
    told = words.many([pair for row in rows for pair in ((row, "wording"), (row.table, "name"))])
    voices = voices_of([row.theme_id for row in rows])
    steps = _steps_after(rows)
    return tuple(
        PriorityCard(
            id=row.id,
            wording=told[row.id, "wording"],
            table=told[row.table.id, "name"],
            adopted=row.adopted,
            voices=voices[row.theme_id],
            promises=steps[row.id, "promised"],
            measures=steps[row.id, "measured by"],
        )
        for row in rows
    )


def voices_of(themes: Iterable[uuid.UUID]) -> Counter[uuid.UUID]:
    """How many voices that anybody may read lead to each theme. One query."""
    public = access.visible(Voice, Resident()).values("pk")
    edges = Edge.objects.filter(target__in=list(themes), source__in=public, relation="assigned", ended=None)
    return Counter(dict(edges.values_list("target").annotate(count=Count("source", distinct=True))))


def _steps_after(rows: Iterable[Registered]) -> Counter[tuple[uuid.UUID, str]]:
    """How many things each row led to, by relation. One query."""
    edges = Edge.objects.filter(source__in=[row.id for row in rows], ended=None)
    counted = edges.values_list("source", "relation").annotate(count=Count("pk"))
    return Counter({(source, relation): count for source, relation, count in counted})
