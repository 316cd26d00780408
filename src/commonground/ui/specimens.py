"""Invented content for the style guide: one specimen of each component in each state."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext, gettext_lazy

from commonground.kernel.actor import PartyKind
from commonground.kernel.words import Words
from commonground.ui.charts import Cell, Group, Point, Range, opinion_map, ranges, series
from commonground.ui.forms import Form
from commonground.ui.sides import SIDES

TODAY = date(2026, 11, 20)


@dataclass(frozen=True, slots=True)
class Station:
    """A stop on the line of a thread, as the follow page would hand it over."""

    eyebrow: str
    title: str
    url: str = ""
    detail: str = ""
    late: bool = False
    waiting: bool = False
    language: str = ""
    quote: bool = False


class Specimen(Form):
    """One field of each kind."""

    title = forms.CharField(label=gettext_lazy("What would you call it"), max_length=80)
    words = forms.CharField(
        label=gettext_lazy("What happened"),
        help_text=gettext_lazy("Leave out names, telephone numbers and addresses."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    mail = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    day = forms.DateField(
        label=gettext_lazy("Until when"),
        help_text=gettext_lazy("For example 2026-12-04"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    place = forms.ChoiceField(label=gettext_lazy("Where"), choices=(("1", "Millrace"), ("2", "Old Wharf")))
    side = forms.ChoiceField(
        label=gettext_lazy("You speak here as"),
        help_text=gettext_lazy("Shown only in totals."),
        choices=((side.kind.value, side.word) for side in SIDES.values()),
        widget=forms.RadioSelect,
    )
    ways = forms.MultipleChoiceField(
        label=gettext_lazy("How should we tell you"),
        choices=(("page", gettext_lazy("On this site")), ("paper", gettext_lazy("On paper"))),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label=gettext_lazy("I have read what the police can see of this"))


def everything() -> dict[str, Any]:
    """The context of the style guide."""
    return {
        "today": TODAY,
        "late_day": TODAY - timedelta(days=9),
        "due_day": TODAY + timedelta(days=5),
        "sides": [(side.kind, side.word) for side in SIDES.values()],
        "fresh": Specimen(auto_id="fresh_%s"),
        "wrong": Specimen({"title": "", "words": "<b>x</b>", "mail": "a@", "side": "x"}, auto_id="wrong_%s"),
        "said": [
            Words(gettext("Said in the language of this page."), gettext("en"), True, gettext("en")),
            Words("Le soir, l'arrêt est trop sombre.", "fr-CA", True, "fr-CA"),
            Words("The stop is too dark in the evening.", "en-CA", True, "en-CA"),
            Words(gettext("A translation that nobody has reviewed."), gettext("en"), False, "es"),
        ],
        "stations": _thread(),
        "receipt": ("abandon", "ability", "able", "about", "above", "absent") * 2,
        "page": Paginator(range(90), 10).page(4),
        "few": _few(),
        "many": _many(),
        "shares": _shares(),
        "map": _map(groups=True),
        "cloud": _map(groups=False),
    }


def _thread() -> list[Station]:
    return [
        Station(gettext("You said"), gettext("The bench at the stop is always wet."), quote=True),
        Station(gettext("Heard with 23 other voices"), gettext("A dry place to wait"), "#thread"),
        Station(
            gettext("Promised"), gettext("A roof by the end of May"), "#thread", gettext("Late by 9 days."), late=True
        ),
        Station(gettext("Told"), "Rapport du printemps", "#thread", language="fr"),
        Station(gettext("Not yet"), gettext("Whether it worked"), waiting=True),
    ]


def _few() -> Any:
    return series(
        [
            Point(gettext("Autumn 2025"), 3.4, 212, 3.1, 3.7, date(2025, 10, 1)),
            Point(gettext("Spring 2026"), 5.1, 198, 4.7, 5.5, date(2026, 4, 1)),
        ],
        title=gettext("Waiting at the stop feels safe"),
        unit=gettext("out of 10"),
        method=gettext("Asked at the stop by the steward; the ranges hold 95 times in 100."),
        baseline=3.4,
        target=6,
        bounds=(0, 10),
    )


def _many() -> Any:
    counts = (14, 11, 12, 9, 10, 7, 8, 6, 7, 5, 6, 4)
    return series(
        [
            Point(f"{gettext('Month')} {i + 1}", count, count, day=date(2026, i + 1, 1))
            for i, count in enumerate(counts)
        ],
        title=gettext("Break-ins reported near the stop"),
        unit=gettext("reports a month"),
        method=gettext("Counted from reports; many people do not report."),
        baseline=12,
        caution=gettext("So few that chance alone could do it."),
    )


def _shares() -> Any:
    return ranges(
        [
            Range(gettext("Residents"), 0.84, 311, PartyKind.COMMUNITY, 0.79, 0.88),
            Range(gettext("Police"), 0.71, 42, PartyKind.POLICE, 0.57, 0.82),
            Range(gettext("Services"), 0.9, 59, PartyKind.SERVICES, 0.8, 0.95),
            Range(gettext("Authority"), 0.35, 20, PartyKind.AUTHORITY),
            Range(gettext("Nation"), None, None, PartyKind.NATION),
        ],
        title=gettext("Who agrees that nobody tells us what happened"),
        method=gettext("Votes of those who took part."),
        caution=gettext("The ranges speak of those who took part, not of all residents."),
    )


def _map(*, groups: bool) -> Any:
    cells = []
    for x in range(-9, 10):
        for y in range(-6, 7):
            left, right = (x + 5) ** 2 + y**2, (x - 5) ** 2 + (y - 1) ** 2
            count = 36 - 3 * min(left, right)
            if count >= 5:
                cells.append(Cell(x, y, ("A" if left < right else "B") if groups else None, count))
    sizes = {key: sum(c.count for c in cells if c.group == key) for key in ("A", "B")}
    found = [Group(key, gettext("Group %(name)s") % {"name": key}, size) for key, size in sizes.items()]
    return opinion_map(
        cells,
        found if groups else [],
        title=gettext("Two groups, and what lies between") if groups else gettext("No stable groups yet"),
        method=gettext("Placed by how people voted; the directions have no meaning of their own."),
        n=sum(c.count for c in cells),
        caution=gettext("Nobody is shown singly: a mark stands for five people or more."),
    )
