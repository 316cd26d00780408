"""Conversations made for the tests: votes drawn from known truths, and small exports written to disk."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion import Votes

type Floats = NDArray[np.float64]
type Triples = list[tuple[str, int, int]]

PASSING = 0.1


def drawn(log_odds: Floats, *, missing: float, seed: int) -> Triples:
    """Votes drawn from people × statements log-odds of agreement; a tenth of those cast are passes."""
    rng = np.random.default_rng(seed)
    agrees = rng.random(log_odds.shape) < 1 / (1 + np.exp(-log_odds))
    passes = rng.random(log_odds.shape) < PASSING
    value = np.where(passes, 0, np.where(agrees, 1, -1))
    people, statements = np.nonzero(rng.random(log_odds.shape) >= missing)
    return [(f"p{i}", int(j), int(value[i, j])) for i, j in zip(people, statements, strict=True)]


def two_camps(people: int, statements: int, *, agreeing: float, seed: int) -> tuple[Floats, NDArray[np.int64]]:
    """Log-odds of two camps that answer two statements of three in opposite ways, and each person's camp."""
    camp = np.random.default_rng(seed).integers(0, 2, people)
    side = np.array([1.0, -1.0, 0.0])[np.arange(statements) % 3]
    shared = np.where(side == 0, 1.4, 0.0)
    return np.where(camp == 1, 1.0, -1.0)[:, None] * side * np.log(agreeing / (1 - agreeing)) + shared, camp


def votes_of(triples: Iterable[tuple[str, int, int]]) -> Votes:
    """Votes with every statement passed by the moderators."""
    return Votes.of(triples)


def agreement_of_partitions(first: list[str], second: list[str]) -> float:
    """The adjusted Rand index of two labellings (Hubert and Arabie 1985): 1 when they are the same partition."""
    rows, columns = (np.unique(labels, return_inverse=True)[1] for labels in (first, second))
    table = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(table, (rows, columns), 1)
    together = (table * (table - 1) / 2).sum()
    of_rows, of_columns = ((margin * (margin - 1) / 2).sum() for margin in (table.sum(axis=1), table.sum(axis=0)))
    by_chance = of_rows * of_columns / (len(first) * (len(first) - 1) / 2)
    return float((together - by_chance) / ((of_rows + of_columns) / 2 - by_chance))


COMMENTS = b"timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
LOG = b"timestamp,datetime,comment-id,voter-id,vote\n"
MATRIX = b"participant,group-id,n-comments,n-votes,n-agree,n-disagree,"


def export(
    folder: Path, *, comments: bytes | None = None, log: bytes | None = None, matrix: bytes | None = None
) -> Path:
    """An export of the files given, each a heading and its rows; the default comments are statements 0, 1 and 2."""
    if comments is None:
        comments = COMMENTS + b"1,x,0,9,0,0,1,Slow the traffic\n2,x,1,9,0,0,0,Open the hall\n3,x,2,9,0,0,-1,Spam\n"
    for name, content in (("comments.csv", comments), ("votes.csv", log), ("participants-votes.csv", matrix)):
        if content is not None:
            (folder / name).write_bytes(content)
    return folder
