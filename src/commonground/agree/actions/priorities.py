"""What a table does with a theme that people raised."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.agree.models import Motion, Priority, rule_of
from commonground.agree.rule import Absence, Tally
from commonground.agree.sentences import absent_in_words, missing_in_words
from commonground.kernel import clock, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct


class NoParity(RefusedAct):
    """A side that owns the decision was absent; carries which, and how many of it came."""

    def __init__(self, absent: tuple[Absence, ...]) -> None:
        self.absent = absent
        told = _("The rule of this table was not met. Too few seats took part of: {sides}. Nothing was adopted.")
        super().__init__(format_lazy(told, sides=absent_in_words(absent)))


class TooFew(RefusedAct):
    """The quorum was not reached; carries how many seats were wanting."""

    def __init__(self, missing: int) -> None:
        self.missing = missing
        told = _("The rule of this table was not met. {missing} Nothing was adopted.")
        super().__init__(format_lazy(told, missing=missing_in_words(missing)))


class PoliceOutweigh(RefusedAct):
    """Too small a share of the seats that took part was not of the police; carries the tally."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        told = _(
            "The rule of this table was not met. Only {others} of the {present} seats that took part "
            "are not of the police. Nothing was adopted."
        )
        super().__init__(format_lazy(told, others=tally.not_police, present=tally.present))


class NotCarried(RefusedAct):
    """Not more seats said yes than no; carries the tally."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        told = _("The motion did not carry: {ayes} said yes, {nays} said no, {abstentions} abstained.")
        super().__init__(format_lazy(told, ayes=tally.ayes, nays=tally.nays, abstentions=tally.abstentions))


class AlreadyAdopted(RefusedAct):
    """A motion makes one priority, once."""

    def __init__(self) -> None:
        super().__init__(_("This motion is a priority of the table already. Nothing was changed."))


@action("priority.adopt")
def adopt(*, motion: Motion, by: Actor) -> Priority:
    """Make the theme of a carried motion a shared priority.

    Raises AlreadyAdopted, NoParity, TooFew, PoliceOutweigh and NotCarried, in this order.
    """
    if Priority.objects.filter(table=motion.table, theme=motion.theme).exists():
        raise AlreadyAdopted
    require_carried(motion)
    priority = Priority.register(
        language=motion.thing.language,
        table=motion.table,
        theme=motion.theme,
        motion=motion,
        wording=motion.wording,
        adopted=clock.today(),
    )
    thread.link(motion.theme, "became", priority)
    return priority


def require_carried(motion: Motion) -> None:
    """Raise NoParity, TooFew, PoliceOutweigh or NotCarried unless the motion carries under its table's rule."""
    rule, tally = rule_of(motion.table), motion.tally()
    if absent := rule.absent_sides(tally):
        raise NoParity(absent)
    if missing := rule.missing(tally):
        raise TooFew(missing)
    if rule.police_outweigh(tally):
        raise PoliceOutweigh(tally)
    if not rule.carries(tally):
        raise NotCarried(tally)
