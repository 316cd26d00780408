"""Who a request acts as: the one seat or role a signed-in person chose, or a resident with what their cookie proves."""

import uuid
from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest, HttpResponse

from commonground.kernel import receipts
from commonground.kernel.actor import Actor, Holder, Resident
from commonground.people.actors import held_by
from commonground.people.models import Person
from commonground.ui.middleware import RESIDENT_COOKIE

CHOSEN = "held"
SIGNER = signing.Signer(salt="participants")


class ActorOfRequest:
    """Sets `request.actor`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_of(request)  # type: ignore[attr-defined]
        return self.get_response(request)


def actor_of(request: HttpRequest) -> Actor:
    """The holder whose seat or role is chosen; otherwise a resident."""
    if request.user.is_authenticated:
        holder = chosen(request.user, request.session.get(CHOSEN, ""))
        if holder is not None:
            return holder
    return read_cookie(request)


def chosen(person: Person, key: str) -> Holder | None:
    """The seat or role of that key, if the person still holds it; the first one when none was chosen.

    Whoever holds it no more acts as nobody until they choose again: another seat must not act unasked.
    """
    held = held_by(person)
    found = next((each for each in held if each.id.hex == key), held[0] if held and not key else None)
    return found.actor if found else None


def read_cookie(request: HttpRequest) -> Resident:
    """The participants that a resident's cookie proves; none when it is absent or not ours."""
    try:
        pairs = SIGNER.unsign_object(request.COOKIES.get(RESIDENT_COOKIE, ""))
        held = [(uuid.UUID(container), uuid.UUID(key)) for container, key in pairs]
    except (signing.BadSignature, ValueError, TypeError):
        return Resident()
    return Resident(receipts.unburnt(held)) if held else Resident()


def write_cookie(response: HttpResponse, resident: Resident, *, secure: bool) -> None:
    """Give the browser its participants, never the entropy, until it is closed."""
    pairs = [(container.hex, key.hex) for container, key in resident.participants]
    response.set_cookie(RESIDENT_COOKIE, SIGNER.sign_object(pairs), httponly=True, samesite="Lax", secure=secure)
