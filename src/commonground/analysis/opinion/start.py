"""Where the factor model starts: the leading directions of the centred votes.

Block power iteration after Halko, Martinsson and Tropp (2011), "Finding structure with randomness", SIAM
Review 53: 217-288, algorithm 4.4, with the basis made orthonormal by Cholesky so that each sum over people
or statements runs in one fixed order.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_ROUNDS = 6
_SEED = 2031
_RIDGE = 1e-9


def leading_directions(residual: sparse.csr_array, count: int) -> NDArray[np.float64]:
    """The `count` leading right directions of `residual` (people × statements), unit mean square each.

    Returns (statements, count). The random start is seeded: statements come in the order of their labels.
    """
    statements = residual.shape[1]
    across = residual.T.tocsr()
    basis = np.random.default_rng(_SEED).standard_normal((statements, count))
    for _ in range(_ROUNDS):
        basis = _orthonormal(across @ (residual @ basis))
    return np.asarray(basis * np.sqrt(max(statements, 1)), dtype=np.float64)


def _orthonormal(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    gram = np.einsum("ni,nj->ij", columns, columns)
    scale = np.trace(gram)
    if scale <= 0:
        return np.zeros_like(columns)
    factor = np.linalg.cholesky(gram + _RIDGE * scale * np.eye(gram.shape[0]))
    return np.asarray(np.einsum("ni,ji->nj", columns, np.linalg.inv(factor)), dtype=np.float64)
