"""The rule of a table and the tally of a motion, as plain values: who was there, who is missing, whether it carries."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commonground.kernel.actor import PartyKind

# Shares are written as decimals, and 0.6 × 5 must not miss 3 by a rounding of the last bit.
ROUNDING = 1e-9


class Choice(StrEnum):
    """What a seat may say to a motion. To abstain is to be present."""

    AYE = "aye"
    NAY = "nay"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Vote:
    """One ballot as the rule sees it: the side it came from and what it said."""

    side: PartyKind
    choice: Choice


@dataclass(frozen=True, slots=True)
class Absence:
    """A side with fewer seats present than the rule asks."""

    side: PartyKind
    present: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The ballots of the seats that count."""

    votes: tuple[Vote, ...] = ()

    @property
    def present(self) -> int:
        """Seats that took part, abstentions among them."""
        return len(self.votes)

    @property
    def ayes(self) -> int:
        """Ballots for the motion."""
        return self.said(Choice.AYE)

    @property
    def nays(self) -> int:
        """Ballots against the motion."""
        return self.said(Choice.NAY)

    @property
    def abstentions(self) -> int:
        """Ballots that say neither."""
        return self.said(Choice.ABSTAIN)

    def said(self, choice: Choice) -> int:
        """How many ballots say this."""
        return sum(vote.choice is choice for vote in self.votes)

    def of_sides(self) -> Counter[PartyKind]:
        """Seats that took part, by side."""
        return Counter(vote.side for vote in self.votes)

    @property
    def not_police(self) -> int:
        """Seats that took part and are not of the police."""
        return sum(vote.side is not PartyKind.POLICE for vote in self.votes)


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold before a decision stands: seats present in all, of each side, and the share not of the police."""

    quorum: int
    present_of_sides: Mapping[PartyKind, int]
    share_not_police: float

    def missing(self, tally: Tally) -> int:
        """How many seats are wanting for the quorum; 0 when it is reached."""
        return max(0, self.quorum - tally.present)

    def absent_sides(self, tally: Tally) -> tuple[Absence, ...]:
        """The sides of which too few seats took part, in the order of the five kinds."""
        present = tally.of_sides()
        return tuple(
            Absence(side, present[side], wanted)
            for side in PartyKind
            if present[side] < (wanted := self.present_of_sides.get(side, 0))
        )

    def police_outweigh(self, tally: Tally) -> bool:
        """Whether too small a share of those present is not of the police."""
        return tally.not_police < self.share_not_police * tally.present - ROUNDING

    def stands(self, tally: Tally) -> bool:
        """Whether enough seats of every side took part for any decision at all."""
        return not (self.missing(tally) or self.absent_sides(tally) or self.police_outweigh(tally))

    def carries(self, tally: Tally) -> bool:
        """Whether the motion is decided in favour: the rule is met and more ballots say aye than nay."""
        return self.stands(tally) and tally.ayes > tally.nays
