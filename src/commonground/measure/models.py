"""Indicators that a priority is judged by, and the readings taken of them."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from commonground.agree.models import Priority
from commonground.kernel.models import Registered
from commonground.kernel.models.things import AttestedQuerySet
from commonground.people.models import Organisation


class Unit(models.TextChoices):
    """What a figure is. Scores and shares are worked out from people's answers; the others count events or days."""

    SCORE = "score", _("a score from 0 to 10")
    SHARE = "share", _("a share in percent")
    COUNT = "count", _("a count")
    DAYS = "days", _("a number of days")


class Direction(models.TextChoices):
    """Which way the figure should go."""

    UP = "up", _("up")
    DOWN = "down", _("down")


class Sample(models.TextChoices):
    """Who or what the figure was taken from; decides whether a range may be given."""

    OPT_IN = "opt-in", _("people who chose to answer")
    RANDOM = "random", _("people drawn at random")
    ALL = "all", _("everything that was recorded")


FROM_ANSWERS = frozenset({Unit.SCORE, Unit.SHARE})
ENDS: dict[Unit, tuple[Decimal, Decimal]] = {
    Unit.SCORE: (Decimal(0), Decimal(10)),
    Unit.SHARE: (Decimal(0), Decimal(100)),
}


class Indicator(Registered):
    """One measure of whether a priority is being met: what is asked of whom, by whom, and which way it should go.

    `counted` says what a count counts ("reports in 12 weeks"). `caution` travels with every chart of it.
    """

    kind = "indicator"
    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="indicators")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="indicators")
    name = models.CharField(max_length=160)
    description = models.TextField()
    unit = models.CharField(max_length=8, choices=Unit)
    counted = models.CharField(max_length=80, blank=True, default="")
    sample = models.CharField(max_length=8, choices=Sample)
    direction = models.CharField(max_length=4, choices=Direction)
    baseline_value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    baseline_n = models.PositiveIntegerField(null=True)
    baseline_day = models.DateField(null=True)
    target = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    source = models.CharField(max_length=200)
    method = models.TextField()
    caution = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("indicator")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(unit__in=Unit.values), name="a_known_unit"),
            models.CheckConstraint(condition=models.Q(sample__in=Sample.values), name="a_known_sample"),
            models.CheckConstraint(condition=models.Q(direction__in=Direction.values), name="a_known_direction"),
            models.CheckConstraint(
                condition=models.Q(baseline_value__isnull=True, baseline_n__isnull=True, baseline_day__isnull=True)
                | models.Q(baseline_value__isnull=False, baseline_n__gte=1, baseline_day__isnull=False),
                name="a_baseline_is_whole_or_absent",
            ),
            models.UniqueConstraint(fields=["priority", "name"], name="one_indicator_of_a_name_for_a_priority"),
        ]

    def __str__(self) -> str:
        return self.name


class ReadingManager(models.Manager.from_queryset(AttestedQuerySet)):  # type: ignore[misc]
    """Readings come with their indicator: a bare figure says nothing on a thread."""

    def get_queryset(self) -> Any:
        """Every reading with its indicator, in the same query."""
        return super().get_queryset().select_related("indicator")


class Reading(Registered):
    """One figure of one day, with how many it was taken from; a range only where the sample allows one."""

    kind = "reading"
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="readings")
    day = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    n = models.PositiveIntegerField()
    low = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    high = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    method_note = models.CharField(max_length=300, blank=True, default="")
    objects: ClassVar[Any] = ReadingManager()

    class Meta:
        verbose_name = _("reading")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "day"], name="one_reading_of_an_indicator_a_day"),
            models.CheckConstraint(condition=models.Q(n__gte=1), name="a_reading_of_at_least_one"),
            models.CheckConstraint(
                condition=models.Q(low__isnull=True, high__isnull=True)
                | models.Q(low__lte=models.F("value"), high__gte=models.F("value")),
                name="a_range_holds_its_reading",
            ),
        ]

    @property
    def figure(self) -> str:
        """The bare figure, the same in every language."""
        return format(self.value.normalize(), "f")

    @property
    def title(self) -> str:
        """What was measured and the figure with its unit, as one line of a thread."""
        unit = {Unit.SCORE: "/10", Unit.SHARE: "%", Unit.COUNT: f" {self.indicator.counted}", Unit.DAYS: ""}
        return f"{self.indicator.name}: {self.figure}{unit[Unit(self.indicator.unit)]}"

    def __str__(self) -> str:
        return f"{self.title} ({date.isoformat(self.day)})"
