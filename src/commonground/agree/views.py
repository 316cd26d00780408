"""The pages of tables, motions and priorities."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from commonground.agree import queries
from commonground.agree.actions import motions, priorities
from commonground.agree.asked import Asked
from commonground.agree.forms import MotionForm, VoteForm
from commonground.agree.models import Motion
from commonground.agree.rule import Choice
from commonground.kernel import access
from commonground.kernel.access import anyone, does, seat_at, sees
from commonground.kernel.actor import Holder
from commonground.listen.models import Theme
from commonground.people.models import Table


@sees(anyone)
def index(request: Asked) -> HttpResponse:
    """What was agreed, what is being voted on, and who sits at the tables."""
    return render(request, "agree/index.html", {"agreed": queries.index(for_=request.actor)})


@sees("table")
def table(request: Asked, table_id: uuid.UUID) -> HttpResponse:
    """One table: its seats, its rule, its motions and priorities."""
    return render(request, "agree/table.html", {"page": queries.table_page(table_id, for_=request.actor)})


@sees("priority")
def priority(request: Asked, priority_id: uuid.UUID) -> HttpResponse:
    """One priority: where it came from, who disagreed, and what became of it."""
    return render(request, "agree/priority.html", {"page": queries.priority_page(priority_id, for_=request.actor)})


@sees("motion")
def motion(request: Asked, motion_id: uuid.UUID) -> HttpResponse:
    """One motion: who voted how and why, and the form for those who may."""
    return _motion(request, motion_id, None)


def _motion(request: Asked, motion_id: uuid.UUID, form: VoteForm | None) -> HttpResponse:
    page = queries.motion_page(motion_id, for_=request.actor)
    mine = page.ways.mine
    stands = {"choice": mine.choice.value, "reason": mine.reason or ""} if mine else {}
    shown = form or VoteForm(initial=stands | request.POST.dict())
    status = 422 if form else 200
    return render(request, "agree/motion.html", {"page": page, "form": shown}, status=status)


@does("motion.vote", page=motion)
def vote(request: Asked, motion_id: uuid.UUID) -> HttpResponse:
    """Cast or change the ballot of one's seat."""
    put = access.get(Motion, motion_id, request.actor)
    form = VoteForm(request.POST)
    if not form.is_valid():
        return _motion(request, motion_id, form)
    motions.vote(
        motion=put,
        choice=Choice(form.cleaned_data["choice"]),
        reason=form.cleaned_data["reason"],
        language=request.LANGUAGE_CODE,
        by=request.actor,
    )
    return redirect("agree:motion", motion_id)


@does("motion.close", page=motion)
def close(request: Asked, motion_id: uuid.UUID) -> HttpResponse:
    """End the vote on a motion."""
    motions.close(motion=access.get(Motion, motion_id, request.actor), by=request.actor)
    return redirect("agree:motion", motion_id)


@does("priority.adopt", page=motion)
def adopt(request: Asked, motion_id: uuid.UUID) -> HttpResponse:
    """Make the theme of a carried motion a priority."""
    adopted = priorities.adopt(motion=access.get(Motion, motion_id, request.actor), by=request.actor)
    return redirect("agree:priority", adopted.id)


@sees(seat_at("", chairing=True))
def put(request: Asked, theme_id: uuid.UUID) -> HttpResponse:
    """The form with which a chair puts a theme to the table."""
    return _put(request, theme_id, MotionForm(initial=request.POST.dict()))


def _put(request: Asked, theme_id: uuid.UUID, form: MotionForm) -> HttpResponse:
    page = queries.put_page(theme_id, _table_of(request), for_=request.actor)
    status = 422 if form.errors else 200
    return render(request, "agree/put.html", {"page": page, "form": form}, status=status)


@does("motion.open", page=put)
def open_motion(request: Asked, theme_id: uuid.UUID) -> HttpResponse:
    """Open a motion on a theme at the chair's own table."""
    raised = access.get(Theme, theme_id, request.actor)
    seated = access.get(Table, _table_of(request), request.actor)
    form = MotionForm(request.POST)
    if not form.is_valid():
        return _put(request, theme_id, form)
    opened = motions.open_(
        table=seated,
        theme=raised,
        wording=form.cleaned_data["wording"],
        language=request.LANGUAGE_CODE,
        by=request.actor,
    )
    return redirect("agree:motion", opened.id)


def _table_of(request: Asked) -> uuid.UUID:
    """The table of the seat that the person acts in; a key of no table when it is no seat."""
    found = request.actor.table if isinstance(request.actor, Holder) else None
    return found or uuid.UUID(int=0)
