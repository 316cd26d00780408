"""One policy, three questions, default deny."""

import uuid
from dataclasses import replace

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from commonground.kernel import access, ledger
from commonground.kernel.act import OutsideAnAct
from commonground.kernel.actions import NotALedgeredActor, OneSideAlone
from commonground.kernel.actor import Clock, Holder, Installer, Resident
from commonground.kernel.models import Party, Space
from commonground.kernel.refusals import Forbidden
from tests.kernel.conftest import holder_of, sql
from tests.kernel.trial import actions
from tests.kernel.trial.models import Meeting

pytestmark = pytest.mark.django_db


def shut(meeting: Meeting) -> None:
    """Close a meeting behind the kernel's back, as another process would have done meanwhile."""
    sql("UPDATE trial_meeting SET status = 'closed' WHERE thing_id = %s", meeting.id)


def test_nobody_may_what_no_rule_allows(meeting: Meeting, officer: Holder) -> None:
    assert not access.may(officer, "meeting.burn", meeting)
    assert not access.may(Resident(), "meeting.rename", meeting)


def test_a_holder_may_for_their_own_party_and_for_no_other(
    meeting: Meeting, officer: Holder, justice_worker: Holder
) -> None:
    assert access.may(officer, "meeting.rename", meeting)
    assert not access.may(justice_worker, "meeting.rename", meeting)
    with pytest.raises(Forbidden):
        actions.rename(meeting=meeting, name="Taken", by=justice_worker)


def test_a_holder_without_a_party_owns_nothing_that_has_no_owner(officer: Holder, db: None) -> None:
    unowned = actions.call(owner=None, name="Nobody's", by=Installer())
    assert not access.may(replace(officer, party=None), "meeting.rename", unowned)


def test_the_state_is_read_inside_the_transaction_and_not_from_a_stale_object(
    meeting: Meeting, officer: Holder
) -> None:
    stale = Meeting.objects.get(pk=meeting.pk)
    shut(meeting)
    assert stale.status == "open"
    with pytest.raises(Forbidden):
        actions.rename(meeting=stale, name="Too late", by=officer)


def test_may_and_which_ones_never_disagree(meeting: Meeting, officer: Holder, justice_worker: Holder) -> None:
    shut(actions.call(owner=meeting.owner, name="Shut", by=Installer()))
    for actor, names in (
        (Resident(), {"First"}),
        (justice_worker, {"First"}),
        (officer, {"First", "Shut"}),
        (Clock(), {"First"}),
    ):
        assert {row.name for row in access.visible(Meeting, actor)} == names


def test_what_an_actor_may_not_see_does_not_exist_for_them(meeting: Meeting, justice_worker: Holder) -> None:
    shut(meeting)
    for key in (meeting.id, uuid.uuid4()):
        with pytest.raises(Http404):
            access.get(Meeting, key, justice_worker)


def test_a_space_is_seen_by_its_own_party_alone(nation: Party, justice_worker: Holder, officer: Holder) -> None:
    space = Space.objects.create(owner=nation)
    ours = actions.call(owner=nation, name="Ours", by=Installer(), space=space.id)
    inside = replace(justice_worker, spaces=frozenset({space.id}))
    with pytest.raises(Forbidden):
        actions.rename(meeting=ours, name="Theirs", by=officer)
    assert access.visible(Meeting, inside).count() == 1
    assert access.visible(Meeting, officer).count() == 0
    assert access.visible(Meeting, Resident()).count() == 0


def test_fields_are_for_those_whom_a_rule_names(meeting: Meeting, officer: Holder, justice_worker: Holder) -> None:
    assert access.fields(officer, meeting) == {"secret"}
    assert access.fields(justice_worker, meeting) == frozenset()


def test_a_changed_row_outside_an_act_is_refused(meeting: Meeting) -> None:
    meeting.name = "Quietly"
    with pytest.raises(OutsideAnAct):
        meeting.save()
    with pytest.raises(OutsideAnAct):
        meeting.delete()
    with pytest.raises(OutsideAnAct):
        Meeting.objects.update(name="All")
    with pytest.raises(OutsideAnAct):
        Meeting.objects.all().delete()


def test_a_resident_never_enters_the_ledger(meeting: Meeting) -> None:
    before = ledger.head()
    with pytest.raises(NotALedgeredActor):
        actions.rename(meeting=meeting, name="Mine", by=Resident())
    assert ledger.head() == before


def test_two_who_act_together_are_both_asked_and_both_named(police: Party, nation: Party, officer: Holder) -> None:
    with pytest.raises(Forbidden):
        actions.join(party=police, by=(officer, holder_of(nation)))
    with pytest.raises(OneSideAlone):
        actions.join(party=police, by=(officer, holder_of(police)))
    last = ledger.last()
    assert last is not None
    assert (last.verb, last.role) == ("meeting.join refused", "seat+seat")
    assert last.party == f"{police.id.hex}+{police.id.hex}"


def test_a_route_answers_only_its_method_and_only_whom_its_rule_can_reach(rf: RequestFactory, officer: Holder) -> None:
    @access.does("meeting.rename")
    def view(request: object) -> HttpResponse:
        return HttpResponse("done")

    request = rf.post("/")
    request.actor = officer  # type: ignore[attr-defined]
    assert view(request).status_code == 200
    request = rf.get("/")
    request.actor = officer  # type: ignore[attr-defined]
    assert view(request).status_code == 405
    request = rf.post("/")
    request.actor = Resident()  # type: ignore[attr-defined]
    with pytest.raises(Http404):
        view(request)
