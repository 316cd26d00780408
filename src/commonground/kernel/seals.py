"""Sealing: a container's pending acts move, shuffled, into the sealed table under one root.

Once a day and inside close and publish, never otherwise: a seal a minute would date a vote to the minute.
"""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Max

from commonground.kernel import act, digest
from commonground.kernel.ledger import table_of
from commonground.kernel.models import PendingAct, Registered, Seal, SealedAct

CHUNK = 400
TABLES: list[tuple[type[PendingAct], type[SealedAct]]] = []


def register(pending: type[PendingAct], sealed: type[SealedAct]) -> None:
    """Make a pair of tables known to the verifier."""
    if (pending, sealed) not in TABLES:
        TABLES.append((pending, sealed))


def chunks[T](items: list[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The items in runs of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def leaf_of(
    salt: bytes, container: uuid.UUID, participant: uuid.UUID, subject: uuid.UUID, revision: int, value: int | None
) -> bytes:
    """The salted hash that one revision leaves for good."""
    return digest.salted(
        salt,
        digest.canonical(
            {
                "container": container,
                "participant": participant,
                "subject": subject,
                "revision": revision,
                "value": value,
            }
        ),
    )


def fresh(
    model: type[SealedAct],
    *,
    container: uuid.UUID,
    participant: uuid.UUID,
    subject: uuid.UUID,
    revision: int,
    value: int | None,
) -> Any:
    """An unsaved sealed row with its salt and leaf."""
    salt = digest.new_salt()
    leaf = leaf_of(salt, container, participant, subject, revision, value)
    return model(
        container_id=container,
        participant_id=participant,
        subject_id=subject,
        revision=revision,
        value=value,
        salt=salt,
        leaf=leaf,
    )


def close_batch(container: Registered, model: type[SealedAct], leaves: Iterable[bytes]) -> Seal:
    """The seal over a batch, inside the act under way, whose entry then commits to its root."""
    act.under_way()
    listed = list(leaves)
    made = Seal(container=container.thing, table=table_of(model), count=len(listed), root=digest.root(listed))
    made.save(force_insert=True)
    return made


def take_in(container: Registered, pending: type[PendingAct], sealed: type[SealedAct]) -> Seal | None:
    """Seal everything pending in a container; None when nothing was.

    Only rows read and locked here are moved. An act that arrives meanwhile waits and stays pending for the next seal.
    """
    waiting = list(pending._default_manager.select_for_update().filter(container=container.thing))
    if not waiting:
        return None
    last = _last_revisions(container, sealed, {row.participant_id for row in waiting})
    rows = [
        fresh(
            sealed,
            container=container.id,
            participant=row.participant_id,
            subject=row.subject_id,
            revision=last.get((row.participant_id, row.subject_id), 0) + 1,
            value=row.value,
        )
        for row in waiting
        if row.value is not None or (row.participant_id, row.subject_id) in last
    ]
    if rows:
        _supersede(container, sealed, rows)
    made = close_batch(container, sealed, (row.leaf for row in rows)) if rows else None
    for row in rows:
        row.seal = made
    sealed._default_manager.bulk_create(sorted(rows, key=lambda row: bytes(row.leaf)), batch_size=90)
    for some in chunks(waiting):
        pending._default_manager.filter(pk__in=[row.pk for row in some]).delete()
    return made


def _last_revisions(
    container: Registered, sealed: type[SealedAct], participants: set[uuid.UUID]
) -> dict[tuple[uuid.UUID, uuid.UUID], int]:
    found: dict[tuple[uuid.UUID, uuid.UUID], int] = {}
    for some in chunks(sorted(participants)):
        rows = (
            sealed._default_manager.filter(container=container.thing, participant_id__in=some)
            .values_list("participant_id", "subject_id")
            .annotate(last=Max("revision"))
        )
        found |= {(participant, subject): last for participant, subject, last in rows}
    return found


def _supersede(container: Registered, sealed: type[SealedAct], rows: list[Any]) -> None:
    """Earlier revisions of these acts lose value and salt; their leaves stay under the old root."""
    again = {(row.participant_id, row.subject_id) for row in rows if row.revision > 1}
    for some in chunks(sorted({participant for participant, _ in again})):
        standing = sealed._default_manager.filter(
            container=container.thing, participant_id__in=some, salt__isnull=False
        ).values_list("pk", "participant_id", "subject_id")
        keys = [key for key, participant, subject in standing if (participant, subject) in again]
        for part in chunks(keys):
            sealed._default_manager.filter(pk__in=part).update(value=None, salt=None)


def standing(container: Registered, sealed: type[SealedAct]) -> Any:
    """The sealed acts that count: the last revision of each, unless it took the act back."""
    return sealed._default_manager.filter(container=container.thing, salt__isnull=False, value__isnull=False)
