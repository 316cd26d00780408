"""What an organisation writes about its own promises. Lengths and contents are the actions' to judge."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonground.ui.forms import Form


class PromiseForm(Form):
    """A promise and the day by which it is kept."""

    wording = forms.CharField(
        label=_("What your organisation promises"),
        help_text=_("One thing that anybody can check. At most 300 characters."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due = forms.DateField(
        label=_("Kept by"),
        help_text=_("The last day on which it is still in time, for example 2027-03-31."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )


class EvidenceForm(Form):
    """A sentence and a link."""

    sentence = forms.CharField(
        label=_("What can be seen"),
        help_text=_("One sentence, without names of people. At most 400 characters."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    link = forms.CharField(
        label=_("Where to see it"),
        help_text=_("A link that begins with https:// and that anybody can open."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )


class DropForm(Form):
    """Why a promise is given up."""

    reason = forms.CharField(
        label=_("Why you give it up"),
        help_text=_("Everybody can read this. At most 1,000 characters."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
