"""Opinion groups, found only where the evidence stands.

A Gaussian mixture with one common within-group covariance describes where people truly stand; each person's
own measurement noise, known from the vote model, is integrated out (extreme deconvolution: Bovy, Hogg and
Roweis 2011, Annals of Applied Statistics 5: 1657-1677). A split into k groups is believed when the Bayesian
information criterion (Schwarz 1978, Annals of Statistics 6: 461-464) gains more than `LEAST_GAIN` over one
group, when most people belong clearly to their group, and when no group is tiny. The smallest k within
`SLACK` of the best stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commonground.analysis.opinion.plane import Plane

type Floats = NDArray[np.float64]

MOST_GROUPS = 5
LEAST_GAIN = 15.0
SLACK = 10.0
CLEAR_MEMBERSHIP = 0.8
LEAST_CLEAR_SHARE = 0.6
LEAST_SIZE = 5
LEAST_SHARE = 0.03
MOST_TRIED = 3_000
_CUTS = (0.2, 0.5, 0.8)
_TRIAL_CYCLES = 8
_FINALISTS = 3
_CYCLES = 60
_SETTLED = 1e-2
_AXES_TRIED_LATER = 2
_LEAST_BEND = 1e-18
_LONGEST_LEAP = 64.0
_PATIENCE = 2
_LEAST_MASS = 1e-9
_LEAST_SPREAD = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """A mixture of k groups: evidence gained over one group, and each person's membership (people, k)."""

    gain: float
    membership: Floats

    @property
    def size(self) -> int:
        """How many groups."""
        return int(self.membership.shape[1])

    def group(self) -> NDArray[np.intp]:
        """The likeliest group of each person."""
        return np.argmax(self.membership, axis=1)

    def stands(self) -> bool:
        """Whether the evidence, the clearness and the sizes suffice to call the parts groups."""
        people = len(self.membership)
        clear = int(np.count_nonzero(self.membership.max(axis=1) > CLEAR_MEMBERSHIP))
        smallest = int(np.bincount(self.group(), minlength=self.size).min())
        return (
            self.gain > LEAST_GAIN
            and clear >= LEAST_CLEAR_SHARE * people
            and smallest >= max(LEAST_SIZE, LEAST_SHARE * people)
        )


def find_groups(plane: Plane) -> tuple[Split, ...]:
    """Mixtures of 2, 3 … MOST_GROUPS groups, as far as the people suffice and the evidence still grows.

    Above MOST_TRIED people the mixtures are sought among a fixed sample, every nth in the order of their labels;
    everybody then gets a membership.
    """
    everyone = _People.of(plane)
    people = everyone.every(-(-everyone.count // MOST_TRIED) or 1)
    mixture = one = people.settled(people.whole(), _CYCLES)
    splits: list[Split] = []
    for size in range(2, MOST_GROUPS + 1):
        if people.count < 2 * LEAST_SIZE * size or _hopeless(splits):
            break
        mixture = people.parted(mixture)
        gain = 2 * (mixture.evidence - one.evidence) - (size - 1) * (people.axes + 1) * np.log(people.count)
        splits.append(Split(float(gain), everyone.believed_under(mixture).membership))
    return tuple(splits)


def _hopeless(splits: list[Split]) -> bool:
    if len(splits) < _PATIENCE:
        return False
    before = max((split.gain for split in splits[:-_PATIENCE]), default=0.0)
    return max(split.gain for split in splits[-_PATIENCE:]) < before


def believed(splits: tuple[Split, ...]) -> Split | None:
    """The split to show, or None when no split stands."""
    standing = [split for split in splits if split.stands()]
    if not standing:
        return None
    best = max(split.gain for split in standing)
    return next(split for split in standing if split.gain >= best - SLACK)


@dataclass(frozen=True, slots=True, eq=False)
class _Mixture:
    """Weight (k) and centre (k, axes) of each group, and their common spread (axes, axes).

    `evidence` is the log-likelihood of the mixture from which an EM step made this one.
    """

    weight: Floats
    centre: Floats
    spread: Floats
    evidence: float = -np.inf


def _leapt(start: _Mixture, first: _Mixture, second: _Mixture) -> _Mixture:
    begin, middle, end = (_as_vector(mixture) for mixture in (start, first, second))
    stride, bend = middle - begin, end - 2 * middle + begin
    length = np.sqrt(np.square(stride).sum() / max(float(np.square(bend).sum()), _LEAST_BEND))
    length = min(max(float(length), 1.0), _LONGEST_LEAP)
    return _from_vector(begin + 2 * length * stride + length**2 * bend, *start.centre.shape)


def _as_vector(mixture: _Mixture) -> Floats:
    root = np.linalg.cholesky(mixture.spread)
    return np.concatenate((np.log(mixture.weight), mixture.centre.ravel(), root.ravel()))


def _from_vector(vector: Floats, groups: int, axes: int) -> _Mixture:
    weight = np.exp(vector[:groups] - vector[:groups].max())
    centre = vector[groups : groups * (1 + axes)].reshape(groups, axes)
    root = vector[groups * (1 + axes) :].reshape(axes, axes)
    spread = np.einsum("ij,kj->ik", root, root) + _LEAST_SPREAD * np.eye(axes)
    return _Mixture(weight / weight.sum(), centre, spread)


@dataclass(frozen=True, slots=True, eq=False)
class _Belief:
    """Under a mixture: membership (people, k), true position per group (people, k, axes), its covariance."""

    membership: Floats
    position: Floats
    covariance: Floats
    evidence: float


@dataclass(frozen=True, slots=True, eq=False)
class _People:
    """What the votes alone say of each position: precision and pull of a Gaussian likelihood."""

    precision: Floats
    pull: Floats

    @classmethod
    def of(cls, plane: Plane) -> "_People":
        posterior = np.linalg.inv(plane.covariance)
        pull = np.einsum("nij,nj->ni", posterior, plane.position)
        return cls(posterior - np.linalg.inv(plane.prior), pull)

    @property
    def count(self) -> int:
        return int(self.pull.shape[0])

    @property
    def axes(self) -> int:
        return int(self.pull.shape[1])

    def every(self, nth: int) -> "_People":
        """Every nth person."""
        return _People(self.precision[::nth], self.pull[::nth])

    def whole(self) -> _Mixture:
        """One group that holds everybody, before its first round."""
        return _Mixture(np.ones(1), np.zeros((1, self.axes)), np.eye(self.axes))

    def settled(self, mixture: _Mixture, cycles: int) -> _Mixture:
        """The mixture after cycles of EM, ended early when the evidence no longer moves.

        Plain EM crawls when noise is large, so each cycle leaps ahead along two steps and keeps the leap when the
        evidence agrees (SQUAREM, scheme S3: Varadhan and Roland 2008, Scandinavian Journal of Statistics 35).
        """
        evidence = -np.inf
        for _ in range(cycles):
            first = self._step(mixture)
            if first.evidence - evidence < _SETTLED:
                return first
            evidence = first.evidence
            second = self._step(first)
            leap = self._step(_leapt(mixture, first, second))
            mixture = leap if leap.evidence >= second.evidence else second
        return mixture

    def _step(self, mixture: _Mixture) -> _Mixture:
        belief = self.believed_under(mixture)
        return self._fitted(belief, belief.membership)

    def parted(self, mixture: _Mixture) -> _Mixture:
        """The best mixture with one group more: each group is cut in turn along its own axes, the best cuts run on."""
        belief = self.believed_under(mixture)
        trials = [
            self.settled(self._fitted(belief, membership), _TRIAL_CYCLES)
            for group in range(len(mixture.weight))
            for membership in self._cuts(belief, group)
        ]
        trials.sort(key=lambda trial: -trial.evidence)
        return max((self.settled(trial, _CYCLES) for trial in trials[:_FINALISTS]), key=lambda final: final.evidence)

    def _cuts(self, belief: _Belief, group: int) -> Iterator[Floats]:
        member = belief.membership[:, group]
        away = belief.position[:, group] - np.einsum("n,ni->i", member, belief.position[:, group]) / member.sum()
        _, axes = np.linalg.eigh(np.einsum("n,ni,nj->ij", member, away, away))
        mostly = member > member.max() / 2
        tried = self.axes if belief.membership.shape[1] == 1 else _AXES_TRIED_LATER
        for axis in axes.T[::-1][:tried]:
            place = np.einsum("ni,i->n", away, axis)
            for quantile in _CUTS:
                beyond = place > np.quantile(place[mostly], quantile)
                kept = belief.membership.copy()
                kept[:, group] = np.where(beyond, 0.0, member)
                yield np.column_stack((kept, np.where(beyond, member, 0.0)))

    def believed_under(self, mixture: _Mixture) -> _Belief:
        """Expectation: where each person is and to which group she belongs."""
        inward = np.linalg.inv(mixture.spread)
        covariance = np.linalg.inv(self.precision + inward)
        pull = self.pull[:, None, :] + np.einsum("ij,kj->ki", inward, mixture.centre)[None]
        position = np.einsum("nij,nkj->nki", covariance, pull)
        _, spread_size = np.linalg.slogdet(mixture.spread)
        _, sizes = np.linalg.slogdet(covariance)
        offset = np.einsum("ki,ij,kj->k", mixture.centre, inward, mixture.centre)
        log = np.log(mixture.weight) + 0.5 * (
            np.einsum("nki,nki->nk", position, pull) - offset + (sizes - spread_size)[:, None]
        )
        top = log.max(axis=1, keepdims=True)
        total = np.exp(log - top).sum(axis=1, keepdims=True)
        evidence = float((top + np.log(total)).sum())
        return _Belief(np.exp(log - top) / total, position, covariance, evidence)

    def _fitted(self, belief: _Belief, membership: Floats) -> _Mixture:
        """Maximisation for a membership, which may have one group more than the belief's positions."""
        groups = membership.shape[1]
        position = belief.position
        if groups > position.shape[1]:
            owner = np.append(np.arange(groups - 1), _parent(belief.membership, membership))
            position = position[:, owner]
        mass = membership.sum(axis=0) + _LEAST_MASS
        centre = np.einsum("nk,nki->ki", membership, position) / mass[:, None]
        away = position - centre
        spread = np.einsum("nki,nkj->ij", membership[:, :, None] * away, away) + belief.covariance.sum(axis=0)
        spread = spread / self.count + _LEAST_SPREAD * np.eye(self.axes)
        return _Mixture(mass / mass.sum(), centre, spread, belief.evidence)


def _parent(before: Floats, after: Floats) -> int:
    """The group from which the last column of `after` was cut."""
    return int(np.argmax((before - after[:, :-1]).sum(axis=0)))
