"""What stands before every view: posts from our own pages only, and public pages from the cache."""

import hashlib
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from commonground.kernel import clock, ledger
from commonground.ui import errors
from commonground.ui.context import SITE_VERSION

Next = Callable[[HttpRequest], HttpResponse]
FORM = "application/x-www-form-urlencoded"
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
RESIDENT_COOKIE = "words"


class SameOrigin:
    """Refuses a POST that another site's page sent.

    Browsers say where a form came from in Sec-Fetch-Site or Origin; older ones in Referer. A token in the body would
    keep public pages out of the cache, and a request that names no origin at all is no browser's form.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE and not _from_here(request):
            return errors.not_allowed(request)
        if request.content_type == FORM and not _readable(request):
            return errors.bad_request(request)
        return self.get_response(request)


def _readable(request: HttpRequest) -> bool:
    """Whether a form's bytes are UTF-8. Django would read others as Latin-1 and store what nobody wrote."""
    try:
        request.body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _from_here(request: HttpRequest) -> bool:
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None:
        return fetched in ("same-origin", "none") and request.headers.get("Origin") != "null"
    came_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(came_from).netloc == request.get_host()


class PublicCache:
    """Public pages, kept until the ledger, the day or the release moves on.

    A request with a seat's or a resident's cookie passes by: it may show one's own state, and is never stored anywhere.
    Everything public changes only by an act, so the ledger's length tells whether a page is stale, the same in every
    worker, and two workers give equal ETags.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        own = settings.SESSION_COOKIE_NAME in request.COOKIES or RESIDENT_COOKIE in request.COOKIES
        if own or request.method not in ("GET", "HEAD"):
            return _private(self.get_response(request))
        key = _key(request)
        stored = caches["pages"].get(key)
        if stored is None:
            response = self.get_response(request)
            if not _storable(response):
                return _private(response)
            body = response.content
            stored = (body, response.headers["Content-Type"], response.headers.get("Content-Language", ""))
            caches["pages"].set(key, stored)
        return _public(request, *stored)


def _key(request: HttpRequest) -> str:
    parts = (SITE_VERSION, ledger.version(), clock.today().isoformat(), request.get_host(), request.get_full_path())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _storable(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "no-store" not in response.headers.get("Cache-Control", "")
    )


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _public(request: HttpRequest, body: bytes, kind: str, language: str) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    for name, value in (("Cache-Control", "public, max-age=0, must-revalidate"), ("ETag", tag), ("Vary", "Cookie")):
        response.headers[name] = value
    if language:
        response.headers["Content-Language"] = language
    return get_conditional_response(request, etag=tag, response=response) or response
