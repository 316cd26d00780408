"""What chairs and seats write. Lengths and contents are the actions' to judge, so that a refusal keeps every word."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonground.agree.rule import Choice
from commonground.ui.forms import Form

CHOICES = (
    (Choice.AYE.value, _("Yes")),
    (Choice.NAY.value, _("No")),
    (Choice.ABSTAIN.value, _("Abstain: take part, and say neither")),
)


class MotionForm(Form):
    """The words that would become the priority."""

    wording = forms.CharField(
        label=_("The priority in one sentence"),
        help_text=_("The table votes on these words. At most 300 characters."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class VoteForm(Form):
    """The ballot of a seat."""

    choice = forms.ChoiceField(label=_("Your seat says"), choices=CHOICES, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("Printed in full beside your seat, above all if you say no. At most 1,000 characters."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
