"""A whole conversation analysed: groups only where they are, and the same answer whatever the order of votes."""

import csv
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from commonground.analysis.opinion import Axis, Direction, Finding, Opinions, Votes, analyse, opinions_of
from tests.analysis.conversations import (
    COMMENTS,
    LOG,
    MATRIX,
    Triples,
    agreement_of_partitions,
    drawn,
    export,
    two_camps,
    votes_of,
)


def _told(opinions: Opinions) -> str:
    told = opinions.to_json()
    told.pop("seconds")
    return json.dumps(told)


@pytest.mark.parametrize(
    ("people", "statements", "missing", "agreeing"),
    [(400, 30, 0.0, 0.8), (400, 36, 0.65, 0.92), (500, 40, 0.7, 0.92), (900, 60, 0.65, 0.85)],
)
def test_two_camps_are_found(people: int, statements: int, missing: float, agreeing: float) -> None:
    for seed in range(3):
        log_odds, camp = two_camps(people, statements, agreeing=agreeing, seed=seed)
        opinions = analyse(votes_of(drawn(log_odds, missing=missing, seed=100 + seed)))
        assert [group.name for group in opinions.groups] == ["A", "B"]
        assert sum(group.size for group in opinions.groups) == len(opinions.members) == opinions.mapped
        truth = [str(camp[int(participant[1:])]) for participant in opinions.members]
        assert agreement_of_partitions(truth, list(opinions.members.values())) >= 0.9


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("spread", [0.0, 1.0, 2.0])
def test_no_groups_are_made_of_noise_or_of_one_spectrum(spread: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    along = spread * rng.normal(size=(400, 1)) * rng.normal(size=(1, 40))
    log_odds = along + rng.normal(size=40) + 0.5 * rng.normal(size=(400, 1))
    opinions = analyse(votes_of(drawn(log_odds, missing=0.5, seed=seed)))
    assert opinions.finding is Finding.NO_GROUPS
    assert opinions.groups == ()
    assert opinions.members == {}
    assert {ground.axis for ground in opinions.common_ground} <= {Axis.EVERYONE}


def test_twenty_orders_of_the_votes_give_one_answer() -> None:
    log_odds, _ = two_camps(220, 24, agreeing=0.9, seed=1)
    triples = drawn(log_odds, missing=0.4, seed=2)
    told = set()
    for seed in range(20):
        random.Random(seed).shuffle(triples)
        told.add(_told(analyse(votes_of(triples))))
    assert len(told) == 1
    assert json.loads(told.pop())["groups"]


def _log(folder: Path, triples: Triples, statements: int) -> Path:
    body = b"".join(b"1,x,%d,0,0,0,1,Statement\n" % number for number in range(statements))
    rows = b"".join(b"5,x,%d,%b,%d\n" % (statement, who.encode(), value) for who, statement, value in triples)
    return export(folder, comments=COMMENTS + body, log=LOG + rows)


def test_one_thread_or_two_give_one_answer(tmp_path: Path) -> None:
    log_odds, _ = two_camps(220, 24, agreeing=0.9, seed=1)
    folder = _log(tmp_path, drawn(log_odds, missing=0.4, seed=2), 24)
    program = (
        "import json, sys; from pathlib import Path; from commonground.analysis.opinion import opinions_of;"
        "told = opinions_of(Path(sys.argv[1])); told.pop('seconds'); print(json.dumps(told))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program, str(folder)],
            env=os.environ | {"OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for threads in ("1", "2")
    }
    assert len(told) == 1
    assert '"size"' in told.pop()


def test_a_log_and_the_matrix_it_ends_in_give_one_answer(tmp_path: Path) -> None:
    log_odds, _ = two_camps(60, 10, agreeing=0.9, seed=1)
    triples = drawn(log_odds, missing=0.2, seed=2)
    (tmp_path / "log").mkdir()
    folder = _log(tmp_path / "log", triples, 10)
    cells = {(who, statement): value for who, statement, value in triples}
    people = sorted({who for who, _, _ in triples}, reverse=True)
    matrix = MATRIX.decode().strip(",").split(",") + [str(number) for number in range(10)]
    (tmp_path / "matrix").mkdir()
    with (tmp_path / "matrix" / "participants-votes.csv").open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(matrix)
        writer.writerows(
            [who, "", 0, 0, 0, 0, *(cells.get((who, number), "") for number in range(10))] for who in people
        )
    (tmp_path / "matrix" / "comments.csv").write_bytes((folder / "comments.csv").read_bytes())
    first, second = opinions_of(folder), opinions_of(tmp_path / "matrix")
    assert {**first, "seconds": 0} == {**second, "seconds": 0}


def test_the_printed_object_has_the_promised_shape(tmp_path: Path) -> None:
    log_odds, _ = two_camps(220, 24, agreeing=0.9, seed=1)
    told = opinions_of(_log(tmp_path, drawn(log_odds, missing=0.4, seed=2), 24))
    assert list(told) == [
        "participants",
        "eligible",
        "statements",
        "votes",
        "groups",
        "stability",
        "members",
        "common_ground",
        "held_out",
        "seconds",
    ]
    groups, ground, members = told["groups"], told["common_ground"], told["members"]
    assert isinstance(groups, list)
    assert isinstance(ground, list)
    assert isinstance(members, dict)
    assert all(isinstance(group, dict) and set(group) == {"name", "size", "representative"} for group in groups)
    assert ground
    for entry in ground:
        assert isinstance(entry, dict)
        assert list(entry) == ["statement", "axis", "direction", "score", "low", "high"]
        assert 0 <= float(str(entry["low"])) <= float(str(entry["score"])) <= float(str(entry["high"])) <= 1
    assert json.loads(json.dumps(told)) == told


def test_what_both_camps_want_is_common_ground_and_what_parts_them_is_not() -> None:
    log_odds, _ = two_camps(400, 30, agreeing=0.9, seed=3)
    opinions = analyse(votes_of(drawn(log_odds, missing=0.3, seed=4)))
    shared = {number for number in range(30) if number % 3 == 2}
    assert {ground.statement for ground in opinions.common_ground} <= shared
    assert len(opinions.common_ground) >= 8
    lows = [ground.low for ground in opinions.common_ground]
    assert lows == sorted(lows, reverse=True)
    assert {difference.statement for difference in opinions.differences[:20]} == set(range(30)) - shared
    for group in opinions.groups:
        assert group.representative
        assert not {found.statement for found in group.representative} & shared


def test_shared_rejection_is_common_ground_too() -> None:
    opinions = analyse(votes_of([(f"p{i}", 0, -1 if i else 1) for i in range(20)]))
    (ground,) = opinions.common_ground
    assert (ground.direction, ground.axis) == (Direction.DISAGREE, Axis.EVERYONE)
    assert ground.score == pytest.approx(20 / 22)


def test_passing_is_not_agreeing() -> None:
    agreeing = [(f"p{i}", 0, 1) for i in range(12)]
    assert analyse(votes_of(agreeing)).common_ground
    assert not analyse(votes_of(agreeing + [(f"q{i}", 0, 0) for i in range(12)])).common_ground


def test_a_rejected_statement_counts_for_eligibility_but_leaves_the_map_and_the_common_ground() -> None:
    log_odds, _ = two_camps(200, 20, agreeing=0.9, seed=5)
    triples = drawn(log_odds, missing=0.0, seed=6)
    triples += (
        [(f"p{i}", 20, 1) for i in range(200)]
        + [("newcomer", number, 0) for number in range(6)]
        + [("newcomer", 20, 1)]
    )
    opinions = analyse(Votes.of(triples, moderation={number: -1 if number == 20 else 1 for number in range(21)}))
    assert (opinions.participants, opinions.eligible, opinions.mapped) == (201, 201, 200)
    assert "newcomer" not in opinions.members
    assert 20 not in {ground.statement for ground in opinions.common_ground}
    assert opinions.tallies[20].moderation == -1
    assert opinions.tallies[20].everyone.n == 201


def test_the_side_a_rejected_statement_took_changes_no_group() -> None:
    log_odds, _ = two_camps(200, 20, agreeing=0.9, seed=5)
    triples = drawn(log_odds, missing=0.2, seed=6)
    moderation = {number: -1 if number == 20 else 1 for number in range(21)}
    agreed, split = (
        analyse(Votes.of(triples + [(f"p{i}", 20, 1 - step * (i % 2)) for i in range(200)], moderation=moderation))
        for step in (0, 2)
    )
    assert agreed.members == split.members


def test_group_tallies_add_up_to_those_of_the_members() -> None:
    log_odds, _ = two_camps(200, 20, agreeing=0.9, seed=5)
    triples = drawn(log_odds, missing=0.2, seed=6)
    opinions = analyse(votes_of(triples))
    of_members = [(statement, value) for who, statement, value in triples if opinions.members.get(who) == "A"]
    for tally in opinions.tallies:
        number = int(tally.statement)
        assert tally.groups["A"].agree == of_members.count((number, 1))
        assert tally.groups["A"].passed == of_members.count((number, 0))
        assert tally.everyone.n == sum(statement == tally.statement for _, statement, _ in triples)


EDGES: dict[str, Triples] = {
    "nobody": [],
    "one voter": [("a", number, 1) for number in range(9)],
    "all passes": [(f"p{i}", number, 0) for i in range(30) for number in range(9)],
    "one statement": [(f"p{i}", 0, 1) for i in range(30)],
    "everybody agrees": [(f"p{i}", number, 1) for i in range(40) for number in range(9)],
    "few votes each": [(f"p{i}", (i + step) % 40, 1 if i % 2 else -1) for i in range(60) for step in range(6)],
    "a dozen people": [(f"p{i}", number, 1 if (i + number) % 3 else -1) for i in range(12) for number in range(12)],
}


@pytest.mark.parametrize("case", EDGES)
def test_too_little_to_go_on_is_a_result_and_not_an_error(case: str) -> None:
    opinions = analyse(Votes.of(EDGES[case], moderation=dict.fromkeys(range(40), 1)))
    assert opinions.groups == ()
    assert opinions.statements == 40
    assert opinions.votes == len(EDGES[case])
    assert json.dumps(opinions.to_json())


def test_a_conversation_of_two_dozen_has_no_pretended_groups() -> None:
    for seed in range(8):
        log_odds = np.random.default_rng(seed).normal(size=(24, 36))
        assert analyse(votes_of(drawn(log_odds, missing=0.3, seed=seed))).groups == ()


def test_groups_are_named_by_size() -> None:
    camp = np.where(np.arange(300) < 90, 1.0, -1.0)
    log_odds = 2.5 * camp[:, None] * np.where(np.arange(30) % 2, 1.0, -1.0)
    opinions = analyse(votes_of(drawn(log_odds, missing=0.3, seed=1)))
    assert [(group.name, group.size) for group in opinions.groups] == [("A", 210), ("B", 90)]
    assert opinions.members["p0"] == "B"
