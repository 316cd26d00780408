"""The components as template tags; builtins, so that no page loads them by name."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from commonground.kernel import thread
from commonground.kernel.actor import Holder, PartyKind
from commonground.kernel.models import Registered
from commonground.kernel.refusals import Sentence
from commonground.kernel.words import Words
from commonground.ui import dates, languages, navigation
from commonground.ui.charts import Chart
from commonground.ui.roles import word_for
from commonground.ui.sides import SIDES, Side

register = template.Library()


class Problem(TypedDict):
    """One line of the error summary and the control it leads to."""

    label: str
    text: str
    anchor: str


@register.inclusion_tag("ui/parts/side.html")
def side(kind: PartyKind | str, name: Sentence = "") -> dict[str, Side | Sentence]:
    """A side's shape and colour with `name`, or with its own word when there is none."""
    return {"side": SIDES[PartyKind(kind)], "name": name}


@register.inclusion_tag("ui/parts/sees.html")
def sees(text: Sentence) -> dict[str, Sentence]:
    """What the police can see of this; stands on every form, before anybody types."""
    return {"text": text}


@register.inclusion_tag("ui/parts/leave.html")
def leave() -> dict[str, str]:
    """A button that leaves for a neutral page elsewhere; works without script."""
    return {"language": get_language() or ""}


@register.inclusion_tag("ui/parts/crisis.html")
def crisis() -> dict[str, str]:
    """The form is not watched, and whom to call instead."""
    return {}


@register.inclusion_tag("ui/parts/empty.html")
def empty(title: Sentence, text: Sentence = "", url: str = "", label: Sentence = "") -> dict[str, Sentence]:
    """An empty place that says why it is empty and what to do."""
    return {"title": title, "text": text, "url": url, "label": label}


@register.inclusion_tag("ui/parts/errors.html")
def errors(form: BaseForm | None, *, focus: bool = True) -> dict[str, list[Problem] | bool]:
    """The error summary of a form, focused as the page opens; nothing while it has no errors."""
    if form is None or not form.is_bound or not form.errors:
        return {"problems": []}
    problems: list[Problem] = [{"label": "", "text": str(text), "anchor": ""} for text in form.non_field_errors()]
    for bound in form:
        label, anchor = str(bound.label), _first_control(bound)
        problems.extend({"label": label, "text": str(text), "anchor": anchor} for text in bound.errors)
    return {"problems": problems, "focus": focus}


def _first_control(bound: BoundField) -> str:
    if bound.use_fieldset and len(bound):
        return bound[0].id_for_label or bound.auto_id
    return bound.id_for_label or bound.auto_id


@register.inclusion_tag("ui/parts/refusal.html")
def refusal(sentence: Sentence = "", *, focus: bool = True) -> dict[str, Sentence | bool]:
    """Why an act was refused, shown like an error summary; nothing while there is no sentence."""
    return {"sentence": sentence, "focus": focus}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """One field of any form: label, hint above, mistake, then the control that carries both as its description."""
    shape = "line"
    if bound.is_hidden:
        shape = "hidden"
    elif bound.use_fieldset:
        shape = "group"
    elif bound.widget_type == "checkbox":
        shape = "tick"
    # Django describes a fieldset's inputs only when told, and never both hint and error of a widget that has its own.
    return {"field": bound, "shape": shape, "described_by": bound.aria_describedby}


@register.inclusion_tag("ui/parts/words.html")
def words(text: Words, tag: str = "span") -> dict[str, Any]:
    """A text in whatever language it has; says so when that is not the page's, or when nobody reviewed it.

    `tag` is the element around it: span, p, q or div.
    """
    foreign = not languages.same(text.language, get_language() or "")
    translated = text.language != text.source_language
    return {
        "words": text,
        "tag": tag if tag in {"span", "p", "q", "div"} else "span",
        "foreign": foreign,
        "said_in": languages.called(text.source_language) if foreign and not translated else "",
        "unreviewed": translated and not text.reviewed,
    }


@register.simple_tag
def due(day: date, today: date) -> SafeString:
    """How far off a due day is, in words: "due in 5 days", "late by 9 days"."""
    css = "late" if day < today else "due"
    return format_html('<time class="{}" datetime="{}">{}</time>', css, day.isoformat(), dates.owed(day, today))


@register.simple_tag
def day(when: date, style: str = "") -> SafeString:
    """A date in words in the page's language; style "weekday" names the day of the week too."""
    words_of_day = dates.in_words(when, weekday=style == "weekday")
    return format_html('<time datetime="{}">{}</time>', when.isoformat()[:10], words_of_day)


@register.inclusion_tag("ui/parts/stations.html")
def stations(line: Iterable[object]) -> dict[str, Iterable[object]]:
    """The thread as a line: stations with eyebrow, title, url, detail, late, waiting, language, quote (words said)."""
    return {"stations": line}


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, thing: Registered) -> SafeString:
    """Whatever the rooms above registered to stand here, for this actor."""
    return format_html_join("", "{}", ((part,) for part in thread.slot(name, thing, context["request"].actor)))


@register.inclusion_tag("ui/parts/pages.html", takes_context=True)
def pages(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Previous and next of a list too long for one page; nothing when it fits."""
    return {"page": page, "request": context.get("request")}


@register.inclusion_tag("ui/parts/chart.html")
def chart(drawing: Chart, csv_url: str = "", svg_url: str = "") -> dict[str, Any]:
    """A chart with its n, method, caution and the same as a table."""
    return {"chart": drawing, "csv_url": csv_url, "svg_url": svg_url}


@register.inclusion_tag("ui/parts/verbs.html", takes_context=True)
def verbs(context: Context) -> dict[str, Any]:
    """The navigation: the loop itself, with the room one is in."""
    match = getattr(context.get("request"), "resolver_match", None)
    return {"ways": navigation.ways(navigation.VERBS), "here": match.namespace if match else ""}


@register.inclusion_tag("ui/parts/foot.html", takes_context=True)
def foot(context: Context) -> dict[str, Any]:
    """What stands at the end of every page."""
    return {
        "ways": navigation.ways(navigation.FOOT),
        "source_url": context.get("source_url"),
        "site_version": context.get("site_version"),
    }


@register.inclusion_tag("ui/parts/account.html", takes_context=True)
def account(context: Context) -> dict[str, Any]:
    """Who is signed in and as what, or the way to sign in."""
    actor = getattr(context.get("request"), "actor", None)
    holder = actor if isinstance(actor, Holder) else None
    return {"holder": holder, "role": word_for(holder.role) if holder else ""}
