"""Where each person stands, once the statements are known.

The bound under the factor model overstates what an extreme person's votes pin down and draws her inward, which
bends one long spectrum into two heaps. Here each person's posterior is Laplace's: the mode of her own votes'
logistic likelihood and prior, found by Newton's method, and the curvature there (Tierney and Kadane 1986,
Journal of the American Statistical Association 81: 82-86). The statements' uncertainty damps the log-odds.
"""

import numpy as np

from commonground.analysis.opinion.model import PEOPLE, STATEMENTS, Fit, damping
from commonground.analysis.opinion.moments import Cells, Decided, Moments, Side, logit_moments

_STEPS = 6
_LEAST_WEIGHT = 1e-3


def positions(votes: Decided, fit: Fit) -> Side:
    """Posterior mean and covariance of every person of `votes` under the statements of `fit`."""
    cells = Cells.of(votes)
    spread = STATEMENTS.moments(fit.statements)
    certain = STATEMENTS.moments(Side(fit.statements.mean, np.zeros_like(fit.statements.covariance)))
    people = fit.people
    for _ in range(_STEPS):
        people = _newton_step(cells, people, certain, spread)
    return people


def _newton_step(cells: Cells, people: Side, certain: Moments, spread: Moments) -> Side:
    votes = cells.votes
    now = PEOPLE.moments(Side(people.mean, np.zeros_like(people.covariance)))
    mean, square = logit_moments(now, spread, votes.person, votes.statement)
    damped = damping(square - mean**2)
    agreeing = 1 / (1 + np.exp(-mean * damped))
    weight = np.maximum(agreeing * (1 - agreeing), _LEAST_WEIGHT) * damped**2
    pull = cells.people_rows((votes.agrees - agreeing) * damped) @ certain.mean
    gradient = pull[:, PEOPLE.free()] - people.mean / PEOPLE.variance()
    covariance = np.linalg.inv(PEOPLE.precision(cells.people_rows(weight) @ certain.packed))
    return Side(people.mean + np.einsum("nij,nj->ni", covariance, gradient), covariance)
