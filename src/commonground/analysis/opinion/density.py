"""The map of opinion as counts in squares, so that nobody's own position is shown.

A square stands on the map only with at least LEAST_PEOPLE people of one group in it. Squares span three standard
deviations each way and those farther out count in the outermost square, so no edge marks the most extreme person.
The finest grid that still shows most people is taken.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_PEOPLE = 5
LEAST_SHOWN_SHARE = 0.8
REACH = 3.0
GRIDS = (28, 24, 20, 16, 14, 12, 10, 8, 6, 4)


@dataclass(frozen=True, slots=True)
class Square:
    """People of one group (an index, or None without groups) in one square, counted from the lower left."""

    column: int
    row: int
    group: int | None
    people: int


@dataclass(frozen=True, slots=True)
class Density:
    """A grid of `columns` × `columns` squares, and how many people stand in squares too thin to show."""

    columns: int
    squares: tuple[Square, ...]
    unshown: int


def density(position: NDArray[np.float64], group: NDArray[np.int64] | None) -> Density:
    """Squares for positions (people, 2 or more axes) and each person's group, if there are groups."""
    people = len(position)
    best = Density(GRIDS[-1], (), people)
    for columns in GRIDS:
        best = _on_grid(position, group, columns)
        if best.unshown <= (1 - LEAST_SHOWN_SHARE) * people:
            break
    return best


def _on_grid(position: NDArray[np.float64], group: NDArray[np.int64] | None, columns: int) -> Density:
    column, row = (_square(position[:, axis], columns) for axis in (0, 1))
    part = np.zeros(len(position), dtype=np.int64) if group is None else group
    count = np.bincount((part * columns + row) * columns + column)
    squares = []
    for cell in np.flatnonzero(count >= LEAST_PEOPLE).tolist():
        place, at = divmod(cell, columns)
        whose, up = divmod(place, columns)
        squares.append(Square(at, up, None if group is None else whose, int(count[cell])))
    return Density(columns, tuple(squares), len(position) - sum(square.people for square in squares))


def _square(axis: NDArray[np.float64], columns: int) -> NDArray[np.int64]:
    scale = np.sqrt((axis**2).sum() / max(axis.size, 1))
    steps = np.floor((axis / (scale or 1.0) + REACH) / (2 * REACH) * columns)
    return np.clip(steps, 0, columns - 1).astype(np.int64)
