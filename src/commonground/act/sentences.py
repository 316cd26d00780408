"""What became of a promise, in words; lateness is always among them."""

from django.utils.translation import gettext, ngettext

from commonground.act.models import Commitment, CommitmentStatus
from commonground.kernel import clock
from commonground.ui.dates import owed


def standing(commitment: Commitment) -> str:
    """How a promise stands today: "late by 9 days", "due today", "kept in time", "kept 4 days late"."""
    days = commitment.days_late
    match CommitmentStatus(commitment.status):
        case CommitmentStatus.KEPT:
            told = ngettext("kept %(days)s day late", "kept %(days)s days late", days) % {"days": days}
            return told if days else gettext("kept in time")
        case CommitmentStatus.DROPPED:
            told = ngettext(
                "given up %(days)s day after it was due", "given up %(days)s days after it was due", days
            ) % {"days": days}
            return told if days else gettext("given up before its day")
        case CommitmentStatus.PROMISED:
            return owed(commitment.due, clock.today())
