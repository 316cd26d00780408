"""What the pages of this room show: tables and their seats, motions with their ballots, priorities."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.shortcuts import get_object_or_404
from django.utils.functional import Promise

from commonground.agree import lines
from commonground.agree.lines import BallotLine, MotionCard, PriorityCard, SeatLine, TableCard
from commonground.agree.models import Motion, MotionStatus, Priority, rule_of, tally_of
from commonground.agree.origin import origin_of
from commonground.agree.rule import Choice, Tally
from commonground.agree.sentences import lacks_in_words, rule_in_words
from commonground.kernel import access, clock, words
from commonground.kernel.actor import Actor, Holder
from commonground.kernel.thread import Station
from commonground.kernel.words import Words
from commonground.listen.models import Theme
from commonground.people.models import Table


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that was agreed, is being voted on, and who decides."""

    priorities: tuple[PriorityCard, ...]
    motions: tuple[MotionCard, ...]
    tables: tuple[TableCard, ...]


@dataclass(frozen=True, slots=True)
class TablePage:
    """One table with its rule in words and everything it decided."""

    table: TableCard
    rule: tuple[Promise, ...]
    motions: tuple[MotionCard, ...]
    priorities: tuple[PriorityCard, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """What the person looking at a motion may do with it, their own ballot, and when their seat begins to count."""

    mine: BallotLine | None
    counts_from: date | None
    vote: bool
    close: bool
    adopt: bool


@dataclass(frozen=True, slots=True)
class MotionPage:
    """A motion with its ballots, and whether its table's rule is met as they stand."""

    motion: Motion
    wording: Words
    theme: Words
    table: Words
    tally: Tally
    ballots: tuple[BallotLine, ...]
    silent: tuple[SeatLine, ...]
    lacks: tuple[Promise, ...]
    rule: tuple[Promise, ...]
    carries: bool
    priority: uuid.UUID | None
    voices: int
    back: tuple[Station, ...]
    ways: Ways


@dataclass(frozen=True, slots=True)
class PriorityPage:
    """A priority with the tally that made it and every dissent in full."""

    priority: Priority
    wording: Words
    theme: Words
    table: Words
    tally: Tally
    dissent: tuple[BallotLine, ...]
    abstained: tuple[BallotLine, ...]
    voices: int
    back: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class PutPage:
    """The theme that a chair is about to put, and the table that would vote on it."""

    theme_id: uuid.UUID
    theme: Words
    table: Words


def index(*, for_: Actor) -> Index:
    """The first page of the room. A fixed number of queries."""
    tables = list(access.visible(Table, for_).order_by("name"))
    motions = list(lines.motions(for_).filter(status=MotionStatus.OPEN))
    return Index(
        lines.priority_cards(list(lines.priorities(for_))), lines.motion_cards(motions), lines.table_cards(tables)
    )


def table_page(key: uuid.UUID, *, for_: Actor) -> TablePage:
    """One table. Raises Http404."""
    table = access.get(Table, key, for_)
    return TablePage(
        table=lines.table_cards([table])[0],
        rule=rule_in_words(rule_of(table)),
        motions=lines.motion_cards(list(lines.motions(for_).filter(table=table))),
        priorities=lines.priority_cards(list(lines.priorities(for_).filter(table=table))),
    )


def motion_page(key: uuid.UUID, *, for_: Actor) -> MotionPage:
    """One motion with every ballot. Raises Http404."""
    motion: Motion = get_object_or_404(lines.motions(for_).select_related("priority"), pk=key)
    rule, day = rule_of(motion.table), motion.counted_on
    rows = lines.ballots_of(motion)
    tally = tally_of(rows, day)
    voted = {row.seat_id for row in rows}
    priority: Priority | None = getattr(motion, "priority", None)
    origin = origin_of(motion.theme, for_=for_)
    told = words.many([(motion, "wording"), (motion.table, "name")])
    ballots = tuple(lines.ballot_line(row, day) for row in rows)
    return MotionPage(
        motion=motion,
        wording=told[motion.id, "wording"],
        theme=words.of(motion.theme, "name"),
        table=told[motion.table.id, "name"],
        tally=tally,
        ballots=ballots,
        silent=tuple(
            lines.seat_line(seat, day)
            for seat in lines.seats_of([motion.table], day)
            if seat.counts_on(day) and seat.pk not in voted
        ),
        lacks=lacks_in_words(rule, tally),
        rule=rule_in_words(rule),
        carries=rule.carries(tally),
        priority=priority.id if priority else None,
        voices=origin.voices,
        back=origin.stations(),
        ways=_ways(motion, ballots, for_, adopted=priority is not None),
    )


def _ways(motion: Motion, ballots: tuple[BallotLine, ...], actor: Actor, *, adopted: bool) -> Ways:
    seat = actor if isinstance(actor, Holder) and actor.table == motion.table_id else None
    later = seat is not None and seat.counts_from > clock.today()
    return Ways(
        mine=next((ballot for ballot in ballots if seat and ballot.seat.id == seat.seat), None),
        counts_from=seat.counts_from if seat and later else None,
        vote=access.may(actor, "motion.vote", motion),
        close=access.may(actor, "motion.close", motion),
        adopt=not adopted and access.may(actor, "priority.adopt", motion),
    )


def priority_page(key: uuid.UUID, *, for_: Actor) -> PriorityPage:
    """One priority. Raises Http404."""
    priority: Priority = get_object_or_404(lines.priorities(for_).select_related("motion"), pk=key)
    day = priority.motion.counted_on
    rows = lines.ballots_of(priority.motion)
    counted = [line for line in (lines.ballot_line(row, day) for row in rows) if line.seat.counts]
    origin = origin_of(priority.theme, for_=for_)
    told = words.many([(priority, "wording"), (priority.table, "name")])
    return PriorityPage(
        priority=priority,
        wording=told[priority.id, "wording"],
        theme=words.of(priority.theme, "name"),
        table=told[priority.table.id, "name"],
        tally=tally_of(rows, day),
        dissent=tuple(ballot for ballot in counted if ballot.choice is Choice.NAY),
        abstained=tuple(ballot for ballot in counted if ballot.choice is Choice.ABSTAIN),
        voices=origin.voices,
        back=origin.stations(),
    )


def put_page(theme: uuid.UUID, table: uuid.UUID, *, for_: Actor) -> PutPage:
    """What a chair sees before putting a theme to their table. Raises Http404."""
    raised = access.get(Theme, theme, for_)
    seated = access.get(Table, table, for_)
    told = words.many([(raised, "name"), (seated, "name")])
    return PutPage(raised.id, told[raised.id, "name"], told[seated.id, "name"])


def waiting_for(seat: Holder) -> tuple[MotionCard, ...]:
    """The open motions at a seat's table on which it has not voted. Two queries at most."""
    rows = lines.motions(seat).filter(table=seat.table, status=MotionStatus.OPEN).exclude(ballots__seat=seat.seat)
    return lines.motion_cards(list(rows))
