"""Reports: the list, one report, publishing and taking back."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from commonground.agree.asked import Asked
from commonground.kernel import access, words
from commonground.kernel.access import anyone, does, not_police, role, sees
from commonground.kernel.actor import Role
from commonground.listen.models import Engagement
from commonground.tell import queries
from commonground.tell.actions import publications
from commonground.tell.forms import ReportForm, WithdrawForm
from commonground.tell.models import Publication

NOT_VALID = 422


@sees(anyone)
def index(request: Asked) -> HttpResponse:
    """Every report, newest first."""
    return render(request, "tell/index.html", {"publications": queries.newest_first(for_=request.actor)})


@sees("publication")
def publication(request: Asked, publication_id: uuid.UUID) -> HttpResponse:
    """One report, frozen on its day; or why it was taken back."""
    return _publication(request, publication_id, WithdrawForm(request.POST or None))


def _publication(request: Asked, publication_id: uuid.UUID, form: WithdrawForm, status: int = 200) -> HttpResponse:
    thing = access.get(Publication, publication_id, request.actor)
    page = queries.page_of(thing, for_=request.actor)
    context = {"publication": thing, "page": page, "card": page.card, "report": page.report, "form": form}
    return render(request, "tell/publication.html", context, status=status)


@does("publication.withdraw", page=publication)
def withdraw(request: Asked, publication_id: uuid.UUID) -> HttpResponse:
    """Take a report back, with a reason that stays."""
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _publication(request, publication_id, form, NOT_VALID)
    thing = access.get(Publication, publication_id, request.actor)
    publications.withdraw(publication=thing, reason=form.cleaned_data["reason"], by=request.actor)
    return redirect("tell:publication", publication_id)


@sees(role(Role.COORDINATOR) & not_police)
def new(request: Asked, engagement_id: uuid.UUID) -> HttpResponse:
    """The form for a report on an engagement."""
    return _new(request, _mine(request, engagement_id), ReportForm(request.POST or None))


def _new(request: Asked, engagement: Engagement, form: ReportForm, status: int = 200) -> HttpResponse:
    context = {"engagement": engagement, "about": words.of(engagement, "title"), "form": form}
    return render(request, "tell/new.html", context, status=status)


def _mine(request: Asked, engagement_id: uuid.UUID) -> Engagement:
    """An engagement on which the actor may publish; Http404 for any other."""
    engagement = access.get(Engagement, engagement_id, request.actor)
    if not access.may(request.actor, "publication.publish", engagement):
        raise Http404
    return engagement


@does("publication.publish", page=new)
def publish(request: Asked, engagement_id: uuid.UUID) -> HttpResponse:
    """Show the report as it would stand, and publish it once that page was seen."""
    engagement = _mine(request, engagement_id)
    form = ReportForm(request.POST)
    step = request.POST.get("step")
    if not form.is_valid() or step == "change":
        return _new(request, engagement, form, 200 if form.is_valid() else NOT_VALID)
    title, summary = form.cleaned_data["title"], form.cleaned_data["summary"]
    if step != "publish":
        publications.check(title=title, summary=summary)
        context = {
            "engagement": engagement,
            "form": form,
            "title": words.source(title, request.LANGUAGE_CODE),
            "summary": words.source(summary, request.LANGUAGE_CODE),
            "report": queries.preview(engagement),
        }
        return render(request, "tell/preview.html", context)
    made = publications.publish(
        engagement=engagement, title=title, summary=summary, language=request.LANGUAGE_CODE, by=request.actor
    )
    return redirect("tell:publication", made.id)
