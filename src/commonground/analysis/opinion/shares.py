"""How large a share of a group agrees, with its uncertainty.

Each group's share has a uniform Beta(1, 1) prior (Bayes 1763; Laplace's rule of succession gives its mean) and
so the posterior Beta(1 + k, 1 + n − k). Passes count among the n: somebody who saw a statement and did not agree
is no support for it. The range is the equal-tailed 90 % interval. It speaks of those who took part, not of
residents.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

type Floats = NDArray[np.float64]

TAIL = 0.05
NORMAL_QUANTILE = 1.6448536269514722


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Posterior mean, low and high end of the 90 % interval, and variance, elementwise."""

    mean: Floats
    low: Floats
    high: Floats
    variance: Floats


def shares(count: NDArray[np.int64], n: NDArray[np.int64]) -> Shares:
    """Posterior share for `count` of `n`, any shape."""
    yes, no = 1.0 + count, 1.0 + n - count
    total = yes + no
    return Shares(
        mean=yes / total,
        low=np.asarray(special.betaincinv(yes, no, TAIL), dtype=np.float64),
        high=np.asarray(special.betaincinv(yes, no, 1 - TAIL), dtype=np.float64),
        variance=yes * no / (total**2 * (total + 1)),
    )
