"""The planted groups can be found from the votes alone."""

import csv
from pathlib import Path

import pytest

from commonground.analysis.opinion import analyse, from_polis
from commonground.demo.listening import IMPORTED_PEOPLE
from commonground.demo.texts.statements import LOOP
from commonground.demo.voters import SEED, voters, write_export
from tests.analysis.conversations import agreement_of_partitions

LEAST_AGREEMENT = 0.9


@pytest.mark.parametrize("seed", [SEED, SEED + 100])
def test_the_two_planted_groups_are_found(tmp_path: Path, seed: int) -> None:
    people = voters(LOOP, people=IMPORTED_PEOPLE, seed=seed)
    write_export(tmp_path, LOOP, people)
    found = analyse(from_polis(tmp_path))
    planted = {voter.label: voter.group for voter in people}
    assert len(found.groups) == 2
    assert len(found.members) > 0.9 * IMPORTED_PEOPLE
    drawn = [planted[str(label)] for label in found.members]
    assert agreement_of_partitions(drawn, list(found.members.values())) >= LEAST_AGREEMENT


def test_people_answer_part_and_some_only_a_few() -> None:
    people = voters(LOOP, people=IMPORTED_PEOPLE, seed=SEED)
    counts = sorted(len(voter.votes) for voter in people)
    assert counts[0] < 10
    assert 0.4 * len(LOOP) < counts[len(counts) // 2] < 0.8 * len(LOOP)
    assert 0.03 < sum(vote == 0 for voter in people for _, vote in voter.votes) / sum(counts) < 0.12


def test_a_changed_vote_stands_twice_in_the_log_and_counts_once(tmp_path: Path) -> None:
    people = voters(LOOP, people=40, seed=SEED)
    write_export(tmp_path, LOOP, people)
    with (tmp_path / "votes.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    last = sum(len(voter.votes) for voter in people)
    assert len(rows) > last
    assert analyse(from_polis(tmp_path)).votes == last
