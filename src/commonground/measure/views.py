"""Pages of measures, and the two acts on them."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from commonground.agree.asked import Asked
from commonground.agree.models import Priority
from commonground.kernel import access, words
from commonground.kernel.access import anyone, does, not_police, role, sees
from commonground.kernel.actor import Role
from commonground.measure import queries
from commonground.measure.actions import indicators, readings
from commonground.measure.forms import AgreeForm, ReadingForm
from commonground.measure.models import Direction, Indicator, Sample, Unit
from commonground.people.models import Organisation
from commonground.ui.charts import Chart, as_csv, standalone

NOT_VALID = 422


@sees(anyone)
def index(request: Asked) -> HttpResponse:
    """Every priority and what it is measured by."""
    return render(request, "measure/index.html", {"priorities": queries.by_priority(for_=request.actor)})


@sees("indicator")
def indicator(request: Asked, indicator_id: uuid.UUID) -> HttpResponse:
    """One measure, its readings and its thread."""
    thing = queries.get(indicator_id, for_=request.actor)
    page = queries.page_of(thing, for_=request.actor)
    form = ReadingForm(request.POST or None, takes_a_range=page.takes_a_range) if page.may_record else None
    return _shown(request, thing, page, form)


def _shown(
    request: Asked, thing: Indicator, page: queries.IndicatorPage, form: ReadingForm | None, status: int = 200
) -> HttpResponse:
    context = {"indicator": thing, "page": page, "card": page.card, "form": form}
    return render(request, "measure/indicator.html", context, status=status)


@does("reading.record", page=indicator)
def record(request: Asked, indicator_id: uuid.UUID) -> HttpResponse:
    """Record a reading of a measure of one's own organisation."""
    thing = queries.get(indicator_id, for_=request.actor)
    form = ReadingForm(request.POST, takes_a_range=Sample(thing.sample) is Sample.RANDOM)
    if not form.is_valid():
        return _shown(request, thing, queries.page_of(thing, for_=request.actor), form, NOT_VALID)
    readings.record(indicator=thing, **form.cleaned_data, language=request.LANGUAGE_CODE, by=request.actor)
    return redirect("measure:indicator", indicator_id)


@sees("indicator")
def as_table(request: Asked, indicator_id: uuid.UUID) -> HttpResponse:
    """The readings as a CSV file, with n, method and caution above them."""
    text = as_csv(_chart(request, indicator_id))
    return HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")


@sees("indicator")
def as_drawing(request: Asked, indicator_id: uuid.UUID) -> HttpResponse:
    """The chart as an SVG file of its own."""
    return HttpResponse(standalone(_chart(request, indicator_id)), content_type="image/svg+xml")


def _chart(request: Asked, indicator_id: uuid.UUID) -> Chart:
    chart = queries.chart_of(queries.get(indicator_id, for_=request.actor), for_=request.actor)
    if chart is None:
        raise Http404
    return chart


@sees(role(Role.COORDINATOR) & not_police)
def new(request: Asked, priority_id: uuid.UUID) -> HttpResponse:
    """The form that agrees on a measure of a priority; for others it does not exist."""
    priority = access.get(Priority, priority_id, request.actor)
    if not access.may(request.actor, "indicator.agree", priority):
        raise Http404
    form = AgreeForm(request.POST or None, organisations=queries.organisations(for_=request.actor))
    return _new(request, priority, form)


def _new(request: Asked, priority: Priority, form: AgreeForm, status: int = 200) -> HttpResponse:
    context = {"priority": priority, "wording": words.of(priority, "wording"), "form": form}
    return render(request, "measure/new.html", context, status=status)


@does("indicator.agree", page=new)
def agree(request: Asked, priority_id: uuid.UUID) -> HttpResponse:
    """Agree on a measure of a priority."""
    priority = access.get(Priority, priority_id, request.actor)
    form = AgreeForm(request.POST, organisations=queries.organisations(for_=request.actor))
    if not form.is_valid():
        return _new(request, priority, form, NOT_VALID)
    data = form.cleaned_data
    made = indicators.agree(
        priority=priority,
        name=data["name"],
        description=data["description"],
        unit=Unit(data["unit"]),
        counted=data["counted"],
        direction=Direction(data["direction"]),
        sample=Sample(data["sample"]),
        owner=access.get(Organisation, uuid.UUID(data["owner"]), request.actor),
        source=data["source"],
        method=data["method"],
        caution=data["caution"],
        baseline=form.baseline,
        target=data["target"],
        language=request.LANGUAGE_CODE,
        by=request.actor,
    )
    return redirect("measure:indicator", made.id)
