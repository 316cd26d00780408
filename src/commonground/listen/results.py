"""From an analysis to what may be published of it: aggregates, suppressed before they are stored.

A conversation shows no cell of fewer than CELL people. A breakdown is published only when every one of its cells,
the people in no group among them, reaches that; otherwise the total stands alone.
"""

from collections.abc import Mapping
from typing import Any

from commonground.analysis.opinion import CommonGround, Difference, Group, Opinions, StatementTally

CELL = 5
DIGITS = 4

type Json = dict[str, Any]
type Statement = str | int


def publishable(opinions: Opinions, voices: Mapping[Statement, str]) -> Json:
    """The stored results of a conversation: no position, no membership, no text, no small cell.

    `voices` gives the key of the voice behind each label of the analysis.
    """
    mapped, eligible, people = _nested(opinions.mapped, opinions.eligible, opinions.participants)
    tallies = {tally.statement: tally for tally in opinions.tallies}
    return {
        "mapped": mapped,
        "eligible": eligible,
        "people": people,
        "statements": sum(tally.moderation != -1 for tally in opinions.tallies),
        "votes": opinions.votes,
        "finding": opinions.finding.value,
        "groups": [_group(group, voices) for group in opinions.groups],
        "map": {
            "columns": opinions.density.columns,
            "squares": [[cell.column, cell.row, cell.group, cell.people] for cell in opinions.density.squares],
        },
        "common_ground": [_ground(ground, tallies[ground.statement], voices) for ground in opinions.common_ground],
        "differences": [_difference(found, tallies[found.statement], voices) for found in opinions.differences],
        "tallies": {
            voices[tally.statement]: [tally.everyone.agree, tally.everyone.disagree, tally.everyone.passed]
            for tally in opinions.tallies
            if tally.moderation != -1 and tally.everyone.n >= CELL
        },
    }


def _nested(mapped: int, eligible: int, people: int) -> tuple[int, int | None, int | None]:
    """Counts that lie within each other; one that would reveal a few people by subtraction is left out."""
    shown = mapped
    found: list[int | None] = []
    for count in (eligible, people):
        hides = 0 < count - shown < CELL
        found.append(None if hides else count)
        shown = shown if hides else count
    return mapped, found[0], found[1]


def _group(group: Group, voices: Mapping[Statement, str]) -> Json:
    marks = [{"voice": voices[mark.statement], "direction": mark.direction.value} for mark in group.representative]
    return {"name": group.name, "size": group.size, "representative": marks}


def _ground(ground: CommonGround, tally: StatementTally, voices: Mapping[Statement, str]) -> Json:
    return {
        "voice": voices[ground.statement],
        "axis": ground.axis.value,
        "direction": ground.direction.value,
        "score": round(ground.score, DIGITS),
        "low": round(ground.low, DIGITS),
        "high": round(ground.high, DIGITS),
        "n": tally.everyone.n,
    }


def _difference(found: Difference, tally: StatementTally, voices: Mapping[Statement, str]) -> Json:
    return {
        "voice": voices[found.statement],
        "axis": found.axis.value,
        "between": list(found.between) if found.between else [],
        "n": tally.everyone.n,
        "by_group": by_group(tally),
    }


def by_group(tally: StatementTally) -> dict[str, list[int]] | None:
    """(agreed, all) of each group, or None when a cell of that table, or what can be subtracted from it, is small."""
    table = {name: [group.agree, group.n] for name, group in tally.groups.items()}
    agreed, everyone = (sum(row[at] for row in table.values()) for at in (0, 1))
    outside = [tally.everyone.agree - agreed, tally.everyone.n - everyone]
    rows = [*table.values(), *([outside] if outside[1] else [])]
    if not table or any(agree < CELL or n - agree < CELL for agree, n in rows):
        return None
    return table


def shown_people(results: Json) -> int:
    """How many people took part, as far as that number hides nobody: the one figure every page prints."""
    return int(results["people"] or results["eligible"] or results["mapped"])
