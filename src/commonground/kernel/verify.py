"""Walks every chain, leaf, row and seal, and names the entry where what stands differs from what was done."""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from commonground.kernel import digest, seals
from commonground.kernel.ledger import Head, attested_tables, content, entry_hash, leaf_digest, table_of, with_things
from commonground.kernel.models import Chain, Entry, Leaf, Seal, SealedAct
from commonground.kernel.models.ledger import START


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that no action did. `number` is the entry it contradicts, 0 where no entry speaks of it."""

    space: str
    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked and what was found; `excluded_truncation` is false without a saved head."""

    entries: int
    leaves: int
    rows: int
    sealed: int
    redacted: int
    excluded_truncation: bool
    faults: tuple[Fault, ...]


def verify(saved: Head | None = None) -> Verdict:
    """Check the whole installation as it stands at one moment."""
    with transaction.atomic():
        if connection.vendor == "postgresql" and not connection.needs_rollback and not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return _Walk().run(saved)


class _Walk:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.entries: dict[uuid.UUID, Entry] = {}
        self.latest: dict[tuple[str, str], Leaf] = {}
        self.counts: dict[str, int] = defaultdict(int)

    def run(self, saved: Head | None) -> Verdict:
        self._chains(saved)
        self._leaves()
        for model in attested_tables():
            self._rows(model)
        self._lost_rows()
        for _pending, sealed in seals.TABLES:
            self._seals(sealed)
        unique = tuple(
            sorted(set(self.faults), key=lambda fault: (fault.space, fault.number == 0, fault.number, fault.sentence))
        )
        return Verdict(
            entries=len(self.entries),
            leaves=self.counts["leaves"],
            rows=self.counts["rows"],
            sealed=self.counts["sealed"],
            redacted=self.counts["redacted"],
            excluded_truncation=saved is not None,
            faults=unique,
        )

    def _fault(self, entry: Entry | None, sentence: str) -> None:
        space, number = (entry.space_id.hex, entry.number) if entry else (uuid.UUID(int=0).hex, 0)
        self.faults.append(Fault(space, number, sentence))

    def _chains(self, saved: Head | None) -> None:
        ends: dict[uuid.UUID, tuple[int, bytes]] = {}
        for entry in Entry.objects.order_by("space_id", "number").iterator(chunk_size=2000):
            self.entries[entry.pk] = entry
            number, previous = ends.get(entry.space_id, (0, START))
            if entry.number != number + 1:
                gone = f"{number + 1}" if entry.number == number + 2 else f"{number + 1} to {entry.number - 1}"
                self.faults.append(
                    Fault(entry.space_id.hex, number + 1, f"Missing: {gone}. The next entry here is {entry.number}.")
                )
            if bytes(entry.previous) != previous and entry.number == number + 1:
                self._fault(
                    entry,
                    "This entry does not continue the one before it: one of the two was changed, moved or replaced.",
                )
            if bytes(entry.hash) != entry_hash(entry):
                self._fault(entry, "This entry was changed after it was written: its hash does not fit.")
            if (
                saved
                and entry.space_id.hex == saved.space
                and entry.number == saved.length
                and bytes(entry.hash).hex() != saved.hash
            ):
                self._fault(entry, "This entry is not the one that the saved head names: the chain was rebuilt.")
            ends[entry.space_id] = (entry.number, bytes(entry.hash))
        for chain in Chain.objects.all():
            number, head = ends.get(chain.space_id, (0, START))
            if (chain.length, bytes(chain.head)) != (number, head):
                self.faults.append(
                    Fault(
                        chain.space_id.hex,
                        number + 1,
                        f"The chain ends at entry {number}, but its end was recorded at {chain.length}.",
                    )
                )
        if saved and (found := ends.get(uuid.UUID(saved.space), (0, START))[0]) < saved.length:
            self.faults.append(
                Fault(
                    saved.space,
                    found + 1,
                    f"The saved head names {saved.length} entries, only {found} are here: the end was cut off.",
                )
            )

    def _leaves(self) -> None:
        current: dict[uuid.UUID, list[bytes]] = defaultdict(list)
        for leaf in Leaf.objects.iterator(chunk_size=2000):
            self.counts["leaves"] += 1
            current[leaf.entry_id].append(leaf_digest(leaf))
            entry = self.entries.get(leaf.entry_id)
            if entry is None:
                self._fault(None, f"A leaf of {leaf.table} belongs to an entry that is not there.")
                continue
            key = (leaf.table, leaf.row)
            other = self.latest.get(key)
            if other is None or self.entries[other.entry_id].number < entry.number:
                self.latest[key] = leaf
        for entry_id, entry in self.entries.items():
            if digest.root(current.get(entry_id, [])) != bytes(entry.commitment):
                self._fault(
                    entry, "The leaves of this entry are not those it committed to: one was changed, added or removed."
                )

    def _rows(self, model: Any) -> None:
        table = table_of(model)
        for row in with_things(model).iterator(chunk_size=1000):
            self.counts["rows"] += 1
            leaf = self.latest.get((table, row.pk.hex))
            if leaf is None:
                if not getattr(row, "awaits_seal", False):
                    self._fault(None, f"A row of {table} ({row.pk.hex}) stands without any entry.")
            elif leaf.gone:
                self._fault(
                    self.entries[leaf.entry_id], f"A row of {table} ({row.pk.hex}) is back after it was deleted."
                )
            elif leaf.salt is None:
                self.counts["redacted"] += 1
            elif digest.salted(bytes(leaf.salt), content(row)) != bytes(leaf.digest):
                self._fault(
                    self.entries[leaf.entry_id],
                    f"A row of {table} ({row.pk.hex}) differs from what this entry committed to.",
                )

    def _lost_rows(self) -> None:
        for model in attested_tables():
            table = table_of(model)
            standing = {key.hex for key in model._default_manager.values_list("pk", flat=True)}
            for (of, row), leaf in self.latest.items():
                if of == table and not leaf.gone and row not in standing:
                    self._fault(
                        self.entries[leaf.entry_id], f"A row of {table} ({row}) is gone without an act that deleted it."
                    )

    def _seals(self, model: type[SealedAct]) -> None:
        leaves: dict[uuid.UUID, list[bytes]] = defaultdict(list)
        top: dict[tuple[Any, Any, Any], int] = {}
        erased: list[tuple[tuple[Any, Any, Any], int, uuid.UUID]] = []
        for row in model._default_manager.iterator(chunk_size=5000):
            self.counts["sealed"] += 1
            leaves[row.seal_id].append(bytes(row.leaf))
            key = (row.container_id, row.participant_id, row.subject_id)
            top[key] = max(top.get(key, 0), row.revision)
            if row.salt is None:
                erased.append((key, row.revision, row.seal_id))
            elif seals.leaf_of(bytes(row.salt), *key, row.revision, row.value) != bytes(row.leaf):
                self._fault(self._entry_of(row.seal_id), "A sealed act was changed after this entry sealed it.")
        for seal in Seal.objects.filter(table=table_of(model)):
            found = leaves.pop(seal.pk, [])
            if len(found) != seal.count or digest.root(found) != bytes(seal.root):
                self._fault(
                    self._entry_of(seal.pk),
                    f"This entry sealed {seal.count} acts; those that stand under it now are others.",
                )
        for seal_id in leaves:
            self._fault(self._entry_of(seal_id), "Acts stand under a seal that is not there.")
        for act, revision, seal_id in erased:
            if top[act] <= revision:
                self._fault(self._entry_of(seal_id), "A sealed act lost its value without a later revision.")

    def _entry_of(self, seal: uuid.UUID) -> Entry | None:
        leaf = self.latest.get((table_of(Seal), seal.hex))
        return self.entries.get(leaf.entry_id) if leaf else None


def lines(verdict: Verdict) -> Iterator[str]:
    """The verdict in plain words, one line each."""
    yield (
        f"Read {verdict.entries} entries, {verdict.leaves} leaves, {verdict.rows} rows, {verdict.sealed} sealed acts; "
        f"{verdict.redacted} redacted rows cannot be checked against their content."
    )
    for fault in verdict.faults:
        place = f"entry {fault.number}" if fault.number else "no entry"
        chain = "" if fault.space == uuid.UUID(int=0).hex else f" of chain {fault.space}"
        yield f"FAULT at {place}{chain}: {fault.sentence}"
    if not verdict.excluded_truncation:
        yield (
            "Without a saved head this cannot exclude that the newest entries and their rows were cut off, "
            "or that the whole chain was rebuilt with valid hashes."
        )
    yield "Nothing differs." if not verdict.faults else f"{len(verdict.faults)} faults."
