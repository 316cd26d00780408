"""What every view of the room is given."""

from uuid import UUID

from django.http import Http404, HttpRequest

from commonground.kernel import access
from commonground.kernel.actor import Actor, Resident
from commonground.kernel.models import Registered
from commonground.kernel.refusals import RefusedAct
from commonground.listen.models import Conversation, Engagement, Theme


class Request(HttpRequest):
    """A request whose actor is known; `refusal` is set when a refused act shows its page again."""

    actor: Actor
    refusal: RefusedAct
    LANGUAGE_CODE: str


def conversation_of(request: Request, key: UUID) -> Conversation:
    """A conversation with all that its pages say. One query."""
    return _one(request, Conversation, key, "engagement__thing", "engagement__host__party")


def engagement_of(request: Request, key: UUID) -> Engagement:
    """An engagement with all that its pages say. One query."""
    return _one(request, Engagement, key, "host__party", "opened_by", "neighbourhood")


def theme_of(request: Request, key: UUID) -> Theme:
    """A theme with all that its pages say. One query."""
    return _one(request, Theme, key, "engagement__thing", "named_by__party")


def _one[M: Registered](request: Request, model: type[M], key: UUID, *joined: str) -> M:
    row = access.visible(model, request.actor).select_related(*joined).filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def may_here(request: Request, verb: str, row: Registered) -> None:
    """Raise Http404 unless the actor may do this to the row: a form for others does not exist."""
    if not access.may(request.actor, verb, row):
        raise Http404


def resident_of(request: Request) -> Resident:
    """The resident who asks; somebody who is signed in is none, and finds no page here."""
    if not isinstance(request.actor, Resident):
        raise Http404
    return request.actor
