"""The principal axes of opinion: one canonical rotation of the model's factors.

The model fixes u and v only up to a rotation. With M the votes' mean of E[v vᵀ] = L Lᵀ, distances between the
rows of u L are root-mean-square differences in predicted log-odds over the statements; the principal axes of
u L (Hotelling 1933) are therefore the same whatever rotation the fit ended in. An axis points to where the
statement with the greatest loading is agreed with.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.model import PEOPLE
from commonground.analysis.opinion.moments import Side

type Floats = NDArray[np.float64]

AXES = 4


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """Where people stand on the leading axes, in log-odds.

    `position` (people, AXES) holds posterior means, `covariance` (people, AXES, AXES) their uncertainty,
    `prior` (AXES, AXES) what was believed about anybody before any vote.
    """

    position: Floats
    covariance: Floats
    prior: Floats


def principal_plane(people: Side, statements: Side, votes_per_statement: NDArray[np.int64]) -> Plane:
    """The plane of people and statements. `votes_per_statement` counts the decided votes that fed it."""
    factors = people.mean[:, 1:]
    centred = factors - factors.sum(axis=0) / max(len(factors), 1)
    basis = _axes(statements, centred, votes_per_statement)
    prior = np.asarray(PEOPLE.factor * np.einsum("ki,kj->ij", basis, basis), dtype=np.float64)
    covariance = np.einsum("ki,nkl,lj->nij", basis, people.covariance[:, 1:, 1:], basis, optimize=_PAIRWISE)
    return Plane(np.einsum("nk,ki->ni", centred, basis), covariance, prior)


_PAIRWISE = ["einsum_path", (0, 1), (0, 1)]


def _axes(statements: Side, centred: Floats, votes_per_statement: NDArray[np.int64]) -> Floats:
    loading = statements.mean[:, 1:]
    share = votes_per_statement / max(int(votes_per_statement.sum()), 1)
    second = np.einsum("n,nk,nl->kl", share, loading, loading)
    second += np.einsum("n,nkl->kl", share, statements.covariance[:, 1:, 1:])
    scale = np.linalg.cholesky(second + 1e-12 * np.eye(len(second)))
    stretched = np.einsum("nk,ki->ni", centred, scale)
    _, axes = np.linalg.eigh(np.einsum("ni,nj->ij", stretched, stretched))
    leading = axes[:, ::-1][:, :AXES]
    loadings: Floats = np.einsum("nk,ki->ni", loading, np.linalg.solve(scale.T, leading))
    strongest = loadings[np.argmax(np.abs(loadings), axis=0), np.arange(AXES)]
    towards = np.where(strongest < 0, -1.0, 1.0)
    return np.asarray(np.einsum("ki,ij->kj", scale, leading * towards), dtype=np.float64)
