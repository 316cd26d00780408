"""The host's page of what waits, and joining voices to a theme."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from commonground.kernel import access
from commonground.kernel.access import does, not_police, role, sees
from commonground.kernel.actor import Role
from commonground.listen.actions import statements, themes
from commonground.listen.forms import RejectForm
from commonground.listen.models import Voice
from commonground.listen.queries import engagements, hosts
from commonground.listen.views.requests import Request, engagement_of, may_here, theme_of

host = role(Role.HOST) & not_police
convenor = role(Role.COORDINATOR, Role.HOST) & not_police


@sees(host)
@never_cache
def waiting(request: Request, engagement_id: UUID) -> HttpResponse:
    """Statements that wait, in an order that says nothing of when they came."""
    return _waiting(request, engagement_id)


def waiting_again(request: Request, engagement_id: UUID, voice_id: UUID) -> HttpResponse:
    """The same with what was wrong."""
    return _waiting(request, engagement_id)


def _waiting(request: Request, engagement_id: UUID) -> HttpResponse:
    found = engagement_of(request, engagement_id)
    may_here(request, "statement.review", found)
    page = {
        "card": engagements.cards([found])[0],
        "waiting": hosts.waiting_in(found, for_=request.actor, page=request.GET.get("page", "1")),
        "reasons": Voice.Reason.choices,
    }
    return render(request, "listen/waiting.html", page)


def _voice_of(request: Request, engagement_id: UUID, voice_id: UUID) -> Voice:
    """The voice, when it is of the engagement that the address names."""
    voice = access.get(Voice, voice_id, request.actor)
    if voice.engagement_id != engagement_id:
        raise Http404
    return voice


@does("statement.pass", page=waiting_again)
def pass_statement(request: Request, engagement_id: UUID, voice_id: UUID) -> HttpResponse:
    """Let a statement be seen and voted on."""
    statements.pass_(voice=_voice_of(request, engagement_id, voice_id), by=request.actor)
    return redirect("listen:waiting", engagement_id)


@sees(host)
@never_cache
def rejecting(request: Request, engagement_id: UUID, voice_id: UUID) -> HttpResponse:
    """The form in which a host says why a statement is kept back."""
    voice = _voice_of(request, engagement_id, voice_id)
    may_here(request, "statement.reject", voice)
    return _rejecting(request, engagement_id, voice, RejectForm(request.POST or None))


def _rejecting(
    request: Request, engagement_id: UUID, voice: Voice, form: RejectForm, status: int = 200
) -> HttpResponse:
    page = {"form": form, "voice": voice, "engagement_id": engagement_id}
    return render(request, "listen/reject.html", page, status=status)


@does("statement.reject", page=rejecting)
def reject_statement(request: Request, engagement_id: UUID, voice_id: UUID) -> HttpResponse:
    """Keep a statement back for a published reason."""
    voice = _voice_of(request, engagement_id, voice_id)
    form = RejectForm(request.POST)
    if not form.is_valid():
        return _rejecting(request, engagement_id, voice, form, 422)
    statements.reject(
        voice=voice,
        reason=Voice.Reason(form.cleaned_data["reason"]),
        note=form.cleaned_data["note"],
        by=request.actor,
    )
    return redirect("listen:waiting", engagement_id)


@sees(convenor)
@never_cache
def assigning(request: Request, theme_id: UUID) -> HttpResponse:
    """Passed statements to join to a theme, found by a word."""
    return _assigning(request, theme_id)


def assigning_again(request: Request, theme_id: UUID, voice_id: UUID) -> HttpResponse:
    """The same with what was wrong."""
    return _assigning(request, theme_id)


def _assigning(request: Request, theme_id: UUID) -> HttpResponse:
    found = theme_of(request, theme_id)
    may_here(request, "theme.assign", found)
    search = request.GET.get("q", "").replace("\0", "").strip()[:100]
    page = {
        "theme": hosts.theme_page(found, for_=request.actor),
        "voices": hosts.to_join(found, for_=request.actor, search=search, page=request.GET.get("page", "1")),
        "search": search,
    }
    return render(request, "listen/assign.html", page)


@does("theme.assign", page=assigning)
def assign(request: Request, theme_id: UUID) -> HttpResponse:
    """Join the ticked voices."""
    found = theme_of(request, theme_id)
    may_here(request, "theme.assign", found)
    ticked = access.visible(Voice, request.actor).filter(pk__in=_keys(request.POST.getlist("voice")))
    themes.assign(theme=found, voices=list(ticked), by=request.actor)
    return redirect("listen:theme", theme_id)


@does("theme.release", page=assigning_again)
def release(request: Request, theme_id: UUID, voice_id: UUID) -> HttpResponse:
    """Take a voice out of a theme again."""
    found = theme_of(request, theme_id)
    may_here(request, "theme.release", found)
    themes.release(theme=found, voice=access.get(Voice, voice_id, request.actor), by=request.actor)
    return redirect("listen:theme", theme_id)


def _keys(typed: list[str]) -> list[UUID]:
    found = []
    for each in typed:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found
