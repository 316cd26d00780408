"""The public page of one voice and of one theme: where it comes from, and what became of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from commonground.kernel import access, words
from commonground.kernel.access import sees
from commonground.listen.models import Voice
from commonground.listen.queries import hosts, lines
from commonground.listen.queries.engagements import host_of
from commonground.listen.views.requests import Request, theme_of


@sees("voice")
def voice(request: Request, voice_id: UUID) -> HttpResponse:
    """A passed statement. One that waits has no page, not even for its author."""
    found = (
        access.visible(Voice, request.actor)
        .select_related("conversation__thing", "engagement__host__party")
        .filter(pk=voice_id, status=Voice.Status.PASSED)
        .first()
    )
    if found is None or found.conversation is None:
        raise Http404
    said = words.many([(found, "text"), (found.conversation, "question")])
    page = {
        "voice": found,
        "text": said[found.id, "text"],
        "question": said[found.conversation.id, "question"],
        "host": host_of(found.engagement),
        "line": lines.forward([found.id], for_=request.actor),
    }
    return render(request, "listen/voice.html", page)


@sees("theme")
def theme(request: Request, theme_id: UUID) -> HttpResponse:
    """A theme, its voices and its thread both ways."""
    found = theme_of(request, theme_id)
    page = {
        "theme": found,
        "page": hosts.theme_page(found, for_=request.actor, page=request.GET.get("page", "1")),
        "after": lines.forward([found.id], for_=request.actor),
        "may_assign": access.may(request.actor, "theme.assign", found),
    }
    return render(request, "listen/theme.html", page)
