"""The results of a conversation, and its map as files."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from commonground.kernel.access import sees
from commonground.listen.queries import conversations, results
from commonground.listen.views.requests import Request, conversation_of
from commonground.ui.charts import Chart, as_csv, standalone


@sees("snapshot")
def show(request: Request, conversation_id: UUID) -> HttpResponse:
    """Where people stand together, where they differ, and who took part, as of a day."""
    found = conversation_of(request, conversation_id)
    page = {
        "page": conversations.page_of(found),
        "results": results.results_of(found, for_=request.actor, page=request.GET.get("page", "1")),
    }
    return render(request, "listen/results.html", page)


@sees("snapshot")
def map_csv(request: Request, conversation_id: UUID) -> HttpResponse:
    """The map's table as CSV."""
    return _file(as_csv(_map(request, conversation_id)), "text/csv; charset=utf-8", "map.csv")


@sees("snapshot")
def map_svg(request: Request, conversation_id: UUID) -> HttpResponse:
    """The map as a drawing of its own."""
    return _file(standalone(_map(request, conversation_id)), "image/svg+xml", "map.svg")


def _map(request: Request, conversation_id: UUID) -> Chart:
    chart = results.map_of(conversation_of(request, conversation_id), for_=request.actor)
    if chart is None:
        raise Http404
    return chart


def _file(text: str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(text, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
