"""Coming back with twelve words: find, follow, forget."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from commonground.kernel.access import anyone, does, sees
from commonground.kernel.actor import Resident
from commonground.listen.actions import conversations, words
from commonground.listen.forms import WordsForm
from commonground.listen.models import Conversation
from commonground.listen.queries import follow as queries
from commonground.listen.views.conversations import keep, with_participant
from commonground.listen.views.requests import Request, resident_of
from commonground.ui.middleware import RESIDENT_COOKIE


@sees(anyone)
@never_cache
def find(request: Request) -> HttpResponse:
    """The form for twelve words; wrong words stay in it, to be mended."""
    page = {
        "form": WordsForm(request.POST or None),
        "to": _hex(request.POST.get("to") or request.GET.get("to", "")),
        "signed_in": not isinstance(request.actor, Resident),
    }
    return render(request, "listen/find.html", page)


@csrf_exempt
@does("words.find", page=find)
def open_words(request: Request) -> HttpResponse:
    """Open twelve words, and begin with them in the conversation one came from."""
    asking = resident_of(request)
    opened = words.find(words=request.POST.get("words", ""), by=asking)
    who = Resident(tuple({**dict(asking.participants), **dict(opened.participants)}.items()))
    key = _hex(request.POST.get("to", ""))
    wanted = Conversation.objects.select_related("engagement").filter(pk=UUID(key)).first() if key else None
    if wanted is not None and wanted.ended_on is None:
        begun = conversations.begin(
            conversation=wanted, language=request.LANGUAGE_CODE, entropy=opened.entropy, by=asking
        )
        who = with_participant(who, wanted.id, begun.participant)
        response = redirect("listen:vote", wanted.id)
    else:
        response = redirect("listen:follow")
    keep(response, who)
    return response


def _hex(typed: str) -> str:
    try:
        return UUID(typed).hex
    except ValueError:
        return ""


@sees(anyone)
@never_cache
def follow(request: Request) -> HttpResponse:
    """What became of one's words, conversation by conversation."""
    return _follow(request, said=False)


@csrf_exempt
@does("words.show", page=follow)
def show_said(request: Request) -> HttpResponse:
    """The same with the sentences one wrote, because one asked."""
    return _follow(request, said=True)


def _follow(request: Request, *, said: bool) -> HttpResponse:
    if not isinstance(request.actor, Resident):
        return redirect("listen:find")
    asked = request.POST.get("conversation") or request.GET.get("conversation", "")
    found = queries.followed(request.actor, _hex(asked))
    if found is None:
        return redirect("listen:find")
    own = queries.said_by(request.actor, found.id) if said else ()
    page = {"found": found, "said": said, "own": own, "form": WordsForm()}
    return render(request, "listen/follow.html", page)


@sees(anyone)
@never_cache
def forgetting(request: Request) -> HttpResponse:
    """The form in which one types the words once more, to forget them for good."""
    return render(request, "listen/forget.html", {"form": WordsForm(request.POST or None)})


@csrf_exempt
@does("words.burn", page=forgetting)
def burn(request: Request) -> HttpResponse:
    """Forget the words for good, here and everywhere."""
    asking = resident_of(request)
    opened = set(words.burn(words=request.POST.get("words", ""), by=asking))
    response = render(request, "listen/forgotten.html", {"burnt": True})
    keep(response, Resident(tuple(pair for pair in asking.participants if pair not in opened)))
    return response


@csrf_exempt
@does("words.leave")
def leave(request: Request) -> HttpResponse:
    """Forget the words on this device; they still open everything elsewhere."""
    response = render(request, "listen/forgotten.html", {"burnt": False})
    response.delete_cookie(RESIDENT_COOKIE, samesite="Lax")
    return response
