"""Counts of agree, disagree and pass by statement, for everybody and for every group."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.votes import Votes

type Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Tallies:
    """Counts of shape (parts, statements); the parts are groups, or everybody as the only one."""

    agree: Counts
    disagree: Counts
    passed: Counts

    @property
    def n(self) -> Counts:
        """Last votes, passes counted."""
        return self.agree + self.disagree + self.passed


def tallies_of_everyone(votes: Votes) -> Tallies:
    """Counts over all who voted, whether or not they stand in a group."""
    return tallies_of_groups(votes, np.zeros(len(votes.participants), dtype=np.int64), 1)


def tallies_of_groups(votes: Votes, group: NDArray[np.int64], groups: int) -> Tallies:
    """Counts per group; `group` gives each person's group, or -1 for none."""
    statements = len(votes.statements)
    part = group[votes.person]
    counts = []
    for value in (1, -1, 0):
        chosen = (part >= 0) & (votes.value == value)
        cell = part[chosen] * statements + votes.statement[chosen]
        counts.append(np.bincount(cell, minlength=groups * statements).reshape(groups, statements))
    return Tallies(*counts)
