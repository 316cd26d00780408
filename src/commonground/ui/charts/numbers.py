"""Figures as the page's language writes them."""

from babel.numbers import format_decimal, format_percent

from commonground.ui.languages import page_locale


def decimal(value: float) -> str:
    """A figure with at most two digits after the point: "1,284", "3.41"; in French "1 284", "3,41"."""
    return format_decimal(value, format="#,##0.##", locale=page_locale())


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage."""
    return format_percent(share, format=page_locale().percent_formats[None].pattern, locale=page_locale())
