"""Streaming readers of a Polis export: comments.csv with votes.csv (a log) or participants-votes.csv (a matrix).

Columns as Polis writes them; the log, where there is one, comes before the matrix. Times put votes in order
and are then dropped: nothing that leaves this module carries one.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.polis_errors import PolisError, PolisFlaw
from commonground.analysis.opinion.polis_rows import Row, Table, opened

COMMENTS = "comments.csv"
LOG = "votes.csv"
MATRIX = "participants-votes.csv"

_MARKS = {"-1": -1, "0": 0, "1": 1}
_COUNTS = frozenset({"participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"})
_LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class PolisStatement:
    """A statement with its moderation: -1 rejected, 0 not looked at, 1 passed."""

    id: int
    text: str
    moderation: int


class PolisVote(NamedTuple):
    """The last vote of one participant on one statement: 1 agree, -1 disagree, 0 pass."""

    participant: str
    statement: int
    value: int


def read_statements(directory: Path) -> Iterator[PolisStatement]:
    """Statements of the export in the order of the file. Raises PolisError at the first flaw."""
    with opened(directory / COMMENTS) as table:
        number, mark, body = (table.position(name) for name in ("comment-id", "moderated", "comment-body"))
        seen: set[int] = set()
        for row in table.rows():
            statement = _whole(row, number)
            if statement in seen:
                raise row.error(PolisFlaw.DUPLICATE_STATEMENT, number, value=statement)
            seen.add(statement)
            yield PolisStatement(statement, row.fields[body], _mark(row, mark, PolisFlaw.BAD_MODERATION))


def read_votes(directory: Path) -> Iterator[PolisVote]:
    """The last vote of every participant on every statement, one each.

    In a log the vote with the latest timestamp stands. Different votes with one timestamp cannot be put in
    order, and the order of rows must not decide: they count as a pass, which favours neither side.
    Raises PolisError at the first flaw: from a log before the first vote is given, from a matrix at its row.
    """
    known = frozenset(statement.id for statement in read_statements(directory))
    if (directory / LOG).exists():
        yield from _log(directory / LOG, known)
    elif (directory / MATRIX).exists():
        yield from _matrix(directory / MATRIX, known)
    else:
        raise PolisError(PolisFlaw.MISSING_FILE, file=f"{LOG} / {MATRIX}")


def _log(path: Path, known: frozenset[int]) -> Iterator[PolisVote]:
    people: dict[str, int] = {}
    times, persons, statements, values = array("q"), array("q"), array("q"), array("b")
    with opened(path) as table:
        names = ("timestamp", "comment-id", "voter-id", "vote")
        at_time, at_statement, at_voter, at_vote = (table.position(name) for name in names)
        for row in table.rows():
            times.append(_time(row, at_time))
            statements.append(_listed(row, at_statement, known))
            persons.append(people.setdefault(_participant(row, at_voter), len(people)))
            values.append(_mark(row, at_vote, PolisFlaw.BAD_VOTE))
    labels = list(people)
    last = _last(*(np.array(column) for column in (times, persons, statements, values)))
    for person, statement, value in zip(*(column.tolist() for column in last), strict=True):
        yield PolisVote(labels[person], statement, value)


def _last(
    time: NDArray[np.int64], person: NDArray[np.int64], statement: NDArray[np.int64], value: NDArray[np.int8]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int8]]:
    if not time.size:
        return person, statement, value
    order = np.lexsort((value, time, statement, person))
    time, person, statement, value = time[order], person[order], statement[order], value[order]
    new_cell = (np.diff(person) != 0) | (np.diff(statement) != 0)
    cell_ends = np.flatnonzero(np.append(new_cell, True))
    new_instant = np.append(True, new_cell | (np.diff(time) != 0))
    instant_begins = np.flatnonzero(new_instant)[np.cumsum(new_instant)[cell_ends] - 1]
    agreed = value[instant_begins] == value[cell_ends]
    return person[cell_ends], statement[cell_ends], np.where(agreed, value[cell_ends], 0).astype(np.int8)


def _matrix(path: Path, known: frozenset[int]) -> Iterator[PolisVote]:
    with opened(path) as table:
        at_participant = table.position("participant")
        columns = _statement_columns(table, known)
        seen: set[str] = set()
        for row in table.rows():
            participant = _participant(row, at_participant)
            if participant in seen:
                raise row.error(PolisFlaw.DUPLICATE_PARTICIPANT, at_participant, value=participant)
            seen.add(participant)
            for position, cell in enumerate(row.fields):
                if cell and (statement := columns[position]) is not None:
                    yield PolisVote(participant, statement, _mark(row, position, PolisFlaw.BAD_VOTE))


def _statement_columns(table: Table, known: frozenset[int]) -> list[int | None]:
    """The statement of each column, None for the participant and the counts."""
    columns: list[int | None] = []
    seen: set[int] = set()
    for position, name in enumerate(table.header):
        if name in _COUNTS:
            columns.append(None)
            continue
        if not _is_whole(name):
            raise _heading_error(table, position, PolisFlaw.WRONG_COLUMN)
        if int(name) not in known:
            raise _heading_error(table, position, PolisFlaw.UNKNOWN_STATEMENT)
        if int(name) in seen:
            raise _heading_error(table, position, PolisFlaw.DUPLICATE_COLUMN)
        seen.add(int(name))
        columns.append(int(name))
    return columns


def _heading_error(table: Table, position: int, code: PolisFlaw) -> PolisError:
    name = table.header[position]
    return table.heading_error(code, position + 1, name=name, value=name)


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER


def _whole(row: Row, position: int) -> int:
    if not _is_whole(text := row.fields[position]):
        raise row.refused(PolisFlaw.BAD_STATEMENT_ID, position)
    return int(text)


def _listed(row: Row, position: int, known: frozenset[int]) -> int:
    if (statement := _whole(row, position)) not in known:
        raise row.error(PolisFlaw.UNKNOWN_STATEMENT, position, value=statement)
    return statement


def _participant(row: Row, position: int) -> str:
    if not (participant := row.fields[position].strip()):
        raise row.error(PolisFlaw.BAD_PARTICIPANT, position)
    return participant


def _time(row: Row, position: int) -> int:
    if not _is_whole(text := row.fields[position]):
        raise row.error(PolisFlaw.BAD_TIMESTAMP, position)
    return int(text)


def _mark(row: Row, position: int, code: PolisFlaw) -> int:
    mark = _MARKS.get(row.fields[position])
    if mark is None:
        raise row.refused(code, position)
    return mark
