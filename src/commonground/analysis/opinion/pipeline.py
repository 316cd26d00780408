"""From votes to opinions: who is eligible, where they stand, which groups there are, what bridges and divides."""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion import common_ground as bridging
from commonground.analysis.opinion import differences as dividing
from commonground.analysis.opinion import groups as grouping
from commonground.analysis.opinion import model, shares
from commonground.analysis.opinion.density import LEAST_PEOPLE, density
from commonground.analysis.opinion.moments import FACTORS, Decided
from commonground.analysis.opinion.plane import AXES, Plane, principal_plane
from commonground.analysis.opinion.positions import positions
from commonground.analysis.opinion.representative import representative
from commonground.analysis.opinion.result import Evidence, Finding, Group, Opinions, StatementTally, Tally
from commonground.analysis.opinion.tallies import Tallies, tallies_of_everyone, tallies_of_groups
from commonground.analysis.opinion.votes import REJECTED, Votes

VERSION = "opinion-0.1"
LEAST_VOTES_TO_STAND_ON_THE_MAP = 7
LEAST_STATEMENTS = 2

PARAMETERS = {
    "factors": float(FACTORS),
    "sweeps": float(model.SWEEPS),
    "prior_readiness": model.PEOPLE.first,
    "prior_person_factor": model.PEOPLE.factor,
    "prior_liking": model.STATEMENTS.first,
    "prior_statement_factor": model.STATEMENTS.factor,
    "axes": float(AXES),
    "least_votes_on_map": float(LEAST_VOTES_TO_STAND_ON_THE_MAP),
    "least_gain": grouping.LEAST_GAIN,
    "slack": grouping.SLACK,
    "clear_membership": grouping.CLEAR_MEMBERSHIP,
    "least_clear_share": grouping.LEAST_CLEAR_SHARE,
    "least_group_size": float(grouping.LEAST_SIZE),
    "least_group_share": grouping.LEAST_SHARE,
    "least_votes_per_group": float(bridging.LEAST_VOTES),
    "majority": bridging.MAJORITY,
    "least_split": dividing.LEAST_SPLIT,
    "tail": shares.TAIL,
}


def analyse(votes: Votes) -> Opinions:
    """Analyse a conversation. The result depends on the votes alone, not on their order."""
    started = time.perf_counter()
    eligible = votes.votes_of_each_person() >= LEAST_VOTES_TO_STAND_ON_THE_MAP
    mapped = _mapped(votes, eligible)
    parts = _parts(votes, mapped)
    everyone = tallies_of_everyone(votes)
    within = tallies_of_groups(votes, parts.group, len(parts.names))
    if parts.names:
        ground = bridging.common_ground(votes, within, bridging.Axis.GROUPS)
        gaps = dividing.differences_between_groups(votes, within, parts.names)
    else:
        ground = bridging.common_ground(votes, everyone, bridging.Axis.EVERYONE)
        gaps = dividing.differences_among_everyone(votes, everyone)
    return Opinions(
        participants=len(votes.participants),
        eligible=int(np.count_nonzero(eligible)),
        mapped=len(mapped.people),
        statements=_put_to_a_vote(votes, everyone),
        votes=votes.value.size,
        finding=parts.finding,
        groups=_groups(votes, within, parts),
        members=_members(votes, parts),
        common_ground=ground,
        differences=gaps,
        tallies=_statement_tallies(votes, everyone, within, parts.names),
        density=density(parts.position, parts.group[mapped.people] if parts.names else None),
        evidence=parts.evidence,
        version=VERSION,
        parameters=PARAMETERS,
        seconds=time.perf_counter() - started,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Mapped:
    """The votes that make the map, with the place of its people among all participants."""

    people: NDArray[np.intp]
    votes: Decided


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """Positions of the mapped people, the group of every participant (-1: none) and what the search found."""

    position: NDArray[np.float64]
    group: NDArray[np.int64]
    names: tuple[str, ...]
    finding: Finding
    evidence: tuple[Evidence, ...]


def _put_to_a_vote(votes: Votes, everyone: Tallies) -> int:
    """How many statements ever stood open to votes: those rejected before anybody voted never did."""
    return int(np.count_nonzero((np.asarray(votes.moderation) != -1) | (everyone.n.reshape(-1) > 0)))


def _mapped(votes: Votes, eligible: NDArray[np.bool_]) -> _Mapped:
    shown = votes.moderation != REJECTED
    used = (votes.value != 0) & shown[votes.statement] & eligible[votes.person]
    people, person = np.unique(votes.person[used], return_inverse=True)
    statements, statement = np.unique(votes.statement[used], return_inverse=True)
    decided = Decided(
        people=people.size,
        statements=statements.size,
        person=person.astype(np.int32),
        statement=statement.astype(np.int32),
        agrees=votes.value[used] > 0,
    )
    return _Mapped(people.astype(np.intp), decided)


def _parts(votes: Votes, mapped: _Mapped) -> _Parts:
    group = np.full(len(votes.participants), -1, dtype=np.int64)
    if mapped.votes.people < LEAST_PEOPLE or mapped.votes.statements < LEAST_STATEMENTS:
        return _Parts(np.zeros((mapped.votes.people, AXES)), group, (), Finding.TOO_FEW, ())
    plane = _plane(mapped.votes)
    splits = grouping.find_groups(plane)
    evidence = tuple(Evidence(split.size, split.gain, split.stands()) for split in splits)
    chosen = grouping.believed(splits)
    if chosen is None:
        finding = Finding.NO_GROUPS if splits else Finding.TOO_FEW
        return _Parts(plane.position, group, (), finding, evidence)
    group[mapped.people] = _by_size(chosen.group())
    names = tuple(chr(ord("A") + index) for index in range(chosen.size))
    return _Parts(plane.position, group, names, Finding.GROUPS, evidence)


def _plane(decided: Decided) -> Plane:
    fit = model.fit(decided)
    votes_per_statement = np.bincount(decided.statement, minlength=decided.statements)
    return principal_plane(positions(decided, fit), fit.statements, votes_per_statement)


def _by_size(group: NDArray[np.intp]) -> NDArray[np.int64]:
    """Groups numbered from the largest; equal sizes by their first member."""
    found, first, count = np.unique(group, return_index=True, return_counts=True)
    rank = np.empty(found.max() + 1, dtype=np.int64)
    rank[found[np.lexsort((first, -count))]] = np.arange(found.size)
    return rank[group]


def _groups(votes: Votes, within: Tallies, parts: _Parts) -> tuple[Group, ...]:
    return tuple(
        Group(name, int(np.count_nonzero(parts.group == index)), representative(votes, within, index))
        for index, name in enumerate(parts.names)
    )


def _members(votes: Votes, parts: _Parts) -> dict[str, str]:
    return {
        participant: parts.names[group]
        for participant, group in zip(votes.participants, parts.group.tolist(), strict=True)
        if group >= 0
    }


def _statement_tallies(
    votes: Votes, everyone: Tallies, within: Tallies, names: tuple[str, ...]
) -> tuple[StatementTally, ...]:
    return tuple(
        StatementTally(
            statement,
            int(votes.moderation[index]),
            _tally(everyone, 0, index),
            {name: _tally(within, group, index) for group, name in enumerate(names)},
        )
        for index, statement in enumerate(votes.statements)
    )


def _tally(tallies: Tallies, part: int, statement: int) -> Tally:
    agree, disagree, passed = tallies.agree, tallies.disagree, tallies.passed
    return Tally(int(agree[part, statement]), int(disagree[part, statement]), int(passed[part, statement]))
