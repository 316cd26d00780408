"""What is typed to agree on an indicator and to record a reading."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from commonground.measure.models import Direction, Sample, Unit
from commonground.measure.rules import Baseline
from commonground.ui.forms import Form

NUMBER = _("Type a number, such as 5.1.")
WHOLE = _("Type a whole number, such as 212.")
NEEDED = _("This is needed. A few plain words will do.")
CHOOSE = _("Choose one.")
DAY = _("Give the day as year, month and day, such as 2026-12-04.")


def figure(label: Any, *, required: bool = True, hint: Any = "") -> forms.DecimalField:
    """A number as the page's language writes it."""
    return forms.DecimalField(
        label=label,
        help_text=hint,
        required=required,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"invalid": NUMBER, "required": NUMBER},
    )


def whole(label: Any, *, required: bool = True, hint: Any = "") -> forms.IntegerField:
    """How many something was taken from."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": WHOLE,
            "required": _("Say how many it was taken from. No figure is shown without it."),
        },
    )


def a_day(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """A day, from the browser's own calendar where it has one."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": DAY, "required": DAY},
    )


def words(label: Any, *, required: bool = True, hint: Any = "", rows: int = 1) -> forms.CharField:
    """A text of one line or more."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput(),
        error_messages={"required": NEEDED},
    )


class ReadingForm(Form):
    """One reading. The two ends of a range are asked for only where the sample allows one."""

    day = a_day(_("Day on which it was measured"))
    value = figure(_("Figure"))
    n = whole(_("Taken from how many (n)"), hint=_("People who answered, or nights, weeks or requests looked at."))
    low = figure(_("Lower end of the range"), required=False)
    high = figure(_("Upper end of the range"), required=False)
    method_note = words(
        _("What was different this time"),
        hint=_("Such as new wording, fewer days, another place."),
        required=False,
        rows=2,
    )

    def __init__(self, *args: Any, takes_a_range: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not takes_a_range:
            del self.fields["low"], self.fields["high"]


class AgreeForm(Form):
    """How a priority will be judged."""

    name = words(_("Name of the measure"), hint=_("Short, as it will stand over the chart."))
    description = words(_("What is asked or counted"), hint=_("For a survey, the question word for word."), rows=3)
    unit = forms.ChoiceField(label=_("The figure is"), choices=Unit.choices)
    counted = words(
        _("What is counted, and over how long"),
        hint=_("For a count only, such as “reports in 12 weeks”."),
        required=False,
    )
    direction = forms.ChoiceField(
        label=_("It should go"),
        choices=Direction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )
    sample = forms.ChoiceField(
        label=_("It is taken from"),
        help_text=_("A range is shown only for people drawn at random."),
        choices=Sample.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )
    owner = forms.ChoiceField(label=_("Who records it"))
    source = words(_("Where the figures come from"))
    method = words(_("How it is measured"), rows=3)
    caution = words(
        _("What a reader must not conclude from it"), hint=_("Travels with every chart."), required=False, rows=2
    )
    baseline_value = figure(
        _("Figure before anything was done"), required=False, hint=_("Without it, no change will ever be told.")
    )
    baseline_n = whole(_("Taken from how many (n)"), required=False)
    baseline_day = a_day(_("Measured on"), required=False)
    target = figure(_("What is aimed at"), required=False)

    def __init__(self, *args: Any, organisations: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["owner"]).choices = list(organisations)

    def clean(self) -> dict[str, Any]:
        """A baseline is whole or absent."""
        data = super().clean() or self.cleaned_data
        parts = ("baseline_value", "baseline_n", "baseline_day")
        missing = [part for part in parts if data.get(part) is None]
        if 0 < len(missing) < len(parts):
            for part in missing:
                if part not in self.errors:
                    self.add_error(part, _("A baseline needs all three: the figure, n and the day."))
        return data

    @property
    def baseline(self) -> Baseline | None:
        """The baseline, once the form is valid."""
        value: Decimal | None = self.cleaned_data["baseline_value"]
        if value is None:
            return None
        return Baseline(value, self.cleaned_data["baseline_n"], self.cleaned_data["baseline_day"])
