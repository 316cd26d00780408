"""The four pages shown when a request goes wrong, in the language of its path. None of them repeats what was asked."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override

from commonground.ui.context import fixed, other_languages


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    # Rendered without the request: no actor, no session, no query, so it stands while the database is down.
    tag = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with override(tag):
        context = fixed() | {"languages": other_languages(f"/{tag}/")}
        return HttpResponse(render_to_string(template, context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    return _page(request, "ui/errors/bad_request.html", 400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not with this seat or role."""
    return _page(request, "ui/errors/not_allowed.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing that may be shown; the words are the same."""
    return _page(request, "ui/errors/not_found.html", 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our mistake."""
    return _page(request, "ui/errors/broken.html", 500)
