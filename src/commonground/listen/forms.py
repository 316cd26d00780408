"""The forms of the room. What may be said is judged by the actions; a form only reads what was typed."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock
from commonground.listen.actions.engagements import LONGEST_TEXT, LONGEST_TITLE
from commonground.listen.actions.statements import LONGEST_NOTE
from commonground.listen.actions.themes import LONGEST_DESCRIPTION, LONGEST_NAME
from commonground.listen.models import MEANINGS, Level, Voice
from commonground.listen.queries.engagements import neighbourhoods, possible_hosts
from commonground.ui.forms import Form


def area(rows: int) -> forms.Textarea:
    """A box for several lines; its size in lines, never fixed by style."""
    return forms.Textarea(attrs={"rows": rows})


class SayForm(Form):
    """One statement. Its length is judged by the action, so that a long text comes back whole."""

    text = forms.CharField(
        label=_("Your statement"),
        help_text=_(
            "One thought in one sentence, so that others can agree or disagree with it. No names, telephone "
            "numbers or addresses."
        ),
        strip=False,
        widget=area(4),
        error_messages={"required": _("There is no text yet.")},
    )


class WordsForm(Form):
    """Twelve words, however they were typed."""

    words = forms.CharField(
        label=_("Your twelve words"),
        help_text=_("In their order, with spaces between. Capitals and accents do not matter."),
        strip=False,
        error_messages={"required": _("There are no words yet.")},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}),
    )


class EngagementForm(Form):
    """A new engagement."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    purpose = forms.CharField(
        label=_("Purpose"), help_text=_("What you want to learn, and why now."), max_length=LONGEST_TEXT, widget=area(4)
    )
    promise = forms.ChoiceField(
        label=_("Promise"),
        help_text=_("How far this will go. The level that is reached is worked out later and shown beside it."),
        choices=[
            (level, format_lazy(_("{label}: {text}"), label=label, text=MEANINGS[level]))
            for level, label in Level.choices
        ],
        widget=forms.RadioSelect,
    )
    host = forms.ChoiceField(
        label=_("Host"), help_text=_("Reads every statement before it is shown. Never the police.")
    )
    police_see = forms.CharField(
        label=_("What the police can see"),
        help_text=_("In plain words. It stands on every form of this engagement."),
        max_length=LONGEST_TEXT,
        widget=area(2),
    )
    neighbourhood = forms.ChoiceField(label=_("Neighbourhood"), required=False)
    opens = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    closes = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        today = clock.today()
        kwargs.setdefault("initial", {"opens": today, "closes": today + timedelta(days=30)})
        super().__init__(*args, **kwargs)
        self.fields["host"].choices = possible_hosts()  # type: ignore[attr-defined]
        self.fields["neighbourhood"].choices = [("", _("The whole place")), *neighbourhoods()]  # type: ignore[attr-defined]


class ConversationForm(Form):
    """A new conversation."""

    question = forms.CharField(
        label=_("Question"), help_text=_("One open question that anybody can answer."), max_length=240, widget=area(2)
    )


class ThemeForm(Form):
    """A new theme."""

    name = forms.CharField(label=_("Name"), help_text=_("A few plain words."), max_length=LONGEST_NAME)
    description = forms.CharField(
        label=_("Description"),
        help_text=_("What the voices have in common."),
        max_length=LONGEST_DESCRIPTION,
        widget=area(3),
    )
    conversation = forms.ChoiceField(label=_("Raised in"))

    def __init__(self, *args: Any, conversations: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["conversation"].choices = conversations  # type: ignore[attr-defined]


class RejectForm(Form):
    """Why a statement is kept back."""

    reason = forms.ChoiceField(label=_("Reason"), choices=[("", _("Choose a reason")), *Voice.Reason.choices])
    note = forms.CharField(
        label=_("Note to its author"), required=False, max_length=LONGEST_NOTE, strip=False, widget=area(2)
    )
