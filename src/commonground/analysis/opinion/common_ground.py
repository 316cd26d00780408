"""Statements that every group, or everybody, agrees with or rejects.

A statement is rated by its weakest group: score, low and high are the least posterior mean, the least low end
and the least high end over the groups (`shares`). The minimum, unlike Polis' product, does not shrink because
there are more groups, and it counts disagreement alike. A statement is common ground when the low end lies
above one half; the order is by the low end.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.shares import shares
from commonground.analysis.opinion.tallies import Tallies
from commonground.analysis.opinion.votes import REJECTED, Statement, Votes

LEAST_VOTES = 5
MAJORITY = 0.5


class Axis(StrEnum):
    """Over whom a statement is rated."""

    GROUPS = "groups"
    EVERYONE = "everyone"


class Direction(StrEnum):
    """Which way people stand together."""

    AGREE = "agree"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class CommonGround:
    """A statement on which the weakest group's share lies within `low` and `high` (90 %)."""

    statement: Statement
    axis: Axis
    direction: Direction
    score: float
    low: float
    high: float


def common_ground(votes: Votes, tallies: Tallies, axis: Axis) -> tuple[CommonGround, ...]:
    """Common ground over the parts of `tallies`, surest first. Rejected statements are left out."""
    index = np.flatnonzero(rateable(votes, tallies))
    found: list[CommonGround] = []
    for direction, count in ((Direction.AGREE, tallies.agree), (Direction.DISAGREE, tallies.disagree)):
        share = shares(count[:, index], tallies.n[:, index])
        score, low, high = (part.min(axis=0) for part in (share.mean, share.low, share.high))
        found.extend(
            CommonGround(
                votes.statements[index[at]], axis, direction, float(score[at]), float(low[at]), float(high[at])
            )
            for at in np.flatnonzero(low > MAJORITY)
        )
    place = {statement: order for order, statement in enumerate(votes.statements)}
    return tuple(sorted(found, key=lambda ground: (-ground.low, place[ground.statement])))


def rateable(votes: Votes, tallies: Tallies) -> NDArray[np.bool_]:
    """Statements not rejected, with at least LEAST_VOTES votes in every part."""
    shown: NDArray[np.bool_] = votes.moderation != REJECTED
    enough: NDArray[np.bool_] = (tallies.n >= LEAST_VOTES).all(axis=0)
    return shown & enough
