"""Promises: made by an organisation for itself, kept with evidence or dropped with a reason, never forgotten."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from commonground.act.models import REASON, WORDING, Commitment, CommitmentStatus, Evidence
from commonground.agree.models import Priority
from commonground.kernel import clock, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, Holder
from commonground.kernel.refusals import Forbidden, RefusedAct
from commonground.listen.text import clean
from commonground.people.models import Organisation

LONGEST = timedelta(days=5 * 366)


class DueInThePast(RefusedAct):
    """A promise that would be late, or over, on the day it is made."""

    def __init__(self) -> None:
        super().__init__(_("The day by which you promise it lies in the past. Choose today or a later day."))


class DueTooFar(RefusedAct):
    """A day so far off that nobody who reads the promise could hold anybody to it."""

    def __init__(self) -> None:
        super().__init__(_("The day by which you promise it is more than five years away. Choose an earlier day."))


class AlreadyPromised(RefusedAct):
    """The same promise stands; sending a form twice makes one promise."""

    def __init__(self) -> None:
        super().__init__(_("Your organisation has made this promise for this priority. It stands once."))


class NothingToShow(RefusedAct):
    """Nobody is asked to believe that a promise was kept."""

    def __init__(self) -> None:
        super().__init__(_("A promise is kept once there is something to show for it. Add evidence first."))


@action("commitment.promise")
def promise(*, priority: Priority, wording: str, due: date, language: str, by: Actor) -> Commitment:
    """Promise something for a priority, in the name of one's own organisation.

    Raises DueInThePast, DueTooFar, AlreadyPromised and the refusals of `text.clean`.
    """
    if not isinstance(by, Holder):
        raise Forbidden("commitment.promise")
    today = clock.today()
    if due < today:
        raise DueInThePast
    if due > today + LONGEST:
        raise DueTooFar
    said = clean(wording, most=WORDING)
    organisation = Organisation.objects.get(pk=by.organisation)
    if Commitment.objects.filter(
        priority=priority, organisation=organisation, wording=said, status=CommitmentStatus.PROMISED
    ).exists():
        raise AlreadyPromised
    commitment = Commitment.register(
        language=language, priority=priority, organisation=organisation, wording=said, due=due, made=today
    )
    thread.link(priority, "promised", commitment)
    return commitment


@action("commitment.keep")
def keep(*, commitment: Commitment, by: Actor) -> Commitment:
    """Settle a promise as kept, today. Its due day stays as it was. Raises NothingToShow."""
    if not Evidence.objects.filter(commitment=commitment).exists():
        raise NothingToShow
    commitment.status, commitment.settled = CommitmentStatus.KEPT, clock.today()
    commitment.save()
    return commitment


@action("commitment.drop")
def drop(*, commitment: Commitment, reason: str, language: str, by: Actor) -> Commitment:
    """Give a promise up, today and in public. Raises the refusals of `text.clean`."""
    commitment.reason, commitment.reason_language = clean(reason, most=REASON), language
    commitment.status, commitment.settled = CommitmentStatus.DROPPED, clock.today()
    commitment.save()
    return commitment
