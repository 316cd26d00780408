"""What is typed to publish a report and to take one back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonground.measure.forms import NEEDED
from commonground.ui.forms import Form


class ReportForm(Form):
    """A report's own words; the rest is gathered from the thread."""

    title = forms.CharField(
        label=_("Title"),
        help_text=_("What it is about and from when, in a few words."),
        error_messages={"required": NEEDED},
    )
    summary = forms.CharField(
        label=_("Summary"),
        help_text=_("In plain words: what people said, what came of it, and what did not."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": NEEDED},
    )


class WithdrawForm(Form):
    """Why a report is taken back."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Everybody reads it in the report's place."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": NEEDED},
    )
