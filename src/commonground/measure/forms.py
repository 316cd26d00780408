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


class ReadingForm(Form):
    """One reading. The two ends of a range are asked for only where the sample allows one."""

    day = a_day(_("Day on which it was measured"))
    value = figure(_("Figure"))
    n = whole(_("Taken from how many (n)"), hint=_("People who answered, or nights, weeks or requests looked at."))
    low = figure(_("Lower end of the range"), required=False)
    high = figure(_("Upper end of the range"), required=False)
    method_note = forms.CharField(
        label=_("What was different this time"),
        help_text=_("Such as new wording, fewer days, another place."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, takes_a_range: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not takes_a_range:
            del self.fields["low"], self.fields["high"]


class AgreeForm(Form):
    """How a priority will be judged."""

    name = forms.CharField(label=_("Name of the measure"), help_text=_("Short, as it will stand over the chart."))
    description = forms.CharField(
        label=_("What is asked or counted"),
        help_text=_("For a survey, the question word for word."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    unit = forms.ChoiceField(label=_("The figure is"), choices=Unit.choices)
    counted = forms.CharField(
        label=_("What is counted, and over how long"),
        help_text=_("For a count only, such as “reports in 12 weeks”."),
        required=False,
    )
    direction = forms.ChoiceField(label=_("It should go"), choices=Direction.choices, widget=forms.RadioSelect)
    sample = forms.ChoiceField(
        label=_("It is taken from"),
        help_text=_("A range is shown only for people drawn at random."),
        choices=Sample.choices,
        widget=forms.RadioSelect,
    )
    owner = forms.ChoiceField(label=_("Who records it"))
    source = forms.CharField(label=_("Where the figures come from"))
    method = forms.CharField(label=_("How it is measured"), widget=forms.Textarea(attrs={"rows": 3}))
    caution = forms.CharField(
        label=_("What a reader must not conclude from it"),
        help_text=_("Travels with every chart."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
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
        if not any(part in self.errors for part in parts) and len({data.get(part) is None for part in parts}) > 1:
            missing = next(part for part in parts if data.get(part) is None)
            self.add_error(
                missing, _("A baseline needs all three: the figure, n and the day. Fill this in, or empty the others.")
            )
        return data

    @property
    def baseline(self) -> Baseline | None:
        """The baseline, once the form is valid."""
        value: Decimal | None = self.cleaned_data["baseline_value"]
        if value is None:
            return None
        return Baseline(value, self.cleaned_data["baseline_n"], self.cleaned_data["baseline_day"])
