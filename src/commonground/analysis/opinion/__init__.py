"""Analysis of votes on statements: what bridges, what divides, which groups there are, and how sure that is.

`from_polis` or `Votes.of` makes votes, `analyse` the result.
"""

from commonground.analysis.opinion.command import opinions_of
from commonground.analysis.opinion.common_ground import Axis, CommonGround, Direction
from commonground.analysis.opinion.density import Density, Square
from commonground.analysis.opinion.differences import Difference
from commonground.analysis.opinion.pipeline import VERSION, analyse
from commonground.analysis.opinion.polis import PolisStatement, PolisVote, read_statements, read_votes
from commonground.analysis.opinion.polis_errors import PolisError, PolisFlaw
from commonground.analysis.opinion.representative import Representative
from commonground.analysis.opinion.result import Evidence, Finding, Group, Opinions, StatementTally, Tally
from commonground.analysis.opinion.votes import BadVotes, Votes, from_polis

__all__ = [
    "VERSION",
    "Axis",
    "BadVotes",
    "CommonGround",
    "Density",
    "Difference",
    "Direction",
    "Evidence",
    "Finding",
    "Group",
    "Opinions",
    "PolisError",
    "PolisFlaw",
    "PolisStatement",
    "PolisVote",
    "Representative",
    "Square",
    "StatementTally",
    "Tally",
    "Votes",
    "analyse",
    "from_polis",
    "opinions_of",
    "read_statements",
    "read_votes",
]
