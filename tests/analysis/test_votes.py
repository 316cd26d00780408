"""The matrix of votes depends on labels and values, never on the order they came in."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.analysis.opinion import BadVotes, Votes

CELLS = st.dictionaries(
    st.tuples(st.sampled_from(["b", "a", "10", "9", "é"]), st.integers(0, 20)), st.sampled_from([-1, 0, 1]), max_size=40
)


@given(CELLS, st.randoms(use_true_random=False))
def test_any_order_of_rows_gives_the_same_matrix(cells: dict[tuple[str, int], int], random: Random) -> None:
    rows = [(*cell, value) for cell, value in cells.items()]
    moderation: dict[int, int] = dict.fromkeys(range(21), 1)
    shuffled, listed = list(rows), list(moderation.items())
    random.shuffle(shuffled)
    random.shuffle(listed)
    first, second = Votes.of(rows, moderation=moderation), Votes.of(shuffled, moderation=dict(listed))
    assert (first.participants, first.statements) == (second.participants, second.statements)
    for name in ("person", "statement", "value", "moderation"):
        assert getattr(first, name).tolist() == getattr(second, name).tolist()
    assert {
        (first.participants[p], first.statements[s]): v
        for p, s, v in zip(first.person, first.statement, first.value, strict=True)
    } == cells


def test_numbered_statements_stand_in_numerical_order_and_named_ones_in_alphabetical() -> None:
    assert Votes.of([("a", 10, 1), ("a", 9, 1)]).statements == (9, 10)
    assert Votes.of([("a", "x10", 1), ("a", "x9", 1)]).statements == ("x10", "x9")


def test_two_votes_in_one_cell_are_refused() -> None:
    with pytest.raises(BadVotes, match="twice"):
        Votes.of([("a", 1, 1), ("b", 1, 0), ("a", 1, 1)])


def test_a_vote_that_is_no_vote_is_refused() -> None:
    with pytest.raises(BadVotes, match="not 2"):
        Votes.of([("a", 1, 2)])


def test_a_vote_on_a_statement_nobody_listed_is_refused() -> None:
    with pytest.raises(BadVotes, match="not listed"):
        Votes.of([("a", 1, 1)], moderation={2: 1})


def test_a_moderation_mark_that_means_nothing_is_refused() -> None:
    with pytest.raises(BadVotes, match="Moderation"):
        Votes.of([("a", 1, 1)], moderation={1: 3})


def test_the_matrix_cannot_be_changed_afterwards() -> None:
    votes = Votes.of([("a", 1, 1)])
    with pytest.raises(ValueError, match="read-only"):
        votes.value[0] = -1
