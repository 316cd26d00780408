"""Putting a theme to a table, voting on it, and closing the vote."""

from django.utils.translation import gettext_lazy as _

from commonground.agree.models import REASON, WORDING, Ballot, Motion, MotionStatus, Priority
from commonground.agree.rule import Choice
from commonground.kernel import clock, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, Holder
from commonground.kernel.models import Space
from commonground.kernel.refusals import Forbidden, RefusedAct
from commonground.listen.models import Theme
from commonground.listen.text import clean
from commonground.people.models import Seat, Table


class AlreadyOnTheTable(RefusedAct):
    """The table is voting on this theme."""

    def __init__(self) -> None:
        super().__init__(_("This table has an open motion on this theme. Close it before you put the theme again."))


class AlreadyAPriority(RefusedAct):
    """The table adopted this theme before."""

    def __init__(self) -> None:
        super().__init__(_("This table has adopted this theme as a priority. It needs no second motion."))


class NotReleased(RefusedAct):
    """The theme lies in a party's own space."""

    def __init__(self) -> None:
        super().__init__(_("This theme belongs to one party's own space. Only that party can bring it to a table."))


@action("motion.open")
def open_(*, table: Table, theme: Theme, wording: str, language: str, by: Actor) -> Motion:
    """Put a theme to a table, in the words that would become its priority.

    Raises AlreadyOnTheTable, AlreadyAPriority, NotReleased and the refusals of `text.clean`.
    """
    if theme.thing.space_id != Space.common():
        raise NotReleased
    if Motion.objects.filter(table=table, theme=theme, status=MotionStatus.OPEN).exists():
        raise AlreadyOnTheTable
    if Priority.objects.filter(table=table, theme=theme).exists():
        raise AlreadyAPriority
    motion = Motion.register(
        language=language, table=table, theme=theme, wording=clean(wording, most=WORDING), opened=clock.today()
    )
    thread.link(theme, "put to", motion)
    return motion


@action("motion.vote")
def vote(*, motion: Motion, choice: Choice, reason: str, language: str, by: Actor) -> Ballot:
    """Cast the ballot of one's seat, or change it. Raises the refusals of `text.clean`."""
    if not isinstance(by, Holder) or by.seat is None:
        raise Forbidden("motion.vote")
    said = clean(reason, most=REASON) if reason.strip() else ""
    seat = Seat.objects.get(pk=by.seat)
    ballot = Ballot.objects.filter(motion=motion, seat=seat).first() or Ballot(motion=motion, seat=seat)
    ballot.choice, ballot.reason, ballot.language, ballot.day = choice.value, said, language, clock.today()
    ballot.save()
    return ballot


@action("motion.close")
def close(*, motion: Motion, by: Actor) -> Motion:
    """End the vote today; from now on the ballots stand, and the seats that count today are the ones counted."""
    motion.status, motion.closed = MotionStatus.CLOSED, clock.today()
    motion.save()
    return motion
