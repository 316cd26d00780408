"""The doors of the house: home, the workspace, and the pages that say how the house works."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache

from commonground.kernel.access import anyone, sees, signed_in
from commonground.web import queries


@never_cache
@sees(anyone)
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send the bare address to the language that the browser asks for."""
    return redirect(f"/{get_language_from_request(request)}/")


@sees(anyone)
def home(request: HttpRequest) -> HttpResponse:
    """Where the place stands along the loop today."""
    return render(request, "web/home.html", {"home": queries.home(request.actor)})  # type: ignore[attr-defined]


@sees(anyone)
def ledger(request: HttpRequest) -> HttpResponse:
    """The public ledger in plain words, newest first."""
    page = queries.ledger(request.GET.get("page", "1"), thing=request.GET.get("of", ""))
    return render(request, "web/ledger.html", page)


@sees(anyone)
def never(request: HttpRequest) -> HttpResponse:
    """What this system will never hold."""
    return render(request, "web/never.html")


@sees(anyone)
def method(request: HttpRequest) -> HttpResponse:
    """How results are worked out."""
    return render(request, "web/method.html")


@never_cache
@sees(signed_in)
def workspace(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in, in the seat or role they act in."""
    return render(request, "web/workspace.html", queries.workspace(request.actor))  # type: ignore[attr-defined]
