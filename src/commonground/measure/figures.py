"""Figures with their unit, as the page's language writes them."""

from decimal import Decimal

from babel.numbers import format_decimal, format_percent
from django.utils.translation import gettext, ngettext

from commonground.measure.models import Unit
from commonground.ui.languages import page_locale

PLACES = 2


def bare(value: Decimal) -> str:
    """The figure alone, with at most two digits after the point: "1,284", "3.4"; in French "1 284", "3,4"."""
    return format_decimal(value, format="#,##0.##", locale=page_locale())


def with_unit(value: Decimal, unit: Unit, counted: str = "") -> str:
    """The figure as it is read: "5.1 out of 10", "58%", "15 reports in 12 weeks", "19 days"."""
    match unit:
        case Unit.SCORE:
            return gettext("%(value)s out of 10") % {"value": bare(value)}
        case Unit.SHARE:
            locale = page_locale()
            pattern = locale.percent_formats[None].pattern.replace("0", "0.##", 1)
            return format_percent(value / 100, format=pattern, locale=locale)
        case Unit.DAYS:
            plural = 1 if value == 1 else 2
            return ngettext("%(value)s day", "%(value)s days", plural) % {"value": bare(value)}
        case Unit.COUNT:
            return f"{bare(value)} {counted}".strip()


def unit_words(unit: Unit, counted: str = "") -> str:
    """The unit as it stands after a figure or over a column."""
    match unit:
        case Unit.SCORE:
            return gettext("out of 10")
        case Unit.SHARE:
            return gettext("percent")
        case Unit.DAYS:
            return gettext("days")
        case Unit.COUNT:
            return counted
