"""The compact matrix of last votes that every estimator of this package reads."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.polis import read_statements, read_votes

type Statement = str | int
type Participant = str

REJECTED = -1


class BadVotes(ValueError):
    """Votes that contradict each other or name a statement nobody listed."""


def _in_order(label: Statement) -> tuple[bool, int, str]:
    return (True, 0, label) if isinstance(label, str) else (False, label, "")


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """One last vote per person and statement, in an order that depends on labels alone.

    `participants` and `statements` are sorted; `person`, `statement` (indices into them) and `value`
    (-1 disagree, 0 pass, 1 agree) hold one entry per vote, sorted by person, then statement.
    `moderation` holds -1 (rejected), 0 or 1 (passed) per statement. The arrays are read-only.
    """

    participants: tuple[Participant, ...]
    statements: tuple[Statement, ...]
    moderation: NDArray[np.int8]
    person: NDArray[np.int32]
    statement: NDArray[np.int32]
    value: NDArray[np.int8]

    @classmethod
    def of[Label: Statement](
        cls,
        triples: Iterable[tuple[Participant, Label, int]],
        *,
        moderation: Mapping[Label, int] | None = None,
    ) -> "Votes":
        """Votes from (participant, statement, value) in any order.

        `moderation` lists every statement, voted on or not, with -1, 0 or 1; without it the statements
        are those voted on, all passed. Raises BadVotes for two votes in one cell, for a value other than
        -1, 0, 1 and for a statement that `moderation` does not list.
        """
        people: dict[Participant, int] = {}
        listed: dict[Label, int] = {label: index for index, label in enumerate(moderation or ())}
        persons, statements, values = array("i"), array("i"), array("b")
        for participant, statement, value in triples:
            if value not in (-1, 0, 1):
                raise BadVotes(f"A vote must be -1, 0 or 1, not {value!r}.")
            if moderation is not None and statement not in listed:
                raise BadVotes(f"Statement {statement!r} is voted on but not listed.")
            persons.append(people.setdefault(participant, len(people)))
            statements.append(listed.setdefault(statement, len(listed)))
            values.append(value)
        labels = sorted(listed, key=_in_order)
        return cls._sorted(
            participants=tuple(sorted(people)),
            statements=tuple(labels),
            moderation=np.array([1 if moderation is None else moderation[s] for s in labels], dtype=np.int8),
            person=_renumbered(persons, people, sorted(people)),
            statement=_renumbered(statements, listed, labels),
            value=np.array(values, dtype=np.int8),
        )

    @classmethod
    def _sorted(
        cls,
        *,
        participants: tuple[Participant, ...],
        statements: tuple[Statement, ...],
        moderation: NDArray[np.int8],
        person: NDArray[np.int32],
        statement: NDArray[np.int32],
        value: NDArray[np.int8],
    ) -> "Votes":
        order = np.lexsort((statement, person))
        person, statement, value = person[order], statement[order], value[order]
        if np.any((np.diff(person) == 0) & (np.diff(statement) == 0)):
            raise BadVotes("One person voted twice on one statement; give the last vote only.")
        if not np.isin(moderation, (-1, 0, 1)).all():
            raise BadVotes("Moderation must be -1, 0 or 1.")
        for held in (moderation, person, statement, value):
            held.setflags(write=False)
        return cls(participants, statements, moderation, person, statement, value)

    def votes_of_each_person(self) -> NDArray[np.int64]:
        """Last votes per person, passes and rejected statements counted."""
        return np.bincount(self.person, minlength=len(self.participants))


def _renumbered[Label: Statement](
    seen: array[int], first_seen: Mapping[Label, int], labels: list[Label]
) -> NDArray[np.int32]:
    rank = np.empty(len(labels), dtype=np.int32)
    rank[[first_seen[label] for label in labels]] = np.arange(len(labels), dtype=np.int32)
    return rank[np.array(seen, dtype=np.int64)]


def from_polis(directory: Path) -> Votes:
    """The votes of a Polis export; raises PolisError where a file cannot be read."""
    moderation = {statement.id: statement.moderation for statement in read_statements(directory)}
    return Votes.of(read_votes(directory), moderation=moderation)
