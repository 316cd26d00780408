"""What can be told of an engagement today: all that its themes led to, as anybody may see it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commonground.act.models import Commitment, CommitmentStatus
from commonground.agree import lines
from commonground.agree.models import Ballot, Priority, tally_of
from commonground.agree.rule import Choice
from commonground.kernel import access, clock, ledger
from commonground.kernel.actor import PartyKind, Resident
from commonground.kernel.models import Registered
from commonground.listen.models import Conversation, Engagement, Snapshot, Theme, Voice
from commonground.listen.results import CELL, shown_people
from commonground.measure.models import Direction, Indicator, Reading, Sample, Unit
from commonground.measure.queries import last_readings
from commonground.people.models import Organisation
from commonground.tell.content import (
    Body,
    CommitmentTold,
    ConversationTold,
    DissentTold,
    FigureTold,
    IndicatorTold,
    LedgerHead,
    PriorityTold,
    Standing,
    Text,
    ThemeTold,
    Told,
)

EXAMPLES = 3
ANYBODY = Resident()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The content, and the things it tells of, which the thread joins to the report."""

    told: Told
    things: tuple[Registered, ...]


def gather(engagement: Engagement) -> Gathered:
    """Everything as it stands today. A fixed number of queries."""
    themes = list(access.visible(Theme, ANYBODY).filter(engagement=engagement).order_by("named_on", "name", "pk"))
    priorities = list(
        access.visible(Priority, ANYBODY)
        .filter(theme__in=themes)
        .select_related("table__thing", "motion")
        .order_by("adopted", "wording", "pk")
    )
    commitments = list(
        access.visible(Commitment, ANYBODY)
        .filter(priority__in=priorities)
        .select_related("organisation__party")
        .order_by("organisation__name", "due", "pk")
    )
    indicators = list(
        access.visible(Indicator, ANYBODY)
        .filter(priority__in=priorities)
        .select_related("owner__party")
        .order_by("name", "pk")
    )
    head = ledger.head()
    told = Told(
        day=clock.today(),
        engagement=_text(engagement, "title"),
        conversations=_conversations(engagement),
        themes=_themes(themes),
        priorities=_priorities(priorities),
        commitments=tuple(_commitment(each) for each in commitments),
        indicators=_indicators(indicators),
        ledger=LedgerHead(head.length, head.hash),
    )
    return Gathered(told, (*themes, *priorities, *commitments, *indicators))


def _text(row: Registered, field: str) -> Text:
    return Text(row.id, field, getattr(row, field), row.thing.language)


def _body(organisation: Organisation) -> Body:
    return Body(organisation.name, PartyKind(organisation.party.side) if organisation.party else None)


def _conversations(engagement: Engagement) -> tuple[ConversationTold, ...]:
    """The people of a conversation are those of its last stored results, which move in batches alone."""
    rows = list(access.visible(Conversation, ANYBODY).filter(engagement=engagement).order_by("opened", "pk"))
    snapshots = access.visible(Snapshot, ANYBODY).filter(conversation__in=rows).order_by("ordinal")
    people = {row.conversation_id: shown_people(row.results) for row in snapshots}
    return tuple(ConversationTold(row.id, _text(row, "question"), _enough(people.get(row.id, 0))) for row in rows)


def _enough(count: int) -> int | None:
    return count if count >= CELL else None


def _themes(themes: Sequence[Theme]) -> tuple[ThemeTold, ...]:
    voices: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    passed = access.visible(Voice, ANYBODY).filter(
        thing__leads_to__target__in=[theme.id for theme in themes],
        thing__leads_to__relation="assigned",
        thing__leads_to__ended=None,
    )
    for voice, theme in passed.order_by("number", "pk").values_list("pk", "thing__leads_to__target"):
        voices[theme].append(voice)
    return tuple(
        ThemeTold(
            id=theme.id,
            name=_text(theme, "name"),
            description=_text(theme, "description"),
            voices=_enough(len(voices[theme.id])),
            examples=tuple(voices[theme.id][:EXAMPLES]),
        )
        for theme in themes
    )


def _priorities(priorities: Sequence[Priority]) -> tuple[PriorityTold, ...]:
    ballots: dict[uuid.UUID, list[Ballot]] = defaultdict(list)
    rows = Ballot.objects.filter(motion__in=[each.motion_id for each in priorities])
    for ballot in rows.select_related("seat__party", "seat__organisation", "seat__person").order_by(
        "seat__title", "pk"
    ):
        ballots[ballot.motion_id].append(ballot)
    return tuple(_priority(each, ballots[each.motion_id]) for each in priorities)


def _priority(priority: Priority, ballots: list[Ballot]) -> PriorityTold:
    day = priority.motion.counted_on
    tally = tally_of(ballots, day)
    counted = (line for line in (lines.ballot_line(each, day) for each in ballots) if line.seat.counts)
    return PriorityTold(
        id=priority.id,
        theme=priority.theme_id,
        wording=_text(priority, "wording"),
        table=_text(priority.table, "name"),
        adopted=priority.adopted,
        ayes=tally.ayes,
        nays=tally.nays,
        abstentions=tally.abstentions,
        dissent=tuple(_dissent(line) for line in counted if line.choice is Choice.NAY),
    )


def _dissent(line: lines.BallotLine) -> DissentTold:
    body = Body(line.seat.organisation, line.seat.side)
    reason, language = (line.reason.text, line.reason.language) if line.reason else ("", "")
    return DissentTold(line.seat.title, body, reason, language)


def _commitment(row: Commitment) -> CommitmentTold:
    return CommitmentTold(
        id=row.id,
        priority=row.priority_id,
        body=_body(row.organisation),
        wording=_text(row, "wording"),
        due=row.due,
        standing=_standing(row),
        settled=row.settled,
        days_late=row.days_late,
        reason=_text(row, "reason") if row.reason else None,
    )


def _standing(row: Commitment) -> Standing:
    match CommitmentStatus(row.status):
        case CommitmentStatus.KEPT:
            return Standing.KEPT
        case CommitmentStatus.DROPPED:
            return Standing.DROPPED
        case _:
            return Standing.LATE if row.is_late else Standing.UNDER_WAY


def _indicators(indicators: Iterable[Indicator]) -> tuple[IndicatorTold, ...]:
    rows = list(indicators)
    last = last_readings(rows, for_=ANYBODY)
    return tuple(_indicator(row, last.get(row.id)) for row in rows)


def _indicator(row: Indicator, last: Reading | None) -> IndicatorTold:
    baseline = None
    if row.baseline_value is not None and row.baseline_n is not None and row.baseline_day is not None:
        baseline = FigureTold(row.baseline_value, row.baseline_n, row.baseline_day)
    return IndicatorTold(
        id=row.id,
        priority=row.priority_id,
        name=_text(row, "name"),
        unit=Unit(row.unit),
        counted=_text(row, "counted"),
        direction=Direction(row.direction),
        of_people=Sample(row.sample) is not Sample.ALL,
        owner=_body(row.owner),
        baseline=baseline,
        last=FigureTold(last.value, last.n, last.day) if last else None,
        method=_text(row, "method"),
        caution=_text(row, "caution"),
    )
