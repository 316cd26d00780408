"""Statements on which groups, or people, differ most.

Between groups the difference is that of two groups' shares of agreement (`shares`), taken for the pair that
differs most surely; its 90 % range uses the normal approximation with the two posterior variances added. Without
groups it is the lesser of the shares that agree and disagree: a room split in halves scores one half.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.common_ground import Axis, rateable
from commonground.analysis.opinion.shares import NORMAL_QUANTILE, Shares, shares
from commonground.analysis.opinion.tallies import Tallies
from commonground.analysis.opinion.votes import Statement, Votes

LEAST_SPLIT = 0.25


@dataclass(frozen=True, slots=True)
class Difference:
    """A dividing statement: the gap with its range, and the groups (agreeing more, agreeing less) or None."""

    statement: Statement
    axis: Axis
    gap: float
    low: float
    high: float
    between: tuple[str, str] | None


def differences_between_groups(votes: Votes, tallies: Tallies, names: tuple[str, ...]) -> tuple[Difference, ...]:
    """Statements whose gap between two groups surely exceeds zero, surest first."""
    index = np.flatnonzero(rateable(votes, tallies))
    share = shares(tallies.agree[:, index], tallies.n[:, index])
    widest: dict[int, Difference] = {}
    for first, second in combinations(range(len(names)), 2):
        gap, low, high = gap_of(share, first, second)
        for at in np.flatnonzero(low > 0).tolist():
            more, less = (first, second) if share.mean[first, at] > share.mean[second, at] else (second, first)
            found = Difference(
                votes.statements[index[at]],
                Axis.GROUPS,
                float(gap[at]),
                float(low[at]),
                float(high[at]),
                (names[more], names[less]),
            )
            if at not in widest or found.low > widest[at].low:
                widest[at] = found
    return tuple(difference for _, difference in sorted(widest.items(), key=lambda item: (-item[1].low, item[0])))


def differences_among_everyone(votes: Votes, tallies: Tallies) -> tuple[Difference, ...]:
    """Statements that split everybody: at least a quarter, surely, on the smaller side; surest first."""
    index = np.flatnonzero(rateable(votes, tallies))
    n = tallies.n[0, index]
    smaller = shares(np.minimum(tallies.agree[0, index], tallies.disagree[0, index]), n)
    found = [
        Difference(
            votes.statements[index[at]],
            Axis.EVERYONE,
            float(smaller.mean[at]),
            float(smaller.low[at]),
            float(smaller.high[at]),
            None,
        )
        for at in np.flatnonzero(smaller.low > LEAST_SPLIT)
    ]
    return tuple(sorted(found, key=lambda difference: -difference.low))


type _Floats = NDArray[np.float64]


def gap_of(share: Shares, first: int, second: int) -> tuple[_Floats, _Floats, _Floats]:
    """Size of the gap between two rows of shares, and the ends of its 90 % range."""
    gap = np.abs(share.mean[first] - share.mean[second])
    margin = NORMAL_QUANTILE * np.sqrt(share.variance[first] + share.variance[second])
    return gap, gap - margin, np.minimum(gap + margin, 1.0)
