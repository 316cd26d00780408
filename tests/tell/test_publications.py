"""Reports: frozen on their day, leading back to voices, and taken back only in public."""

import json
from datetime import timedelta

import pytest
from django.db import connection

from commonground.act.actions import commitments, evidence
from commonground.kernel import clock, ledger, thread
from commonground.kernel.actor import PartyKind, Resident, Role
from commonground.kernel.refusals import Forbidden
from commonground.kernel.verify import verify
from commonground.listen.actions import themes, voices
from commonground.listen.models import Choice, PendingVote
from commonground.tell.actions import publications
from commonground.tell.actions.publications import AlreadyTold, NothingToTell
from commonground.tell.content import Standing, Told
from commonground.tell.frozen import NotTheFormat, from_plain, to_plain
from commonground.tell.gathering import gather
from commonground.tell.models import Publication
from tests.listen import cast as listening
from tests.measure.cast import Member, Town, indicator, reading


def publish(town: Town, title: str = "The loop, this season", by: Member | None = None) -> Publication:
    return publications.publish(
        engagement=town.engagement,
        title=title,
        summary="People asked for light.",
        language="en",
        by=(by or town.coordinator).actor,
    )


def told_in(publication: Publication) -> Told:
    read: Told = from_plain(Told, publication.content)
    return read


def test_a_report_tells_what_was_said_agreed_done_and_changed(town: Town) -> None:
    reading(indicator(town), town.steward)
    before = ledger.head()
    told = told_in(publish(town))
    assert (told.ledger.length, told.ledger.hash) == (before.length, before.hash)
    assert [(each.name.text, each.voices) for each in told.themes] == [("Light at the loop", 5)]
    assert [(each.ayes, each.nays, [no.reason for no in each.dissent]) for each in told.priorities] == [
        (2, 1, ["Lamps are not our budget."])
    ]
    assert [(each.body.name, each.standing) for each in told.commitments] == [("Police service", Standing.UNDER_WAY)]
    assert [
        (str(each.baseline.value), str(each.last.value)) for each in told.indicators if each.baseline and each.last
    ] == [("3.40", "5.10")]


def test_a_report_is_threaded_to_all_it_tells_of_and_back_to_every_voice(town: Town) -> None:
    measured = indicator(town)
    report = publish(town)
    back = {each.id for each in thread.back([report.id], for_=Resident())}
    assert {town.theme.id, town.priority.id, town.promise.id, measured.id} <= back
    assert {voice.id for voice in town.voices} <= back
    assert report.id in {each.id for each in thread.forward([town.voices[0].id], for_=Resident())}


def test_nothing_that_happens_later_alters_a_report(town: Town) -> None:
    measured = indicator(town)
    report = publish(town)
    frozen = json.dumps(report.content, sort_keys=True)
    reading(measured, town.steward)
    evidence.show(
        commitment=town.promise, sentence="Walked.", link="https://example.org/", language="en", by=town.police.actor
    )
    commitments.keep(commitment=town.promise, by=town.police.actor)
    themes.name(
        engagement=town.engagement,
        name="Buses",
        description="The last bus.",
        conversation=town.conversation,
        language="en",
        by=town.coordinator.actor,
    )
    report.refresh_from_db()
    assert json.dumps(report.content, sort_keys=True) == frozen
    now = gather(town.engagement).told
    assert len(now.themes) == 2
    assert now.commitments[0].standing is Standing.KEPT


def test_a_report_never_holds_the_text_of_a_resident(town: Town) -> None:
    held = json.dumps(publish(town).content, ensure_ascii=False)
    assert not [voice.text for voice in town.voices if voice.text in held]
    assert town.voices[0].id.hex in held


def test_a_theme_of_fewer_than_five_voices_is_told_without_a_number(town: Town) -> None:
    small = themes.name(
        engagement=town.engagement,
        name="Cameras",
        description="For and against.",
        conversation=town.conversation,
        language="en",
        by=town.coordinator.actor,
    )
    themes.assign(theme=small, voices=town.voices[:4], by=town.coordinator.actor)
    voices_told = {each.name.text: each.voices for each in gather(town.engagement).told.themes}
    assert voices_told == {"Light at the loop": 5, "Cameras": None}


def test_a_statement_that_was_withdrawn_counts_no_more(town: Town) -> None:
    author = listening.resident(town.conversation)
    said = listening.statement(town.conversation, "Shut the loop at night.", town.host, by=author)
    themes.assign(theme=town.theme, voices=[said], by=town.coordinator.actor)
    assert gather(town.engagement).told.themes[0].voices == 6
    voices.withdraw(voice=said, by=author)
    assert gather(town.engagement).told.themes[0].voices == 5


def test_publishing_seals_what_residents_did_before(town: Town) -> None:
    listening.vote(town.conversation, town.voices[0], Choice.AGREE)
    assert PendingVote.objects.exists()
    publish(town)
    assert not PendingVote.objects.exists()


def test_only_the_coordinator_of_the_engagement_publishes_and_takes_back(town: Town) -> None:
    elsewhere = listening.member(listening.organisation("Another office", PartyKind.AUTHORITY), Role.COORDINATOR)
    for somebody in (town.police, town.host, town.steward, elsewhere):
        with pytest.raises(Forbidden):
            publish(town, by=somebody)
    report = publish(town)
    for somebody in (town.police, town.host, town.steward, elsewhere):
        with pytest.raises(Forbidden):
            publications.withdraw(publication=report, reason="We dislike it.", by=somebody.actor)
    report.refresh_from_db()
    assert report.withdrawn is None


def test_a_form_sent_twice_makes_one_report(town: Town) -> None:
    publish(town)
    with pytest.raises(AlreadyTold):
        publish(town)
    assert Publication.objects.count() == 1


def test_an_engagement_without_a_theme_has_nothing_to_tell(town: Town) -> None:
    empty = listening.engagement(town.coordinator, town.host, title="Benches")
    with pytest.raises(NothingToTell):
        publications.publish(
            engagement=empty, title="Benches", summary="Nothing.", language="en", by=town.coordinator.actor
        )


def test_a_report_is_taken_back_once_and_keeps_its_content_for_the_ledger(town: Town) -> None:
    report = publish(town)
    content = report.content
    publications.withdraw(publication=report, reason="Two figures were mixed up.", by=town.coordinator.actor)
    with pytest.raises(Forbidden):
        publications.withdraw(publication=report, reason="Again.", by=town.coordinator.actor)
    report.refresh_from_db()
    assert (report.withdrawn, report.reason, report.content) == (clock.today(), "Two figures were mixed up.", content)


def test_a_late_promise_is_told_as_late(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    later = clock.today() + timedelta(days=39)
    monkeypatch.setattr(clock, "today", lambda: later)
    told = gather(town.engagement).told.commitments[0]
    assert (told.standing, told.days_late) == (Standing.LATE, 9)


def test_a_stored_report_reads_back_as_it_was_and_refuses_another_shape(town: Town) -> None:
    reading(indicator(town), town.steward)
    told = gather(town.engagement).told
    plain = json.loads(json.dumps(to_plain(told)))
    assert from_plain(Told, plain) == told
    del plain["ledger"]["hash"]
    with pytest.raises(NotTheFormat):
        from_plain(Told, plain)


def test_a_reading_or_a_report_edited_behind_the_house_is_named_by_the_verifier(town: Town) -> None:
    made = reading(indicator(town), town.steward)
    entered = ledger.head().length
    report = publish(town)
    assert verify().faults == ()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE measure_reading SET value = 9.9 WHERE day = %s", [made.day])
        cursor.execute("UPDATE tell_publication SET summary = 'All is well.'")
    assert {fault.number for fault in verify().faults} == {entered, ledger.head().length}
    report.refresh_from_db()
    assert report.summary == "All is well."
