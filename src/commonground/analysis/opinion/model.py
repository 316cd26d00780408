"""A logistic factor model of votes, fitted by variational Bayes.

    P(person i agrees with statement j | i decides) = σ(z_ij),   z_ij = a_i + b_j + u_i · v_j

with Gaussian priors on a (how readily a person agrees), b (how well a statement is liked) and the K factors
u, v. Passes and votes never asked for are left out, not imputed. The logistic likelihood is replaced by the
quadratic bound of Jaakkola and Jordan (2000), "Bayesian parameter estimation via variational methods",
Statistics and Computing 10: 25-37, so that each person's and each statement's posterior is Gaussian in closed
form; the two sides are updated in turn. The averaged prediction uses MacKay (1992), "The evidence framework
applied to classification networks", Neural Computation 4: 720-736.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from commonground.analysis.opinion.moments import (
    FACTORS,
    Cells,
    Decided,
    Floats,
    Indices,
    Moments,
    Prior,
    Side,
    logit_moments,
)
from commonground.analysis.opinion.start import leading_directions

SWEEPS = 12
PEOPLE = Prior(first=0.5, factor=0.8, constant=1)
STATEMENTS = Prior(first=2.0, factor=1.0, constant=0)
_LEAST_BOUND = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Posteriors of every person and every statement."""

    people: Side
    statements: Side

    def agreement(self, person: Indices, statement: Indices) -> Floats:
        """Posterior probability that each person agrees with each statement, if she decides."""
        moments = PEOPLE.moments(self.people), STATEMENTS.moments(self.statements)
        mean, square = logit_moments(*moments, person, statement)
        return averaged_logistic(mean, square - mean**2)


def averaged_logistic(mean: Floats, variance: Floats) -> Floats:
    """E[σ(z)] for Gaussian z, by MacKay's approximation."""
    return np.asarray(1 / (1 + np.exp(-mean * damping(variance))), dtype=np.float64)


def damping(variance: Floats) -> Floats:
    """How much uncertainty of z draws its log-odds towards even: 1 / √(1 + π·variance / 8)."""
    return np.asarray(1 / np.sqrt(1 + np.pi * variance / 8), dtype=np.float64)


def fit(votes: Decided) -> Fit:
    """Fit the model to decided votes. People and statements without any keep their prior."""
    cells = Cells.of(votes)
    sign = np.where(votes.agrees, 0.5, -0.5)
    people, statements = PEOPLE.alone(votes.people), _first_statements(cells)
    bound = np.ones(votes.person.size)
    for _ in range(SWEEPS):
        weight = np.tanh(bound / 2) / (2 * bound)
        people = _given(
            STATEMENTS.moments(statements), PEOPLE, weight=cells.people_rows(weight), sign=cells.people_rows(sign)
        )
        statements = _given(
            PEOPLE.moments(people), STATEMENTS, weight=cells.statement_rows(weight), sign=cells.statement_rows(sign)
        )
        moments = PEOPLE.moments(people), STATEMENTS.moments(statements)
        _, square = logit_moments(*moments, votes.person, votes.statement)
        bound = np.maximum(np.sqrt(square), _LEAST_BOUND)
    return Fit(people, statements)


def _given(other: Moments, prior: Prior, *, weight: sparse.csr_array, sign: sparse.csr_array) -> Side:
    """Posteriors of one side when the other side's moments are known."""
    second = weight @ other.packed
    covariance = np.linalg.inv(prior.precision(second))
    pull = (sign @ other.mean)[:, prior.free()] - prior.offset(second)
    return Side(np.einsum("nij,nj->ni", covariance, pull), covariance)


def _first_statements(cells: Cells) -> Side:
    votes = cells.votes
    n = np.bincount(votes.statement, minlength=votes.statements)
    agrees = np.bincount(votes.statement, weights=votes.agrees.astype(np.float64), minlength=votes.statements)
    surprise = votes.agrees - ((agrees + 1) / (n + 2))[votes.statement]
    factors = leading_directions(cells.people_rows(surprise), FACTORS)
    mean = np.column_stack((np.log((agrees + 1) / (n - agrees + 1)), factors))
    return Side(mean, np.zeros((votes.statements, FACTORS + 1, FACTORS + 1)))
