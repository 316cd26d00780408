"""The pages of promises and what there is to see for them."""

import uuid

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from commonground.act import queries
from commonground.act.access import promisers
from commonground.act.actions import commitments, evidence
from commonground.act.forms import DropForm, EvidenceForm, PromiseForm
from commonground.act.models import Commitment
from commonground.agree.asked import Asked
from commonground.agree.models import Priority
from commonground.kernel import access
from commonground.kernel.access import anyone, does, sees
from commonground.kernel.actor import Holder


@sees(anyone)
def index(request: Asked) -> HttpResponse:
    """Every promise, late ones first."""
    return render(request, "act/index.html", {"act": queries.index(for_=request.actor)})


@sees("commitment")
def commitment(request: Asked, commitment_id: uuid.UUID) -> HttpResponse:
    """One promise: by whom, until when, what there is to see, and where it came from."""
    return _commitment(request, commitment_id)


def _commitment(request: Asked, commitment_id: uuid.UUID, form: Form | None = None) -> HttpResponse:
    typed = request.POST.dict()
    page = {
        "page": queries.commitment_page(commitment_id, for_=request.actor),
        "form": form,
        "showing": form if isinstance(form, EvidenceForm) else EvidenceForm(initial=typed),
        "dropping": form if isinstance(form, DropForm) else DropForm(initial=typed),
    }
    return render(request, "act/commitment.html", page, status=422 if form else 200)


@does("evidence.show", page=commitment)
def show(request: Asked, commitment_id: uuid.UUID) -> HttpResponse:
    """Add something to see for a promise of one's own organisation."""
    row = access.get(Commitment, commitment_id, request.actor)
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return _commitment(request, commitment_id, form)
    evidence.show(
        commitment=row,
        sentence=form.cleaned_data["sentence"],
        link=form.cleaned_data["link"],
        language=request.LANGUAGE_CODE,
        by=request.actor,
    )
    return redirect("act:commitment", commitment_id)


@does("commitment.keep", page=commitment)
def keep(request: Asked, commitment_id: uuid.UUID) -> HttpResponse:
    """Settle a promise as kept."""
    commitments.keep(commitment=access.get(Commitment, commitment_id, request.actor), by=request.actor)
    return redirect("act:commitment", commitment_id)


@does("commitment.drop", page=commitment)
def drop(request: Asked, commitment_id: uuid.UUID) -> HttpResponse:
    """Give a promise up, saying why."""
    row = access.get(Commitment, commitment_id, request.actor)
    form = DropForm(request.POST)
    if not form.is_valid():
        return _commitment(request, commitment_id, form)
    commitments.drop(
        commitment=row, reason=form.cleaned_data["reason"], language=request.LANGUAGE_CODE, by=request.actor
    )
    return redirect("act:commitment", commitment_id)


@sees(promisers)
def promise(request: Asked, priority_id: uuid.UUID) -> HttpResponse:
    """The form with which an organisation promises something for a priority."""
    return _promise(request, priority_id, PromiseForm(initial=request.POST.dict()))


def _promise(request: Asked, priority_id: uuid.UUID, form: PromiseForm) -> HttpResponse:
    page = queries.promise_page(priority_id, _organisation_of(request), for_=request.actor)
    return render(request, "act/promise.html", {"page": page, "form": form}, status=422 if form.errors else 200)


@does("commitment.promise", page=promise)
def make_promise(request: Asked, priority_id: uuid.UUID) -> HttpResponse:
    """Promise something in the name of one's own organisation."""
    priority = access.get(Priority, priority_id, request.actor)
    form = PromiseForm(request.POST)
    if not form.is_valid():
        return _promise(request, priority_id, form)
    made = commitments.promise(
        priority=priority,
        wording=form.cleaned_data["wording"],
        due=form.cleaned_data["due"],
        language=request.LANGUAGE_CODE,
        by=request.actor,
    )
    return redirect("act:commitment", made.id)


def _organisation_of(request: Asked) -> uuid.UUID:
    """The organisation the person speaks for; a key of none when they speak for none."""
    found = request.actor.organisation if isinstance(request.actor, Holder) else None
    return found or uuid.UUID(int=0)
