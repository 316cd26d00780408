"""Days in words, in the language of the page."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import gettext, ngettext

from commonground.ui.languages import page_locale


def in_words(day: date, *, weekday: bool = False) -> str:
    """The day as it is said: "4 December 2026", "Friday 4 December 2026", "1er mai 2026"."""
    locale = page_locale()
    # French says "1er" for the first of a month; CLDR's long pattern does not.
    first = locale.language == "fr" and day.day == 1
    pattern = ("EEEE " if weekday else "") + ("d'er' MMMM y" if first else "d MMMM y")
    return format_date(day, pattern, locale=locale)


def owed(day: date, today: date) -> str:
    """How far off a due day is: "due in 5 days", "due today", "late by 9 days"."""
    days = (day - today).days
    if days == 0:
        return gettext("due today")
    if days > 0:
        return ngettext("due in %(days)s day", "due in %(days)s days", days) % {"days": days}
    return ngettext("late by %(days)s day", "late by %(days)s days", -days) % {"days": -days}
