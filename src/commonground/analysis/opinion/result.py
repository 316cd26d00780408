"""What an analysis of opinions says."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commonground.analysis.opinion.common_ground import CommonGround
from commonground.analysis.opinion.density import Density
from commonground.analysis.opinion.differences import Difference
from commonground.analysis.opinion.representative import Representative
from commonground.analysis.opinion.votes import Participant, Statement

DIGITS = 4

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None


class Finding(StrEnum):
    """Whether there are groups, and if not, why."""

    GROUPS = "groups"
    NO_GROUPS = "no-groups"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Group:
    """An opinion group: its name, its number of people and the statements that set it apart."""

    name: str
    size: int
    representative: tuple[Representative, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes on one statement; `n` counts passes."""

    agree: int
    disagree: int
    passed: int

    @property
    def n(self) -> int:
        """All last votes."""
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True, slots=True)
class StatementTally:
    """Votes on one statement from everybody and from each group by name; `moderation` is -1, 0 or 1."""

    statement: Statement
    moderation: int
    everyone: Tally
    groups: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A split that was tried: groups, gain in Bayesian information criterion, whether it stands."""

    groups: int
    gain: float
    stands: bool


@dataclass(frozen=True, slots=True)
class Opinions:
    """The whole result. `members` is for the steward alone; counts are exact and not yet suppressed.

    `participants` counts people with at least one last vote, `eligible` those with enough for the map,
    `mapped` the eligible who decided on at least one statement that was not rejected.
    """

    participants: int
    eligible: int
    mapped: int
    statements: int
    votes: int
    finding: Finding
    groups: tuple[Group, ...]
    members: Mapping[Participant, str]
    common_ground: tuple[CommonGround, ...]
    differences: tuple[Difference, ...]
    tallies: tuple[StatementTally, ...]
    density: Density
    evidence: tuple[Evidence, ...]
    version: str
    parameters: Mapping[str, float]
    seconds: float

    def to_json(self) -> dict[str, Json]:
        """The result as the command prints it, numbers rounded to DIGITS places."""
        return {
            "participants": self.participants,
            "eligible": self.eligible,
            "statements": self.statements,
            "votes": self.votes,
            "groups": [_group_json(group) for group in self.groups],
            "stability": None,
            "members": dict(self.members),
            "common_ground": [_ground_json(ground) for ground in self.common_ground],
            "held_out": None,
            "seconds": round(self.seconds, DIGITS),
        }


def _group_json(group: Group) -> Json:
    statements: list[Json] = [found.statement for found in group.representative]
    return {"name": group.name, "size": group.size, "representative": statements}


def _ground_json(ground: CommonGround) -> Json:
    return {
        "statement": ground.statement,
        "axis": ground.axis.value,
        "direction": ground.direction.value,
        "score": round(ground.score, DIGITS),
        "low": round(ground.low, DIGITS),
        "high": round(ground.high, DIGITS),
    }
