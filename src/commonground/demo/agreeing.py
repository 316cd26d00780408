"""What the table did with the themes: one adopted, one not carried, one that waits for votes, one not put yet."""

from collections.abc import Iterable

from commonground.agree.actions import motions, priorities
from commonground.agree.models import Motion, Priority
from commonground.demo.cast import Cast
from commonground.demo.days import Days, Strand
from commonground.demo.listening import Heard
from commonground.demo.texts import Bilingual
from commonground.demo.texts import motions as texts
from commonground.demo.translating import translated
from commonground.listen.models import Theme


def put(cast: Cast, theme: Theme, wording: Bilingual, *, by: str) -> Motion:
    """A chair puts a theme to the table."""
    motion = motions.open_(
        table=cast.table, theme=theme, wording=wording.text, language=wording.written.value, by=cast.seat(by)
    )
    return translated(motion, wording=wording)


def vote(cast: Cast, motion: Motion, ballots: Iterable[texts.Said]) -> None:
    """Each seat says yes, no or neither, with or without a reason."""
    for said in ballots:
        motions.vote(
            motion=motion,
            choice=said.choice,
            reason=said.reason,
            language=said.language.value,
            by=cast.seat(said.seat),
        )


def agree(cast: Cast, heard: Heard, days: Days) -> Priority:
    """Two motions, of which one carried and became a priority."""
    with days.on(212):
        motion = put(cast, heard.wait, texts.SAFE_WAIT, by="residents-chair")
    with days.on(207):
        vote(cast, motion, texts.SAFE_WAIT_BALLOTS)
    with days.on(205):
        motions.close(motion=motion, by=cast.seat("police-chair"))
        priority = priorities.adopt(motion=motion, by=cast.seat("residents-chair"))
        translated(priority, wording=texts.SAFE_WAIT)
    return priority


def refuse_one(cast: Cast, heard: Heard) -> Strand:
    """A motion on which the table was split in two halves."""
    yield 176
    motion = put(cast, heard.helper, texts.HEALTH_FIRST, by="residents-chair")
    yield 171
    vote(cast, motion, texts.HEALTH_FIRST_BALLOTS)
    yield 169
    motions.close(motion=motion, by=cast.seat("residents-chair"))


def leave_one_open(cast: Cast, heard: Heard) -> Strand:
    """A motion that waits for most of its votes."""
    yield 7
    motion = put(cast, heard.told, texts.ANSWER_SOON, by="police-chair")
    yield 4
    vote(cast, motion, texts.ANSWER_SOON_BALLOTS)
