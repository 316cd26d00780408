"""Each estimator against closed forms, an independent optimiser, or a truth that was drawn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize

from commonground.analysis.opinion.density import LEAST_PEOPLE, density
from commonground.analysis.opinion.groups import believed, find_groups
from commonground.analysis.opinion.model import PEOPLE, Fit, fit
from commonground.analysis.opinion.moments import FACTORS, Decided, Floats, Side
from commonground.analysis.opinion.plane import AXES, Plane, principal_plane
from commonground.analysis.opinion.positions import positions
from commonground.analysis.opinion.shares import shares
from tests.analysis.conversations import agreement_of_partitions


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_within_its_range_and_matches_the_moments_of_beta(count: int, others: int) -> None:
    share = shares(np.array([count]), np.array([count + others]))
    assert 0 <= share.low[0] < share.mean[0] < share.high[0] <= 1
    assert share.mean[0] == pytest.approx((count + 1) / (count + others + 2))


@pytest.mark.parametrize("n", [0, 1, 7, 200])
def test_the_range_of_an_unanimous_share_has_its_closed_form(n: int) -> None:
    share = shares(np.array([0, n]), np.array([n, n]))
    assert share.high[0] == pytest.approx(1 - 0.05 ** (1 / (n + 1)))
    assert share.low[1] == pytest.approx(0.05 ** (1 / (n + 1)))


def _decided(log_odds: Floats, missing: float, seed: int) -> tuple[Decided, Decided]:
    """Votes drawn from log-odds, and those held back."""
    rng = np.random.default_rng(seed)
    agrees = rng.random(log_odds.shape) < 1 / (1 + np.exp(-log_odds))
    seen = rng.random(log_odds.shape) >= missing
    people, statements = log_odds.shape
    parts = []
    for cells in (seen, ~seen):
        person, statement = np.nonzero(cells)
        parts.append(
            Decided(people, statements, person.astype(np.int32), statement.astype(np.int32), agrees[person, statement])
        )
    return parts[0], parts[1]


def test_hidden_votes_are_foretold_almost_as_well_as_the_truth_would() -> None:
    rng = np.random.default_rng(5)
    truth = rng.normal(size=40) + 1.5 * rng.normal(size=(300, 2)) @ rng.normal(size=(2, 40))
    seen, hidden = _decided(truth, 0.3, 6)

    def loss(agreement: Floats) -> float:
        return float(-np.log(np.where(hidden.agrees, agreement, 1 - agreement)).mean())

    of_truth = loss(1 / (1 + np.exp(-truth[hidden.person, hidden.statement])))
    of_shares = loss(
        np.bincount(seen.statement, seen.agrees + 0.0)[hidden.statement] / np.bincount(seen.statement)[hidden.statement]
    )
    of_model = loss(fit(seen).agreement(hidden.person, hidden.statement))
    assert of_truth < of_model < of_truth + 0.25 * (of_shares - of_truth)


def test_a_persons_position_is_the_mode_an_optimiser_finds() -> None:
    rng = np.random.default_rng(8)
    statements = Side(rng.normal(size=(30, 1 + FACTORS)), np.zeros((30, 1 + FACTORS, 1 + FACTORS)))
    agrees = rng.random(30) < 0.6
    votes = Decided(1, 30, np.zeros(30, dtype=np.int32), np.arange(30, dtype=np.int32), agrees)
    reach = np.column_stack((np.ones(30), statements.mean[:, 1:]))

    def surprise(place: Floats) -> float:
        log_odds = reach @ place + statements.mean[:, 0]
        votes_cost = np.logaddexp(0, np.where(agrees, -log_odds, log_odds)).sum()
        return float(votes_cost + (place**2 / PEOPLE.variance()).sum() / 2)

    mode = optimize.minimize(surprise, np.zeros(1 + FACTORS), tol=1e-12).x
    found = positions(votes, Fit(PEOPLE.alone(1), statements))
    assert found.mean[0] == pytest.approx(mode, abs=1e-4)


def test_the_plane_is_the_same_however_the_factors_are_turned() -> None:
    rng = np.random.default_rng(2)
    people = Side(rng.normal(size=(50, 9)) * np.linspace(2, 0.5, 9), np.broadcast_to(0.1 * np.eye(9), (50, 9, 9)))
    statements = Side(rng.normal(size=(20, 9)), np.broadcast_to(0.1 * np.eye(9), (20, 9, 9)))
    turn = np.eye(9)
    turn[1:, 1:] = np.linalg.qr(rng.normal(size=(8, 8)))[0]
    turned = [Side(side.mean @ turn, turn.T @ side.covariance @ turn) for side in (people, statements)]
    weight = np.arange(1, 21)
    first, second = principal_plane(people, statements, weight), principal_plane(turned[0], turned[1], weight)
    assert second.position == pytest.approx(first.position, abs=1e-9)
    assert second.covariance == pytest.approx(first.covariance, abs=1e-9)


def _plane(truth: Floats, noise: float, seed: int) -> Plane:
    """What would be believed of true positions seen through Gaussian noise, under a wide prior."""
    prior = 4.0
    seen = truth + noise * np.random.default_rng(seed).normal(size=truth.shape)
    variance = 1 / (1 / prior + 1 / noise**2)
    covariance = np.broadcast_to(variance * np.eye(AXES), (len(truth), AXES, AXES))
    return Plane(seen * variance / noise**2, covariance, prior * np.eye(AXES))


@pytest.mark.parametrize("groups", [2, 3, 4])
def test_true_heaps_are_counted_rightly_through_noise(groups: int) -> None:
    rng = np.random.default_rng(groups)
    heap = rng.integers(0, groups, 600)
    truth = 2.5 * np.eye(AXES)[heap] + 0.3 * rng.normal(size=(600, AXES))
    split = believed(find_groups(_plane(truth, 0.5, 1)))
    assert split is not None
    assert split.size == groups
    assert agreement_of_partitions([str(at) for at in heap], [str(at) for at in split.group()]) > 0.9


@pytest.mark.parametrize("seed", range(5))
def test_one_gaussian_heap_is_never_cut(seed: int) -> None:
    truth = np.random.default_rng(seed).normal(size=(500, AXES)) * [1.5, 0.8, 0.3, 0.1]
    assert believed(find_groups(_plane(truth, 0.4, seed))) is None


def test_a_handful_apart_is_no_group() -> None:
    truth = 0.3 * np.random.default_rng(3).normal(size=(400, AXES))
    truth[:8] += 4
    splits = find_groups(_plane(truth, 0.3, 3))
    assert splits[0].gain > 15
    assert believed(splits) is None


def test_no_square_of_the_map_holds_fewer_than_five_and_the_far_ones_are_not_seen() -> None:
    rng = np.random.default_rng(4)
    position, group = rng.normal(size=(400, 2)), rng.integers(0, 2, 400)
    position[0] = 50, 50
    shown = density(position, group)
    assert min(square.people for square in shown.squares) >= LEAST_PEOPLE
    assert sum(square.people for square in shown.squares) + shown.unshown == 400
    assert all(0 <= square.column < shown.columns and 0 <= square.row < shown.columns for square in shown.squares)


def test_a_finer_map_is_drawn_when_there_are_more_people() -> None:
    position = np.random.default_rng(4).normal(size=(20_000, 2))
    few, many = density(position[:200], None), density(position, None)
    assert few.columns < many.columns
    assert many.unshown <= 0.2 * len(position)
