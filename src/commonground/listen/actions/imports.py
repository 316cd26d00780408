"""Bringing a conversation over from Polis: staged in short steps, checked whole, switched live in one.

Lossless means: the last vote of every person on every statement, the statements, and how each was moderated. Times
put votes in order and are dropped.
"""

import secrets
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import batched
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from commonground.analysis.opinion import PolisStatement, read_statements, read_votes
from commonground.kernel import access, clock, digest, guard, seals
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.models import Participant, Thing
from commonground.kernel.refusals import RefusedAct
from commonground.listen.models import Conversation, SealedVote, StagedVote, Voice

CHUNK = 2000
STATUS = {1: Voice.Status.PASSED, 0: Voice.Status.PASSED, -1: Voice.Status.REJECTED}
LONGEST = 10_000


class NotEmpty(RefusedAct):
    """The conversation holds statements or votes already."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This conversation already holds statements or votes. Open a new one and import into that; "
                "nothing was changed."
            )
        )


class TextTooLong(RefusedAct):
    """A statement of the export is longer than any statement may be."""

    def __init__(self) -> None:
        super().__init__(
            _("A statement of the export is longer than 10,000 characters. Shorten it; nothing was imported.")
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What an import brought in; `quarantined` statements wait for the host, `rejected` were so in Polis."""

    people: int
    statements: int
    votes: int
    quarantined: int
    rejected: int


type Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class _Batch:
    """An export on its way in: its statements with the keys they will have, and who voted."""

    key: uuid.UUID
    voices: dict[int, uuid.UUID]
    statements: tuple[PolisStatement, ...]
    people: dict[str, uuid.UUID]


def bring_in(
    *,
    conversation: Conversation,
    directory: Path,
    by: Actor,
    language: str = "en",
    progress: Progress = lambda _votes: None,
) -> Report:
    """Import a Polis export into an empty conversation; `progress` is told how many votes are staged.

    Raises Forbidden, NotEmpty, TextTooLong, or the PolisError of a broken file; then nothing is left behind.
    """
    access.require(by, "conversation.import", conversation)
    _require_empty(conversation)
    statements = tuple(read_statements(directory))
    if any(len(statement.text) > LONGEST for statement in statements):
        raise TextTooLong
    batch = _Batch(_key(), {statement.id: _key() for statement in statements}, statements, {})
    try:
        _stage(conversation, batch, directory, progress)
        return _go_live(conversation=conversation, batch=batch, language=language, by=by)
    finally:
        _clear(batch.key)


def _key() -> uuid.UUID:
    return uuid.UUID(bytes=secrets.token_bytes(16))


def _require_empty(conversation: Conversation) -> None:
    if (
        Voice.objects.filter(conversation=conversation).exists()
        or Participant.objects.filter(container=conversation.thing).exists()
    ):
        raise NotEmpty


def _stage(conversation: Conversation, batch: _Batch, directory: Path, progress: Progress) -> None:
    """Each chunk in a short transaction of its own, so that people can go on voting elsewhere."""
    staged = 0
    columns = [field.attname for field in StagedVote._meta.concrete_fields]
    marks = ", ".join(["%s"] * len(columns))
    insert = f"INSERT INTO {StagedVote._meta.db_table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    for rows in batched(_staged(conversation, batch, directory), CHUNK):
        # Without a model's instance for each of a quarter of a million votes this takes half the time.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(insert, rows)
        staged += len(rows)
        progress(staged)


def _staged(conversation: Conversation, batch: _Batch, directory: Path) -> Iterator[tuple[Any, ...]]:
    """The columns of one StagedVote a vote, in the order of its fields."""
    key = _as_column()
    container, of_batch = conversation.id, key(batch.key)
    for vote in read_votes(directory):
        participant = batch.people.get(vote.participant) or batch.people.setdefault(vote.participant, _key())
        subject = batch.voices[vote.statement]
        salt = digest.new_salt()
        leaf = seals.leaf_of(salt, container, participant, subject, 1, vote.value)
        yield key(_key()), of_batch, key(participant), key(subject), vote.value, salt, leaf


def _as_column() -> Callable[[uuid.UUID], Any]:
    """A key as this database stores it."""
    return (lambda value: value) if connection.features.has_native_uuid_field else (lambda value: value.hex)


@action("conversation.import")
def _go_live(*, conversation: Conversation, batch: _Batch, language: str, by: Actor) -> Report:
    """Everything staged becomes voices, participants and sealed votes, under one seal and one entry."""
    _require_empty(conversation)
    voices = [_voice(conversation, batch, statement) for statement in batch.statements]
    Thing.objects.bulk_create(
        [Thing(id=voice.pk, kind=Voice.kind, language=language) for voice in voices], batch_size=500
    )
    Voice.objects.bulk_create(voices, batch_size=100)
    Participant.objects.bulk_create(
        [Participant(id=key, container=conversation.thing, imported=True) for key in sorted(batch.people.values())],
        batch_size=200,
    )
    staged = StagedVote.objects.filter(batch=batch.key).values_list("leaf", flat=True)
    seal = seals.close_batch(conversation, SealedVote, map(bytes, staged.iterator(chunk_size=10_000)))
    if seal.count:
        _switch(conversation, batch.key, seal.pk)
    found = [voice.status for voice in voices]
    return Report(
        people=len(batch.people),
        statements=len(voices),
        votes=seal.count,
        quarantined=found.count(Voice.Status.QUARANTINED),
        rejected=found.count(Voice.Status.REJECTED),
    )


def _voice(conversation: Conversation, batch: _Batch, statement: PolisStatement) -> Voice:
    """A statement that Polis showed to voters is passed; one that the guard stops waits for the host instead."""
    held_back = statement.moderation != -1 and bool(guard.find(statement.text))
    return Voice(
        thing_id=batch.voices[statement.id],
        engagement_id=conversation.engagement_id,
        conversation=conversation,
        text=statement.text,
        status=Voice.Status.QUARANTINED if held_back else STATUS[statement.moderation],
        number=statement.id,
        day=clock.today(),
    )


def _switch(conversation: Conversation, batch: uuid.UUID, seal: uuid.UUID) -> None:
    """One statement of SQL, in the order of the salted leaves, so that the order of rows says nothing."""
    sealed, staged = SealedVote._meta.db_table, StagedVote._meta.db_table
    key = _as_column()
    ready = [key(value) for value in (conversation.id, seal, batch)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO {sealed}
                       (id, container_id, participant_id, subject_id, revision, value, salt, leaf, seal_id)
                SELECT id, %s, participant, subject, 1, value, salt, leaf, %s FROM {staged}
                WHERE batch = %s ORDER BY leaf""",  # noqa: S608 (names of our own tables)
            ready,
        )


def _clear(batch: uuid.UUID) -> None:
    """Empty the staging table in short steps; a broken import leaves nothing behind."""
    while keys := list(StagedVote.objects.filter(batch=batch).values_list("pk", flat=True)[:20_000]):
        for some in seals.chunks(keys):
            StagedVote.objects.filter(pk__in=some).delete()
