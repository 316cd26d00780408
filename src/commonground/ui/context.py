"""What every template needs and nothing of the visitor: public pages are cached and shared."""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from commonground.ui import place

SITE_VERSION = version("commonground")


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same page in a language that the reader is not reading now."""

    tag: str
    name: str
    url: str


def other_languages(address: str) -> tuple[OtherLanguage, ...]:
    """Where the page at `address` (path and query) stands in each other language."""
    here = get_language() or settings.LANGUAGE_CODE
    return tuple(
        OtherLanguage(tag, name, _translated(address, here, tag)) for tag, name in settings.LANGUAGES if tag != here
    )


def _translated(address: str, here: str, there: str) -> str:
    url = translate_url(address, there)
    prefix = f"/{here}/"
    if url == address and address.startswith(prefix):
        return f"/{there}/{address.removeprefix(prefix)}"
    return url


def fixed() -> dict[str, Any]:
    """The part that needs no request and no database: also for the page shown when all else fails."""
    return {
        "place_name": place.UNNAMED,
        "place_known": False,
        "demo": settings.DEMO,
        "languages": (),
        "site_version": SITE_VERSION,
        "source_url": getattr(settings, "SOURCE_URL", ""),
    }


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The context processor named in the settings."""
    name = place.name()
    return fixed() | {
        "place_name": name,
        "place_known": name != place.UNNAMED,
        # The answer to a POST has no address in another language: a link there would lose what the page shows.
        "languages": other_languages(request.get_full_path()) if request.method in ("GET", "HEAD") else (),
    }
