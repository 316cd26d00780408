"""Signing in and out, and choosing one seat or role to act in."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from commonground.kernel.access import anyone, does, sees
from commonground.people.actors import held_by
from commonground.people.forms import ChooseForm, SignInForm
from commonground.people.middleware import CHOSEN


@sees(anyone)
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in form."""
    return render(request, "people/sign_in.html", {"form": SignInForm(), "next": request.GET.get("next", "")})


@does("session.begin")
def begin_session(request: HttpRequest) -> HttpResponse:
    """Check address and password; the answer to a wrong pair never says which half was wrong."""
    form = SignInForm(request.POST)
    if form.is_valid():
        person = authenticate(
            request, username=form.cleaned_data["email"].lower(), password=form.cleaned_data["password"]
        )
        if person is not None:
            login(request, person)
            return redirect(_onward(request))
        form.add_error(None, _("This address and password do not belong together. Check both and try again."))
    page = {"form": form, "next": request.POST.get("next", "")}
    return render(request, "people/sign_in.html", page, status=422)


def _onward(request: HttpRequest) -> str:
    """Where the person was going, when that is a page of ours; otherwise their workspace."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "web:workspace"


@sees(anyone)
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """The seats and roles the person holds, one of which acts at a time."""
    if not request.user.is_authenticated:
        return redirect("people:sign-in")
    return render(request, "people/choose.html", {"held": held_by(request.user)})


@does("session.choose", page=choose)
def choose_held(request: HttpRequest) -> HttpResponse:
    """Act in the chosen seat or role from now on; one that the person does not hold changes nothing."""
    if not request.user.is_authenticated:
        return redirect("people:sign-in")
    form = ChooseForm(request.POST)
    held = {each.id for each in held_by(request.user)}
    if form.is_valid() and form.cleaned_data["held"] in held:
        request.session[CHOSEN] = form.cleaned_data["held"].hex
        return redirect("web:workspace")
    return redirect("people:choose")


@does("session.end")
def end_session(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    response = redirect("web:home")
    response.delete_cookie("seat")
    return response
