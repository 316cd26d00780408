"""The chain: what SQL does behind its back is named; what it cannot see without a saved head, it says."""

import json
from pathlib import Path

import pytest
from django.db import DatabaseError

from commonground.kernel import ledger
from commonground.kernel.actor import Holder, Installer
from commonground.kernel.models import Chain, Entry, Leaf, Party, Space
from commonground.kernel.verify import Verdict, lines, verify
from tests.kernel.conftest import sql
from tests.kernel.trial import actions
from tests.kernel.trial.models import Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def five(police: Party) -> list[Meeting]:
    """Five meetings: entries 2 to 6, after the party's."""
    return [actions.call(owner=police, name=f"Meeting {n}", by=Installer()) for n in range(5)]


def named(verdict: Verdict) -> set[int]:
    return {fault.number for fault in verdict.faults}


def test_an_untouched_installation_has_no_faults_and_every_row_has_its_leaf(five: list[Meeting]) -> None:
    verdict = verify()
    assert verdict.faults == ()
    assert (verdict.entries, verdict.rows) == (6, 6)
    assert any("cannot exclude" in line for line in lines(verdict))


def test_an_edited_entry_is_named(five: list[Meeting]) -> None:
    sql("UPDATE kernel_entry SET verb = 'meeting.praise' WHERE number = 3")
    assert named(verify()) == {3}


def test_an_entry_edited_with_a_fitting_hash_is_named_by_the_next_one(five: list[Meeting]) -> None:
    entry = Entry.objects.get(number=3)
    entry.verb = "meeting.praise"
    entry.hash = ledger.entry_hash(entry)
    Entry.objects.filter(pk=entry.pk).update(verb=entry.verb, hash=entry.hash)
    assert named(verify()) == {4}


def test_a_deleted_entry_is_named_with_the_gap(five: list[Meeting]) -> None:
    sql("DELETE FROM kernel_entry WHERE number = 4")
    faults = verify().faults
    assert any(fault.number == 4 and "Missing: 4." in fault.sentence for fault in faults)


def test_two_entries_that_changed_places_are_named(five: list[Meeting]) -> None:
    sql("UPDATE kernel_entry SET number = 99 WHERE number = 3")
    sql("UPDATE kernel_entry SET number = 3 WHERE number = 4")
    sql("UPDATE kernel_entry SET number = 4 WHERE number = 99")
    assert {3, 4} <= named(verify())


def test_a_changed_row_is_named_by_the_entry_that_wrote_it(five: list[Meeting]) -> None:
    sql("UPDATE trial_meeting SET name = 'Never met' WHERE thing_id = %s", five[2].id)
    assert named(verify()) == {4}


def test_a_changed_language_or_space_of_a_thing_is_named_too(five: list[Meeting]) -> None:
    sql("UPDATE kernel_thing SET language = 'fr' WHERE id = %s", five[0].id)
    assert named(verify()) == {2}


def test_a_row_that_sql_deleted_is_named_by_its_last_entry(five: list[Meeting]) -> None:
    actions.rename(meeting=five[1], name="Renamed", by=Installer())
    sql("DELETE FROM trial_meeting WHERE thing_id = %s", five[1].id)
    assert named(verify()) == {7}


def test_a_row_that_no_act_wrote_is_found(five: list[Meeting]) -> None:
    sql("DELETE FROM kernel_leaf WHERE row = %s", five[4].id.hex)
    assert any("stands without any entry" in fault.sentence for fault in verify().faults)


def test_a_deleted_row_leaves_an_entry_and_no_fault(five: list[Meeting]) -> None:
    actions.scrap(meeting=five[0], by=Installer())
    assert verify().faults == ()


def test_truncation_is_found_against_a_saved_head_and_only_then_when_done_thoroughly(five: list[Meeting]) -> None:
    saved = ledger.read_head(ledger.sign(ledger.head()))
    last = Entry.objects.get(number=6)
    before = Entry.objects.get(number=5)
    sql("DELETE FROM trial_meeting WHERE thing_id = %s", five[4].id)
    Leaf.objects.filter(entry=last).delete()
    last.delete()
    Chain.objects.update(length=5, head=before.hash)

    assert verify().faults == ()
    assert any("cannot exclude" in line for line in lines(verify()))
    assert [(fault.number, "cut off" in fault.sentence) for fault in verify(saved).faults] == [(6, True)]


def test_a_chain_rebuilt_with_valid_hashes_is_refused_against_the_saved_head(five: list[Meeting]) -> None:
    saved = ledger.read_head(ledger.sign(ledger.head()))
    previous = bytes(32)
    for entry in Entry.objects.order_by("number"):
        entry.role = "clock"
        entry.previous = previous
        entry.hash = previous = ledger.entry_hash(entry)
        entry.save()
    Chain.objects.update(head=previous)

    assert verify().faults == ()
    assert [(fault.number, "rebuilt" in fault.sentence) for fault in verify(saved).faults] == [(6, True)]


def test_a_head_that_grew_since_still_proves_the_past(five: list[Meeting]) -> None:
    saved = ledger.read_head(ledger.sign(ledger.head()))
    actions.rename(meeting=five[0], name="Later", by=Installer())
    assert verify(saved).faults == ()


@pytest.mark.parametrize("part", ["length", "hash", "day", "space", "signature"])
def test_a_head_changed_in_any_part_is_refused(five: list[Meeting], part: str) -> None:
    found = json.loads(ledger.sign(ledger.head()))
    found[part] = {"length": 5, "hash": "00" * 32, "day": "2000-01-01", "space": "1" * 32, "signature": "AAAA"}[part]
    with pytest.raises(ledger.HeadRefused):
        ledger.read_head(json.dumps(found))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"length": "x"}', "null", "\x00"])
def test_a_file_that_is_no_head_is_refused(db: None, text: str) -> None:
    with pytest.raises(ledger.HeadRefused):
        ledger.read_head(text)


def test_redaction_keeps_the_chain_whole_and_is_counted(five: list[Meeting]) -> None:
    ledger.redact([five[0]])
    sql("UPDATE trial_meeting SET name = '' WHERE thing_id = %s", five[0].id)
    verdict = verify()
    assert (verdict.faults, verdict.redacted) == ((), 1)


def test_a_change_and_its_entry_stand_or_fall_together(
    meeting: Meeting, officer: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise DatabaseError

    before = ledger.head()
    monkeypatch.setattr(Leaf.objects, "bulk_create", broken)
    with pytest.raises(ledger.LedgerUnavailable):
        actions.rename(meeting=meeting, name="Other", by=officer)

    meeting.refresh_from_db()
    assert meeting.name == "First"
    assert ledger.head() == before


def test_a_refused_act_leaves_no_change_and_stays_on_record(meeting: Meeting, officer: Holder) -> None:
    with pytest.raises(actions.NoSuchName):
        actions.rename(meeting=meeting, name="nameless", by=officer)

    meeting.refresh_from_db()
    last = ledger.last()
    assert meeting.name == "First"
    assert last is not None
    assert (last.verb, last.role, last.thing) == ("meeting.rename refused", "seat", meeting.id.hex)
    assert verify().faults == ()


def test_an_entry_names_role_and_party_and_never_the_content(meeting: Meeting, officer: Holder) -> None:
    actions.rename(meeting=meeting, name="A sentence nobody should find", by=officer)
    last = ledger.last()
    assert last is not None
    assert (last.role, last.party) == ("seat", officer.party.hex if officer.party else "")
    columns = [str(getattr(last, field.attname)) for field in Entry._meta.fields]
    leaves = [bytes(leaf.digest) for leaf in last.leaves.all()]
    assert "sentence" not in " ".join(columns)
    assert leaves


def test_each_space_has_its_own_chain(nation: Party, justice_worker: Holder) -> None:
    space = Space.objects.create(owner=nation)
    before = ledger.head()
    actions.call(owner=nation, name="Ours", by=Installer(), space=space.id)
    assert ledger.head() == before
    assert ledger.head(space.id).length == 1
    assert verify().faults == ()


def test_the_key_that_signs_heads_is_not_in_the_database(five: list[Meeting], settings: object) -> None:
    folder = Path(settings.KEYS)  # type: ignore[attr-defined]
    assert (folder / "ledger.key").stat().st_mode & 0o077 == 0
