"""Gaussian beliefs about people and statements, and the sums over votes that update them.

A person is the extended vector (a, 1, u), a statement (1, b, v); their inner product is the log-odds of
agreement. Second moments are packed by rows of the upper triangle, so that all sums over a person's or a
statement's votes are one product of a sparse with a dense matrix.

Every sum runs in one fixed order (sparse products, bincount, plain einsum): no threaded BLAS touches a long
axis, so the result is bit-identical for any order of rows and any number of threads.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

type Floats = NDArray[np.float64]
type Indices = NDArray[np.int32]

FACTORS = 8
_EXTENDED = FACTORS + 2
_CHUNK = 32_768
_ROWS, _COLUMNS = np.triu_indices(_EXTENDED)
_TWICE = np.where(_ROWS == _COLUMNS, 1.0, 2.0)
_PLACE = np.empty((_EXTENDED, _EXTENDED), dtype=np.intp)
_PLACE[_ROWS, _COLUMNS] = _PLACE[_COLUMNS, _ROWS] = np.arange(_ROWS.size)


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """Decided votes: index of person and statement and whether the person agrees, sorted by person, statement."""

    people: int
    statements: int
    person: Indices
    statement: Indices
    agrees: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Gaussian posteriors of one side: mean (n, 1 + K) and covariance (n, 1 + K, 1 + K).

    Entry 0 is the person's readiness a or the statement's liking b; the rest are its factors.
    """

    mean: Floats
    covariance: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Extended means (n, K + 2), packed second moments, and the same with off-diagonal entries doubled."""

    mean: Floats
    packed: Floats
    doubled: Floats


@dataclass(frozen=True, slots=True)
class Prior:
    """Prior variances of one side, and where its extended vector holds the constant 1."""

    first: float
    factor: float
    constant: int

    def variance(self) -> Floats:
        """Prior variances (1 + K)."""
        return np.append(self.first, np.full(FACTORS, self.factor))

    def alone(self, size: int) -> Side:
        """The belief about `size` members before any vote."""
        covariance = np.diag(self.variance())
        return Side(np.zeros((size, FACTORS + 1)), np.broadcast_to(covariance, (size, *covariance.shape)))

    def moments(self, side: Side) -> Moments:
        """Moments of the side's extended vectors."""
        mean = np.insert(side.mean, self.constant, 1.0, axis=1)
        free = self.free()
        second = mean[:, :, None] * mean[:, None, :]
        second[:, free[:, None], free[None, :]] += side.covariance
        packed = np.ascontiguousarray(second[:, _ROWS, _COLUMNS])
        return Moments(mean, packed, packed * _TWICE)

    def free(self) -> NDArray[np.intp]:
        """Places of the extended vector that are not the constant."""
        return np.delete(np.arange(_EXTENDED), self.constant)

    def precision(self, second: Floats) -> Floats:
        """Posterior precision (n, 1 + K, 1 + K) from weighted sums (n, packed) of the other side's moments."""
        free = self.free()
        return second[:, _PLACE[free[:, None], free[None, :]]] + np.diag(1 / self.variance())

    def offset(self, second: Floats) -> Floats:
        """What the other side's constant part already explains, (n, 1 + K), from the same sums."""
        return second[:, _PLACE[self.free(), self.constant]]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The votes as sparse matrices seen from either side."""

    votes: Decided
    person_starts: NDArray[np.int64]
    statement_starts: NDArray[np.int64]
    by_statement: NDArray[np.intp]

    @classmethod
    def of(cls, votes: Decided) -> "Cells":
        """Both views of `votes`."""
        return cls(
            votes,
            _row_starts(votes.person, votes.people),
            _row_starts(votes.statement, votes.statements),
            np.lexsort((votes.person, votes.statement)),
        )

    def people_rows(self, cell: Floats) -> sparse.csr_array:
        """One value per vote as a people × statements matrix."""
        shape = (self.votes.people, self.votes.statements)
        return sparse.csr_array((cell, self.votes.statement, self.person_starts), shape=shape)

    def statement_rows(self, cell: Floats) -> sparse.csr_array:
        """One value per vote as a statements × people matrix."""
        order = self.by_statement
        shape = (self.votes.statements, self.votes.people)
        return sparse.csr_array((cell[order], self.votes.person[order], self.statement_starts), shape=shape)


def _row_starts(row: Indices, rows: int) -> NDArray[np.int64]:
    return np.append(0, np.cumsum(np.bincount(row, minlength=rows))).astype(np.int64)


def logit_moments(people: Moments, statements: Moments, person: Indices, statement: Indices) -> tuple[Floats, Floats]:
    """E[z] and E[z²] of the log-odds z for each pair of a person and a statement."""
    mean, square = np.empty(person.size), np.empty(person.size)
    for begin in range(0, person.size, _CHUNK):
        chunk = slice(begin, begin + _CHUNK)
        i, j = person[chunk], statement[chunk]
        mean[chunk] = np.einsum("ij,ij->i", people.mean[i], statements.mean[j])
        square[chunk] = np.einsum("ij,ij->i", people.doubled[i], statements.packed[j])
    return mean, np.maximum(square, mean**2)
