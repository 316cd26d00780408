"""Motions that put a theme to a table, the ballots of its seats, and the priorities that were adopted."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from commonground.agree.rule import Choice, Rule, Tally, Vote
from commonground.kernel import clock
from commonground.kernel.actor import PartyKind
from commonground.kernel.models import Attested, Registered, new_id
from commonground.listen.models import Theme
from commonground.people.models import Seat, Table

WORDING = 300
REASON = 1000


def rule_of(table: Table) -> Rule:
    """The rule a table was set up with, as a value."""
    sides = {PartyKind(side): int(count) for side, count in table.present_of_sides.items()}
    return Rule(table.quorum, sides, table.share_not_police)


class MotionStatus(models.TextChoices):
    """The two states of a motion; what it led to is read from its ballots."""

    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class Motion(Registered):
    """A theme put to a table, in the words that would become the priority."""

    kind = "motion"
    table = models.ForeignKey(Table, on_delete=models.PROTECT, related_name="motions")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="motions")
    wording = models.CharField(max_length=WORDING)
    status = models.CharField(max_length=8, choices=MotionStatus, default=MotionStatus.OPEN)
    opened = models.DateField()
    closed = models.DateField(null=True)

    class Meta:
        verbose_name = _("motion")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(status="open", closed__isnull=True)
                | models.Q(status="closed", closed__isnull=False),
                name="a_closed_motion_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(closed__gte=models.F("opened")), name="a_motion_closes_after_it_opens"
            ),
            models.UniqueConstraint(
                fields=["table", "theme"],
                condition=models.Q(status="open"),
                name="one_open_motion_on_a_theme_at_a_table",
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    @property
    def counted_on(self) -> date:
        """The day that decides which seats count: the closing day, and today while the motion is open."""
        return self.closed or clock.today()

    def tally(self) -> Tally:
        """The ballots of the seats that count. One query."""
        ballots = Ballot.objects.filter(motion=self).select_related("seat__party")
        return tally_of(ballots, self.counted_on)


class Ballot(Attested):
    """What one seat says to a motion, with its reason; it may change while the motion is open."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    motion = models.ForeignKey(Motion, on_delete=models.PROTECT, related_name="ballots")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="ballots")
    choice = models.CharField(max_length=8, choices=[(choice.value, choice.value) for choice in Choice])
    reason = models.CharField(max_length=REASON, blank=True, default="")
    language = models.CharField(max_length=35)
    day = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["motion", "seat"], name="one_ballot_a_seat"),
            models.CheckConstraint(
                condition=models.Q(choice__in=[choice.value for choice in Choice]), name="a_ballot_says_one_of_three"
            ),
        ]


def tally_of(ballots: "models.QuerySet[Ballot] | list[Ballot]", day: date) -> Tally:
    """The ballots of the seats that count on a day; each comes with its seat and that seat's party."""
    return Tally(
        tuple(
            Vote(PartyKind(ballot.seat.party.side), Choice(ballot.choice))
            for ballot in ballots
            if ballot.seat.counts_on(day)
        )
    )


class Priority(Registered):
    """A theme that a table made its own, by a motion that carried."""

    kind = "priority"
    table = models.ForeignKey(Table, on_delete=models.PROTECT, related_name="priorities")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="priorities")
    motion = models.OneToOneField(Motion, on_delete=models.PROTECT, related_name="priority")
    wording = models.CharField(max_length=WORDING)
    adopted = models.DateField()

    class Meta:
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")

    def __str__(self) -> str:
        return self.wording
