"""The doors of the house: home, the workspace, and the pages that say how the house works."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache

from commonground.kernel.access import anyone, sees
from commonground.kernel.actor import Actor, Holder
from commonground.web import queries


class PublicRequest(HttpRequest):
    """A request with whoever acts."""

    actor: Actor


@sees(anyone)
@never_cache
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send the bare address to the language that the browser asks for."""
    return redirect(f"/{get_language_from_request(request)}/")


@sees(anyone)
def home(request: PublicRequest) -> HttpResponse:
    """Where the place stands along the loop today."""
    return render(request, "web/home.html", {"stand": queries.home(for_=request.actor)})


@sees(anyone)
def ledger(request: PublicRequest) -> HttpResponse:
    """The public ledger in plain words, newest first."""
    page = queries.ledger_page(request.GET.get("page", "1"), of=request.GET.get("of", ""), for_=request.actor)
    return render(request, "web/ledger.html", {"ledger": page})


@sees(anyone)
def thing(request: PublicRequest, key: uuid.UUID) -> HttpResponse:
    """From an entry of the ledger to the page of what it speaks of."""
    return redirect(queries.address_of(key, for_=request.actor))


@sees(anyone)
def never(request: HttpRequest) -> HttpResponse:
    """What this system will never hold."""
    return render(request, "web/never.html")


@sees(anyone)
def method(request: HttpRequest) -> HttpResponse:
    """How results are worked out."""
    return render(request, "web/method.html")


@sees(anyone)
@never_cache
def workspace(request: PublicRequest) -> HttpResponse:
    """What waits for the person who is signed in, in the seat or role they act in."""
    if not isinstance(request.actor, Holder):
        return redirect("people:choose")
    return render(request, "web/workspace.html", {"work": queries.workspace(request.actor)})
