"""What organisations promised for the priority, and what they can show."""

from commonground.act.actions import commitments, evidence
from commonground.act.models import Commitment
from commonground.agree.models import Priority
from commonground.demo.cast import Cast
from commonground.demo.days import Days, Strand
from commonground.demo.texts.promises import PROMISES, Promised, Shown
from commonground.demo.translating import translated
from commonground.kernel.actor import Holder
from commonground.people.actors import held_by


def promises(cast: Cast, priority: Priority, days: Days) -> list[Strand]:
    """Every promise, each on its own way."""
    return [_course(cast, priority, promised, days) for promised in PROMISES]


def _course(cast: Cast, priority: Priority, promised: Promised, days: Days) -> Strand:
    yield promised.made
    by = held_by(cast.persons[promised.by])[0].actor
    commitment = commitments.promise(
        priority=priority,
        wording=promised.wording.text,
        due=days.ago(promised.due),
        language=promised.wording.written.value,
        by=by,
    )
    translated(commitment, wording=promised.wording)
    for shown in promised.evidence:
        yield shown.on
        _show(commitment, shown, by)
    if promised.kept is not None:
        yield promised.kept
        commitments.keep(commitment=commitment, by=by)
    if promised.dropped is not None:
        yield promised.dropped
        commitments.drop(commitment=commitment, reason=promised.reason, language="en", by=by)


def _show(commitment: Commitment, shown: Shown, by: Holder) -> None:
    made = evidence.show(
        commitment=commitment,
        sentence=shown.sentence.text,
        link=shown.link,
        language=shown.sentence.written.value,
        by=by,
    )
    translated(made, sentence=shown.sentence)
