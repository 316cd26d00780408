"""Times of listening: the list, one of them, and the coordinator's forms."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from commonground.kernel import access
from commonground.kernel.access import anyone, does, not_police, role, sees
from commonground.kernel.actor import Holder, Role
from commonground.listen.actions import conversations, engagements, themes
from commonground.listen.forms import ConversationForm, EngagementForm, ThemeForm
from commonground.listen.models import Conversation, Engagement, Level
from commonground.listen.queries import engagements as queries
from commonground.listen.queries import lines
from commonground.listen.views.requests import Request, engagement_of, may_here
from commonground.people.models import Neighbourhood, Organisation

convenor = role(Role.COORDINATOR, Role.HOST) & not_police


@sees(anyone)
def index(request: Request) -> HttpResponse:
    """Every engagement, the open ones first."""
    cards = queries.all_of(request.actor)
    page = {
        "open": [card for card in cards if card.ended is None],
        "over": [card for card in reversed(cards) if card.ended is not None],
        "may_open": _may_open(request),
    }
    return render(request, "listen/index.html", page)


def _may_open(request: Request) -> bool:
    return isinstance(request.actor, Holder) and request.actor.role is Role.COORDINATOR


@sees("engagement")
def engagement(request: Request, engagement_id: UUID) -> HttpResponse:
    """One engagement: its promise, its host, what the police can see, and what it holds."""
    found = engagement_of(request, engagement_id)
    shown = queries.page_of(found, for_=request.actor)
    page = {
        "engagement": found,
        "card": shown.card,
        "conversations": shown.conversations,
        "themes": shown.themes,
        "line": lines.forward([found.id], for_=request.actor, without=("conversation", "theme", "publication")),
        "may_ask": access.may(request.actor, "conversation.open", found),
        "may_name": access.may(request.actor, "theme.name", found),
        "hosts": access.may(request.actor, "statement.review", found),
    }
    return render(request, "listen/engagement.html", page)


@sees(role(Role.COORDINATOR) & not_police)
@never_cache
def new_engagement(request: Request) -> HttpResponse:
    """The coordinator's form for a new engagement."""
    return _engagement_form(request, EngagementForm(request.POST or None))


def _engagement_form(request: Request, form: EngagementForm, status: int = 200) -> HttpResponse:
    return render(request, "listen/new_engagement.html", {"form": form}, status=status)


@does("engagement.open", page=new_engagement)
def open_engagement(request: Request) -> HttpResponse:
    """Open an engagement for the coordinator's own office."""
    form = EngagementForm(request.POST)
    if not form.is_valid():
        return _engagement_form(request, form, 422)
    said = form.cleaned_data
    holder = request.actor
    own = holder.organisation if isinstance(holder, Holder) else None
    made = engagements.open_(
        organisation=get_object_or_404(Organisation.objects.select_related("thing"), pk=own),
        host=get_object_or_404(Organisation.objects.select_related("party"), pk=said["host"]),
        title=said["title"],
        purpose=said["purpose"],
        promise=Level(said["promise"]),
        police_see=said["police_see"],
        neighbourhood=Neighbourhood.objects.filter(pk=said["neighbourhood"]).first() if said["neighbourhood"] else None,
        opens=said["opens"],
        closes=said["closes"],
        language=request.LANGUAGE_CODE,
        by=holder,
    )
    return redirect("listen:engagement", made.id)


@sees(convenor)
@never_cache
def new_conversation(request: Request, engagement_id: UUID) -> HttpResponse:
    """The form for a new question."""
    found = engagement_of(request, engagement_id)
    may_here(request, "conversation.open", found)
    return _form(request, "listen/new_conversation.html", found, ConversationForm(request.POST or None))


def _form(request: Request, template: str, found: Engagement, form: Any, status: int = 200) -> HttpResponse:
    page = {"form": form, "card": queries.cards([found])[0]}
    return render(request, template, page, status=status)


@does("conversation.open", page=new_conversation)
def open_conversation(request: Request, engagement_id: UUID) -> HttpResponse:
    """Ask a question."""
    found = engagement_of(request, engagement_id)
    may_here(request, "conversation.open", found)
    form = ConversationForm(request.POST)
    if not form.is_valid():
        return _form(request, "listen/new_conversation.html", found, form, 422)
    made = conversations.open_(
        engagement=found, question=form.cleaned_data["question"], language=request.LANGUAGE_CODE, by=request.actor
    )
    return redirect("listen:conversation", made.id)


@sees(convenor)
@never_cache
def new_theme(request: Request, engagement_id: UUID) -> HttpResponse:
    """The form for a new theme."""
    found = engagement_of(request, engagement_id)
    may_here(request, "theme.name", found)
    return _form(request, "listen/new_theme.html", found, _theme_form(request, found, request.POST or None))


def _theme_form(request: Request, found: Engagement, posted: Any) -> ThemeForm:
    raised = [(str(card.id), str(card.question)) for card in queries.page_of(found, for_=request.actor).conversations]
    return ThemeForm(posted, conversations=raised)


@does("theme.name", page=new_theme)
def name_theme(request: Request, engagement_id: UUID) -> HttpResponse:
    """Name a theme."""
    found = engagement_of(request, engagement_id)
    may_here(request, "theme.name", found)
    form = _theme_form(request, found, request.POST)
    if not form.is_valid():
        return _form(request, "listen/new_theme.html", found, form, 422)
    made = themes.name(
        engagement=found,
        name=form.cleaned_data["name"],
        description=form.cleaned_data["description"],
        conversation=access.get(Conversation, UUID(form.cleaned_data["conversation"]), request.actor),
        language=request.LANGUAGE_CODE,
        by=request.actor,
    )
    return redirect("listen:assign", made.id)
