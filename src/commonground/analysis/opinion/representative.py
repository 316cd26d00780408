"""Statements that say what sets a group apart.

A statement represents a group when most of the group agree (or disagree) and more so than the people of the
other groups taken together: both conditions of Polis' "representative" statements (Small, Bjorkegren, Erkkilä,
Shaw and Megill 2021, "Polis: Scaling deliberation by mapping high dimensional opinion spaces", Recerca 26(2)),
with the two tests replaced by one rule on posterior shares: the low end of the 90 % range of the difference lies
above zero, and the order is by that end.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.common_ground import LEAST_VOTES, MAJORITY, Direction
from commonground.analysis.opinion.shares import NORMAL_QUANTILE, shares
from commonground.analysis.opinion.tallies import Tallies
from commonground.analysis.opinion.votes import REJECTED, Statement, Votes

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Representative:
    """A statement that sets a group apart: its share there and elsewhere, and the low end of the difference."""

    statement: Statement
    direction: Direction
    share: float
    elsewhere: float
    low: float


def representative(votes: Votes, tallies: Tallies, group: int) -> tuple[Representative, ...]:
    """At most MOST_SHOWN statements that represent `group`, surest first."""
    inside = tallies.n[group]
    outside = tallies.n.sum(axis=0) - inside
    enough = (votes.moderation != REJECTED) & (inside >= LEAST_VOTES) & (outside >= LEAST_VOTES)
    index = np.flatnonzero(enough)
    ranked = []
    for direction, count in ((Direction.AGREE, tallies.agree), (Direction.DISAGREE, tallies.disagree)):
        ranked += _standing_out(
            votes, index, direction, (count[group], inside), (count.sum(axis=0) - count[group], outside)
        )
    ranked.sort(key=lambda pair: (-pair[1].low, pair[0]))
    return tuple(statement for _, statement in ranked[:MOST_SHOWN])


type _Of = tuple[NDArray[np.int64], NDArray[np.int64]]


def _standing_out(
    votes: Votes, index: NDArray[np.intp], direction: Direction, here: _Of, there: _Of
) -> list[tuple[int, Representative]]:
    """(index, statement) for each statement of `index` that stands out; `here` and `there` are counts and n."""
    inside, outside = (shares(count[index], n[index]) for count, n in (here, there))
    margin = NORMAL_QUANTILE * np.sqrt(inside.variance + outside.variance)
    low = inside.mean - outside.mean - margin
    return [
        (
            int(index[at]),
            Representative(
                votes.statements[index[at]],
                direction,
                float(inside.mean[at]),
                float(outside.mean[at]),
                float(low[at]),
            ),
        )
        for at in np.flatnonzero((low > 0) & (inside.mean > MAJORITY))
    ]
