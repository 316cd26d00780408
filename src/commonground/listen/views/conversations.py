"""A conversation: its public page, beginning, voting one statement at a time, and one's own votes."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from commonground.kernel import access
from commonground.kernel.access import does, resident, sees
from commonground.kernel.actor import Resident
from commonground.listen.actions import conversations, voices, votes
from commonground.listen.forms import SayForm
from commonground.listen.models import Choice, Conversation, Voice
from commonground.listen.queries import conversations as queries
from commonground.listen.queries import lines
from commonground.listen.views.requests import Request, conversation_of, resident_of
from commonground.people.middleware import write_cookie

VOTES_A_PAGE = 50


@sees("conversation")
def conversation(request: Request, conversation_id: UUID) -> HttpResponse:
    """The public page: the question, the promise, and the way in."""
    return _conversation(request, conversation_id)


def _conversation(request: Request, conversation_id: UUID) -> HttpResponse:
    found = conversation_of(request, conversation_id)
    page = {
        "conversation": found,
        "page": queries.page_of(found),
        "line": lines.forward([found.id], for_=request.actor),
        "begun": isinstance(request.actor, Resident) and request.actor.within(found.id) is not None,
        "may_speak": isinstance(request.actor, Resident),
        "may_close": access.may(request.actor, "conversation.close", found),
    }
    return render(request, "listen/conversation.html", page)


@csrf_exempt
@does("conversation.begin", page=conversation)
def begin(request: Request, conversation_id: UUID) -> HttpResponse:
    """Begin, and show twelve new words once; whoever has begun already goes on to vote."""
    found = conversation_of(request, conversation_id)
    asking = resident_of(request)
    if asking.within(found.id) is not None:
        return redirect("listen:vote", found.id)
    begun = conversations.begin(conversation=found, language=request.LANGUAGE_CODE, by=asking)
    page = {"page": queries.page_of(found), "words": begun.words.split()}
    response = render(request, "listen/words.html", page)
    keep(response, with_participant(asking, found.id, begun.participant))
    return response


def with_participant(asking: Resident, container: UUID, participant: UUID) -> Resident:
    """The resident with one participant more; in one container they are one."""
    return Resident(tuple({**dict(asking.participants), container: participant}.items()))


def keep(response: HttpResponse, who: Resident) -> None:
    """Let the browser hold its participants until it is closed."""
    write_cookie(response, who, secure=settings.HTTPS)


@sees(resident)
@never_cache
def vote(request: Request, conversation_id: UUID) -> HttpResponse:
    """One statement and three buttons; after the last, where to go from here."""
    return _vote(request, conversation_id)


def _vote(request: Request, conversation_id: UUID) -> HttpResponse:
    found = conversation_of(request, conversation_id)
    participant = resident_of(request).within(found.id)
    if participant is None:
        return redirect("listen:conversation", found.id)
    page = {"page": queries.page_of(found), "ballot": queries.ballot(found, participant), "choices": Choice}
    return render(request, "listen/vote.html", page)


def vote_again(request: Request, conversation_id: UUID, voice_id: UUID) -> HttpResponse:
    """The voting page with what was wrong; from one's own votes, those; the way in for a browser that forgot."""
    if resident_of(request).within(conversation_id) is None:
        return _conversation(request, conversation_id)
    if request.POST.get("from") == "mine":
        return _mine(request, conversation_id, shown=True)
    return _vote(request, conversation_id)


@csrf_exempt
@does("vote.cast", page=vote_again)
def cast(request: Request, conversation_id: UUID, voice_id: UUID) -> HttpResponse:
    """Take a vote, then show the next statement, or one's own votes when it came from there."""
    voice, choice = _votable(conversation_id, voice_id), _choice(request)
    if voice is None or choice is None:
        raise votes.NotVotable
    votes.cast(conversation=voice.conversation, voice=voice, choice=choice, by=request.actor)
    return _after(request, conversation_id)


@csrf_exempt
@does("vote.take-back", page=vote_again)
def take_back(request: Request, conversation_id: UUID, voice_id: UUID) -> HttpResponse:
    """Take a vote back."""
    voice = _votable(conversation_id, voice_id)
    if voice is None:
        raise votes.NotVotable
    votes.take_back(conversation=voice.conversation, voice=voice, by=request.actor)
    return _after(request, conversation_id)


def _votable(conversation_id: UUID, voice_id: UUID) -> Any:
    """The passed statement with its conversation; None when it may not be voted on here.

    What is passed is for everybody, so this asks no policy: the hottest query of the house. The act then asks it
    about the conversation.
    """
    return (
        Voice.objects.select_related("conversation__thing")
        .filter(pk=voice_id, conversation=conversation_id, status=Voice.Status.PASSED)
        .first()
    )


def _choice(request: Request) -> Choice | None:
    typed = request.POST.get("choice", "")
    return Choice(int(typed)) if typed in {str(choice.value) for choice in Choice} else None


def _after(request: Request, conversation_id: UUID) -> HttpResponse:
    if request.POST.get("from") != "mine":
        return redirect("listen:vote", conversation_id)
    return _mine(request, conversation_id, shown=True, changed=True)


@sees(resident)
@never_cache
def mine(request: Request, conversation_id: UUID) -> HttpResponse:
    """Asks first: whoever sits beside should not see the votes at once."""
    return _mine(request, conversation_id, shown=request.method == "POST")


@csrf_exempt
@does("words.show", page=mine)
def show_mine(request: Request, conversation_id: UUID) -> HttpResponse:
    """One's own votes and statements, because one asked."""
    return _mine(request, conversation_id, shown=True)


def mine_again(request: Request, conversation_id: UUID, voice_id: UUID) -> HttpResponse:
    """One's own votes with what was wrong."""
    return _mine(request, conversation_id, shown=True)


def _mine(request: Request, conversation_id: UUID, *, shown: bool, changed: bool = False) -> HttpResponse:
    found = conversation_of(request, conversation_id)
    asking = resident_of(request)
    participant = asking.within(found.id)
    if participant is None:
        return redirect("listen:conversation", found.id)
    page: dict[str, Any] = {"page": queries.page_of(found), "shown": shown, "changed": changed, "choices": Choice}
    if shown:
        listed = Paginator(queries.own_votes(found, participant), VOTES_A_PAGE)
        page["votes"] = listed.get_page(request.POST.get("page"))
        page["voices"] = queries.own_voices(asking, [participant], conversation=found)
    return render(request, "listen/mine.html", page)


@sees(resident)
@never_cache
def say(request: Request, conversation_id: UUID) -> HttpResponse:
    """The form for what is missing; what was typed stays when something is wrong with it."""
    found = conversation_of(request, conversation_id)
    if resident_of(request).within(found.id) is None and request.method != "POST":
        return redirect("listen:conversation", found.id)
    already = getattr(getattr(request, "refusal", None), "voice", None)
    page = {"page": queries.page_of(found), "form": SayForm(request.POST or None), "already": already}
    return render(request, "listen/say.html", page)


@csrf_exempt
@does("voice.record", page=say)
def record(request: Request, conversation_id: UUID) -> HttpResponse:
    """Take a statement in; it waits for the host."""
    found = conversation_of(request, conversation_id)
    voices.record(
        conversation=found, text=request.POST.get("text", ""), language=request.LANGUAGE_CODE, by=request.actor
    )
    return render(request, "listen/said.html", {"page": queries.page_of(found)})


@csrf_exempt
@does("voice.withdraw", page=mine_again)
def withdraw(request: Request, conversation_id: UUID, voice_id: UUID) -> HttpResponse:
    """Take back what one said."""
    voice = access.get(Voice, voice_id, request.actor)
    if voice.conversation_id != conversation_id:
        raise Http404
    voices.withdraw(voice=voice, by=request.actor)
    return _mine(request, conversation_id, shown=True, changed=True)


@does("conversation.close", page=conversation)
def close(request: Request, conversation_id: UUID) -> HttpResponse:
    """End the talking, seal and work out the last results."""
    conversations.close(conversation=access.get(Conversation, conversation_id, request.actor), by=request.actor)
    return redirect("listen:conversation", conversation_id)
