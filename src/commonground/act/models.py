"""What organisations promised for a priority, and what they can show for it."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from commonground.agree.models import Priority
from commonground.kernel import clock
from commonground.kernel.models import Registered
from commonground.people.models import Organisation

WORDING = 300
REASON = 1000
SENTENCE = 400
LINK = 500


class CommitmentStatus(models.TextChoices):
    """What became of a promise. Lateness is no state: it is read from the days and nothing can erase it."""

    PROMISED = "promised", _("promised")
    KEPT = "kept", _("kept")
    DROPPED = "dropped", _("dropped")


class Commitment(Registered):
    """One organisation's promise for a priority, due on a day."""

    kind = "commitment"
    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="commitments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="commitments")
    wording = models.CharField(max_length=WORDING)
    due = models.DateField()
    made = models.DateField()
    status = models.CharField(max_length=8, choices=CommitmentStatus, default=CommitmentStatus.PROMISED)
    settled = models.DateField(null=True)
    reason = models.CharField(max_length=REASON, blank=True, default="")
    reason_language = models.CharField(max_length=35, blank=True, default="")

    class Meta:
        verbose_name = _("promise")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(status="promised", settled__isnull=True)
                | models.Q(status__in=["kept", "dropped"], settled__isnull=False),
                name="a_settled_promise_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(due__gte=models.F("made")), name="a_promise_is_due_after_it_is_made"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="dropped") | ~models.Q(reason=""), name="a_dropped_promise_says_why"
            ),
            models.UniqueConstraint(
                fields=["priority", "organisation", "wording"],
                condition=models.Q(status="promised"),
                name="a_promise_is_made_once",
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    @property
    def days_late(self) -> int:
        """Days past the due day, until it was settled or until today; 0 when in time."""
        end: date = self.settled or clock.today()
        return max(0, (end - self.due).days)

    @property
    def is_late(self) -> bool:
        """Whether it is still owed and its day is past."""
        return self.status == CommitmentStatus.PROMISED and self.days_late > 0


class Evidence(Registered):
    """One thing an organisation can show for its promise: a sentence, and where to see it."""

    kind = "evidence"
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="evidence")
    sentence = models.CharField(max_length=SENTENCE)
    link = models.CharField(max_length=LINK)
    day = models.DateField()

    class Meta:
        verbose_name = _("evidence")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(link__startswith="https://"), name="evidence_is_shown_over_https"
            ),
            models.UniqueConstraint(fields=["commitment", "link", "sentence"], name="evidence_is_shown_once"),
        ]

    def __str__(self) -> str:
        return self.sentence
