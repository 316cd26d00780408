"""Walking in as somebody of Alder Falls. In a town these pages do not exist."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from commonground.demo import queries
from commonground.demo.access import visitor
from commonground.demo.forms import WalkInForm
from commonground.kernel.access import does, sees
from commonground.people.actors import held_by
from commonground.people.middleware import CHOSEN

BACKEND = "django.contrib.auth.backends.ModelBackend"


@sees(visitor)
def personas(request: HttpRequest) -> HttpResponse:
    """Everybody one may be, and the loop in ten minutes."""
    actor = request.actor  # type: ignore[attr-defined]
    page = {"personas": queries.persona_cards(), "steps": queries.steps(actor)}
    return render(request, "demo/personas.html", page)


# The page is public and cached, so it can carry no token; SameOrigin refuses forms of other sites.
@csrf_exempt
@does("demo.walk-in")
def walk_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign in as a persona, in one of its seats or roles."""
    form = WalkInForm(request.POST)
    person = queries.persona(slug)
    if person is None or not form.is_valid():
        raise Http404
    if form.cleaned_data["held"] not in {each.id for each in held_by(person)}:
        raise Http404
    login(request, person, backend=BACKEND)
    request.session[CHOSEN] = form.cleaned_data["held"].hex
    return redirect("web:workspace")
