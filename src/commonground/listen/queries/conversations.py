"""A conversation, its statements, and what one resident has done in it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise

from commonground.kernel import access, words
from commonground.kernel.actor import Actor
from commonground.kernel.words import Words
from commonground.listen.models import MEANINGS, Choice, Conversation, Level, PendingVote, SealedVote, Snapshot, Voice
from commonground.listen.queries.engagements import Host, host_of
from commonground.listen.results import shown_people


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """A conversation as everybody sees it; `people` and `as_of` are those of the last results, never of this moment."""

    id: UUID
    engagement: UUID
    engagement_title: Words
    question: Words
    promise: str
    meaning: str | Promise
    police_see: Words
    host: Host
    open: bool
    opens: date
    closes: date
    ended: date | None
    statements: int
    people: int | None
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """The next statement for one resident, or none when they have seen all. `place` counts from 1."""

    voice: UUID | None
    text: Words | None
    place: int
    statements: int
    voted: int


@dataclass(frozen=True, slots=True)
class OwnVote:
    """A vote of one's own."""

    voice: UUID
    text: Words
    choice: Choice


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """Something one said: its text, what the host did with it, and why."""

    id: UUID
    text: Words
    status: str
    status_word: str
    reason: str | Promise
    note: str
    day: date


def page_of(conversation: Conversation) -> ConversationPage:
    """The head of every page of a conversation. Expects `conversation` with its engagement and host."""
    engagement = conversation.engagement
    said = words.many([(conversation, "question"), (engagement, "title"), (engagement, "police_see")])
    latest = Snapshot.objects.filter(conversation=conversation).order_by("-ordinal").first()
    ended = conversation.ended_on
    return ConversationPage(
        id=conversation.id,
        engagement=engagement.id,
        engagement_title=said[engagement.id, "title"],
        question=said[conversation.id, "question"],
        promise=str(Level(engagement.promise).label),
        meaning=MEANINGS[engagement.promise],
        police_see=said[engagement.id, "police_see"],
        host=host_of(engagement),
        open=ended is None,
        opens=engagement.opens,
        closes=engagement.closes,
        ended=ended,
        statements=Voice.objects.filter(conversation=conversation, status=Voice.Status.PASSED).count(),
        people=shown_people(latest.results) if latest else None,
        as_of=latest.as_of if latest else None,
    )


def ballot(conversation: Conversation, participant: UUID) -> Ballot:
    """The statement that this participant sees next: in an order of their own, which no other participant shares."""
    passed = list(
        Voice.objects.filter(conversation=conversation, status=Voice.Status.PASSED).values_list("pk", flat=True)
    )
    voted = choices_of(conversation, participant)
    left = [key for key in passed if key not in voted]
    done = len(passed) - len(left)
    if not left:
        return Ballot(None, None, done, len(passed), done)
    chosen = min(left, key=lambda key: hashlib.sha256(participant.bytes + key.bytes).digest())
    text = words.of(Voice.objects.select_related("thing").get(pk=chosen), "text")
    return Ballot(chosen, text, done + 1, len(passed), done)


def choices_of(conversation: Conversation, participant: UUID) -> dict[UUID, int]:
    """How a participant has voted so far, sealed or not. Two queries."""
    mine = {"container": conversation.id, "participant": participant}
    sealed = SealedVote.objects.filter(**mine, salt__isnull=False, value__isnull=False)
    pending = PendingVote.objects.filter(**mine)
    found: dict[UUID, int | None] = dict(sealed.values_list("subject_id", "value"))
    found |= dict(pending.values_list("subject_id", "value"))
    return {key: value for key, value in found.items() if value is not None}


def own_votes(conversation: Conversation, participant: UUID) -> tuple[OwnVote, ...]:
    """One's own votes, by the number of the statement."""
    chosen = choices_of(conversation, participant)
    rows = list(
        Voice.objects.filter(conversation=conversation, status=Voice.Status.PASSED, pk__in=list(chosen))
        .select_related("thing")
        .order_by("number")
    )
    said = words.many([(row, "text") for row in rows])
    return tuple(OwnVote(row.id, said[row.id, "text"], Choice(chosen[row.id])) for row in rows)


def own_voices(
    actor: Actor, participants: list[UUID], *, conversation: Conversation | None = None
) -> tuple[OwnVoice, ...]:
    """What one said oneself; withdrawn words are gone."""
    rows = access.visible(Voice, actor).filter(participant__in=participants)
    if conversation is not None:
        rows = rows.filter(conversation=conversation)
    listed = list(rows.order_by("number", "pk"))
    said = words.many([(row, "text") for row in listed])
    return tuple(
        OwnVoice(
            id=row.id,
            text=said[row.id, "text"],
            status=row.status,
            status_word=str(Voice.Status(row.status).label),
            reason=Voice.Reason(row.reason).label if row.reason else "",
            note=row.note,
            day=row.day,
        )
        for row in listed
    )
