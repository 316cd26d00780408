"""The rule of a table, and what a tally still lacks under it, in plain words."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from commonground.agree.rule import Absence, Choice, Rule, Tally
from commonground.kernel.actor import PartyKind
from commonground.ui.sides import SIDES

CHOICE_WORDS = {Choice.AYE: _("Yes"), Choice.NAY: _("No"), Choice.ABSTAIN: _("Abstained")}


def rule_in_words(rule: Rule) -> tuple[Promise, ...]:
    """What must hold before a decision of the table stands, one sentence each."""
    told: list[Promise] = [
        format_lazy(
            ngettext_lazy("At least {count} seat takes part.", "At least {count} seats take part.", rule.quorum),
            count=rule.quorum,
        )
    ]
    told += [_of_side(side, rule.present_of_sides[side]) for side in PartyKind if rule.present_of_sides.get(side)]
    if rule.share_not_police > 0:
        told.append(_share(rule.share_not_police))
    told.append(_("More seats say yes than no. A seat that abstains takes part, and is counted as neither."))
    return tuple(told)


def _of_side(side: PartyKind, wanted: int) -> Promise:
    return format_lazy(
        ngettext_lazy("{side}: at least {count} seat.", "{side}: at least {count} seats.", wanted),
        side=SIDES[side].word,
        count=wanted,
    )


def _share(share: float) -> Promise:
    if share == 0.5:
        return _("At least half of the seats that take part are not of the police.")
    return format_lazy(
        _("At least {share} of every 100 seats that take part are not of the police."), share=round(share * 100)
    )


def absent_in_words(absent: Iterable[Absence]) -> Promise:
    """The sides that are missing, each with how many came and how many the rule asks for."""
    each = [
        format_lazy(
            _("{side} ({present} of {wanted})"), side=SIDES[gap.side].word, present=gap.present, wanted=gap.wanted
        )
        for gap in absent
    ]
    return format_lazy(", ".join(["{}"] * len(each)), *each)


def missing_in_words(missing: int) -> Promise:
    """How many seats the quorum lacks."""
    return format_lazy(
        ngettext_lazy("{count} more seat must take part.", "{count} more seats must take part.", missing), count=missing
    )


def lacks_in_words(rule: Rule, tally: Tally) -> tuple[Promise, ...]:
    """What the ballots so far still lack for a decision of any kind to stand; empty when nothing."""
    told: list[Promise] = []
    if absent := rule.absent_sides(tally):
        told.append(format_lazy(_("Too few seats took part of: {sides}."), sides=absent_in_words(absent)))
    if missing := rule.missing(tally):
        told.append(missing_in_words(missing))
    if rule.police_outweigh(tally):
        told.append(_("Too many of the seats that took part are of the police."))
    return tuple(told)
