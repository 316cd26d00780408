"""The language of the page, and what other languages are called in it."""

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from django.conf import settings
from django.utils.translation import get_language, to_locale


def page_locale() -> Locale:
    """Formats for the page's language; the site's own language where CLDR has none."""
    try:
        return Locale.parse(to_locale(get_language() or settings.LANGUAGE_CODE))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(settings.LANGUAGE_CODE)


def called(tag: str) -> str:
    """A language's name in the page's language; the tag itself when nobody named it."""
    primary = tag.split("-")[0].lower()
    primary = str(get_global("language_aliases").get(primary, primary))
    return str(page_locale().languages.get(primary, tag))


def same(one: str, other: str) -> bool:
    """Whether two BCP-47 tags are one language, whatever their region."""
    return one.split("-")[0].lower() == other.split("-")[0].lower()
