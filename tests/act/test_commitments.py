"""Promises: an organisation speaks for itself, settles with something to show, and stays late where it was late."""

from datetime import timedelta

import pytest

from commonground.act.actions import commitments, evidence
from commonground.act.actions.commitments import AlreadyPromised, DueInThePast, DueTooFar, NothingToShow
from commonground.act.actions.evidence import AlreadyShown
from commonground.act.links import NoSuchLink, host_of
from commonground.act.models import Commitment, Evidence
from commonground.act.sentences import standing
from commonground.agree.models import Priority
from commonground.kernel import clock, thread
from commonground.kernel.actor import Holder, Installer, Resident, Role
from commonground.kernel.guard import TextBlocked
from commonground.kernel.models import Entry
from commonground.kernel.refusals import Forbidden
from commonground.listen.text import NothingSaid
from commonground.people.actions.organisations import enter
from tests.act.promised import LINK, a_promise, days_later, shown
from tests.agree import cast

pytestmark = pytest.mark.django_db


def test_a_promise_hangs_on_its_priority_and_leads_back_to_the_voices(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    kinds = [station.kind for station in thread.back([made.id], for_=Resident())]
    assert kinds == ["engagement", "conversation", "voice", "theme", "priority"]
    assert made.organisation_id == city.organisation


def test_a_seat_promises_for_its_own_organisation(town: cast.Town, priority: Priority) -> None:
    made = a_promise(priority, town.actor("health"))
    assert made.organisation == town.organisations["health"]


@pytest.mark.parametrize(
    ("role", "of"),
    [(Role.COORDINATOR, "city"), (Role.HOST, "city"), (Role.OFFICER, "police"), (Role.MANAGER, "police")],
)
def test_other_roles_promise_nothing(town: cast.Town, priority: Priority, role: Role, of: str) -> None:
    with pytest.raises(Forbidden):
        a_promise(priority, cast.member(town.organisations[of], role))
    assert not Commitment.objects.exists()


def test_a_steward_of_no_side_promises_nothing(town: cast.Town, priority: Priority) -> None:
    college = enter(name="College", party=None, language="en", by=Installer())
    with pytest.raises(Forbidden):
        a_promise(priority, cast.member(college, Role.STEWARD))


def test_the_police_cannot_settle_drop_or_dress_up_the_promise_of_another(
    priority: Priority, city: Holder, police: Holder
) -> None:
    made = a_promise(priority, city)
    shown(made, city)
    with pytest.raises(Forbidden):
        commitments.keep(commitment=made, by=police)
    with pytest.raises(Forbidden):
        commitments.drop(commitment=made, reason="No money.", language="en", by=police)
    with pytest.raises(Forbidden):
        shown(made, police, "https://police.example.org/")
    assert cast.fresh(made).status == "promised"
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize(("days", "refusal"), [(-1, DueInThePast), (365 * 6, DueTooFar)])
def test_a_promise_needs_a_day_somebody_can_hold_it_to(
    priority: Priority, city: Holder, days: int, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        a_promise(priority, city, days=days)
    assert not Commitment.objects.exists()


def test_a_form_sent_twice_makes_one_promise(priority: Priority, city: Holder) -> None:
    a_promise(priority, city)
    with pytest.raises(AlreadyPromised):
        a_promise(priority, city)
    assert Commitment.objects.count() == 1


def test_a_promise_without_anything_to_show_is_not_kept(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    with pytest.raises(NothingToShow):
        commitments.keep(commitment=made, by=city)
    shown(made, city)
    kept = commitments.keep(commitment=made, by=city)
    assert (kept.status, standing(kept)) == ("kept", "kept in time")
    assert Entry.objects.filter(verb="commitment.keep refused").count() == 1


def test_a_promise_is_late_from_the_day_after_its_day(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city, days=10)
    with days_later(10):
        assert (made.is_late, standing(made)) == (False, "due today")
    with days_later(11):
        assert (made.is_late, standing(made)) == (True, "late by 1 day")


def test_keeping_a_late_promise_does_not_erase_that_it_was_late(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city, days=10)
    with days_later(14):
        shown(made, city)
        kept = commitments.keep(commitment=made, by=city)
    with days_later(60):
        assert standing(kept) == "kept 4 days late"


def test_giving_up_needs_a_reason_and_stays_late(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city, days=1)
    with pytest.raises(NothingSaid):
        commitments.drop(commitment=made, reason=" ", language="en", by=city)
    with days_later(3):
        dropped = commitments.drop(commitment=made, reason="The grant fell through.", language="en", by=city)
    assert standing(dropped) == "given up 2 days after it was due"
    assert cast.fresh(made).reason == "The grant fell through."


def test_what_is_settled_is_settled_once(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    shown(made, city)
    commitments.keep(commitment=made, by=city)
    with pytest.raises(Forbidden):
        commitments.keep(commitment=made, by=city)
    with pytest.raises(Forbidden):
        commitments.drop(commitment=made, reason="After all not.", language="en", by=city)
    assert cast.fresh(made).status == "kept"


def test_a_dropped_promise_gets_no_more_evidence(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    commitments.drop(commitment=made, reason="The grant fell through.", language="en", by=city)
    with pytest.raises(Forbidden):
        shown(made, city)


def test_evidence_is_shown_once_and_hangs_on_its_promise(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    shown(made, city)
    with pytest.raises(AlreadyShown):
        shown(made, city)
    assert [station.kind for station in thread.forward([made.id], for_=Resident())] == ["evidence"]


@pytest.mark.parametrize(
    "link",
    [
        "http://city.example.org/",
        "HTTPS://city.example.org/",
        "javascript:alert(1)",
        "//city.example.org/",
        "https://",
        "https://localhost/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://city.example.org:8443/",
        "https://city.example.org:port/",
        "https://name:secret@city.example.org/",
        "https://city.example.org@evil.example/",
        "https://city.example.org\\@evil.example/",
        "https://city.example.org/a b",
        "https://city.example.org/\u202egnp.exe",
        "https://cіty.example.org/",
        "https://city.example.org/" + "a" * 500,
    ],
)
def test_a_link_that_could_mislead_or_reach_inside_is_refused(priority: Priority, city: Holder, link: str) -> None:
    made = a_promise(priority, city)
    with pytest.raises(NoSuchLink):
        shown(made, city, link)
    assert not Evidence.objects.exists()


def test_a_plain_link_shows_the_site_it_leads_to() -> None:
    assert host_of(LINK) == "city.example.org"


def test_evidence_that_would_identify_somebody_is_not_stored(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    with pytest.raises(TextBlocked):
        evidence.show(commitment=made, sentence="Call 613 555 0142 to see it.", link=LINK, language="en", by=city)
    assert not Evidence.objects.exists()


def test_the_due_day_stands_as_promised(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city, days=10)
    with days_later(14):
        shown(made, city)
        commitments.keep(commitment=made, by=city)
    assert cast.fresh(made).due == clock.today() + timedelta(days=10)
