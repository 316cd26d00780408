"""How a priority will be judged, agreed before anything is measured."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from commonground.agree.models import Priority
from commonground.kernel import thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct
from commonground.listen.text import clean
from commonground.measure.models import Direction, Indicator, Sample, Unit
from commonground.measure.rules import Baseline, check_day, check_taken_from, check_value, clean_or_empty
from commonground.people.models import Organisation

NAME, LONG, SOURCE, COUNTED = 160, 1000, 200, 80


class NameTaken(RefusedAct):
    """The priority has an indicator of this name."""

    def __init__(self) -> None:
        super().__init__(
            _("This priority has a measure of that name already. Choose another name, so that nobody mixes them up.")
        )


class NothingCounted(RefusedAct):
    """A count that does not say what it counts."""

    def __init__(self) -> None:
        super().__init__(_("Say what is counted and over how long, such as “reports in 12 weeks”."))


@action("indicator.agree")
def agree(
    *,
    priority: Priority,
    name: str,
    description: str,
    unit: Unit,
    direction: Direction,
    sample: Sample,
    owner: Organisation,
    source: str,
    method: str,
    language: str,
    by: Actor,
    counted: str = "",
    caution: str = "",
    baseline: Baseline | None = None,
    target: Decimal | None = None,
) -> Indicator:
    """Agree on an indicator of a priority: what is measured, by whom, and which way it should go.

    Without a baseline no change will ever be told of it. Raises NameTaken, NothingCounted and the refusals of
    `measure.rules` and `listen.text`.
    """
    title = clean(name, most=NAME)
    if Indicator.objects.filter(priority=priority, name=title).exists():
        raise NameTaken
    if unit == Unit.COUNT and not counted.strip():
        raise NothingCounted
    if baseline is not None:
        check_value(baseline.value, unit)
        check_taken_from(baseline.n, unit)
        check_day(baseline.day)
    if target is not None:
        check_value(target, unit)
    indicator = Indicator.register(
        language=language,
        priority=priority,
        owner=owner,
        name=title,
        description=clean(description, most=LONG),
        unit=unit,
        counted=clean_or_empty(counted, most=COUNTED) if unit == Unit.COUNT else "",
        sample=sample,
        direction=direction,
        baseline_value=baseline.value if baseline else None,
        baseline_n=baseline.n if baseline else None,
        baseline_day=baseline.day if baseline else None,
        target=target,
        source=clean(source, most=SOURCE),
        method=clean(method, most=LONG),
        caution=clean_or_empty(caution, most=LONG),
    )
    thread.link(priority, "measured by", indicator)
    return indicator
