"""The invented people who vote: two planted groups, some who pass, many who answer only part.

Drawn from one seed, so that Alder Falls says the same each time it is loaded.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from commonground.demo.texts.statements import Statement

SEED = 20260
PASSING = 0.07
CHANGING = 0.03
SHORT_VISIT = 0.06
SHARE_OF_A = 0.54
FIRST_STAMP = 1_700_000_000_000
COMMENTS = ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")
VOTES = ("timestamp", "datetime", "comment-id", "voter-id", "vote")


@dataclass(frozen=True, slots=True)
class Voter:
    """Somebody invented: the group they were drawn from, and their votes by the place of the statement."""

    label: str
    group: str
    votes: tuple[tuple[int, int], ...]
    changed: tuple[tuple[int, int], ...]


def voters(statements: Sequence[Statement], *, people: int, seed: int) -> tuple[Voter, ...]:
    """People with votes on 40 to 80 percent of the statements; about one in seventeen leaves after seven to nine."""
    chance = Random(seed)  # noqa: S311 (invented votes, the same each time)
    return tuple(_voter(chance, f"v{number}", statements) for number in range(1, people + 1))


def _voter(chance: Random, label: str, statements: Sequence[Statement]) -> Voter:
    group = "a" if chance.random() < SHARE_OF_A else "b"
    votes, changed = [], []
    for place in _met(chance, [place for place, statement in enumerate(statements) if statement.shown]):
        statement = statements[place]
        vote = _vote(chance, statement.a if group == "a" else statement.b)
        votes.append((place, vote))
        if chance.random() < CHANGING:
            changed.append((place, -vote))
    return Voter(label, group, tuple(votes), tuple(changed))


def _met(chance: Random, shown: list[int]) -> list[int]:
    """The statements that somebody answers, in their order."""
    if chance.random() < SHORT_VISIT:
        return sorted(sorted(shown, key=lambda _place: chance.random())[: 7 + int(3 * chance.random())])
    share = 0.4 + 0.4 * chance.random()
    return [place for place in shown if chance.random() < share]


def _vote(chance: Random, agreeing: float) -> int:
    if chance.random() < PASSING:
        return 0
    return 1 if chance.random() < agreeing else -1


def write_export(folder: Path, statements: Sequence[Statement], people: Sequence[Voter]) -> None:
    """The two files that Polis would give a town: statements numbered from 1, and the log of votes.

    A vote that somebody changed stands in the log twice; the later one counts.
    """
    with (folder / "comments.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(COMMENTS)
        for number, statement in enumerate(statements, 1):
            mark = 1 if statement.shown else -1
            rows.writerow((FIRST_STAMP + number, "", number, number, 0, 0, mark, statement.said.text))
    with (folder / "votes.csv").open("w", newline="", encoding="utf-8") as file:
        log = csv.writer(file)
        log.writerow(VOTES)
        stamp = FIRST_STAMP
        for voter in people:
            for place, vote in (*voter.changed, *voter.votes):
                stamp += 1
                log.writerow((stamp, "", place + 1, voter.label, vote))
