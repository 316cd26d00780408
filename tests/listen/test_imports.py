"""A conversation brought over from Polis: every last vote, or nothing at all."""

import csv
import random
from collections import Counter
from pathlib import Path

import pytest

from commonground.analysis.opinion import PolisError, read_votes
from commonground.kernel import ledger, seals
from commonground.kernel.actor import Installer
from commonground.kernel.models import Participant, Thing
from commonground.kernel.refusals import Forbidden
from commonground.kernel.verify import verify
from commonground.listen.actions import imports
from commonground.listen.models import Conversation, SealedVote, StagedVote, Voice
from tests.listen import cast

HEAD = ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]

pytestmark = pytest.mark.both


def export(folder: Path, *, people: int = 40, statements: int = 12, broken: str = "") -> Path:
    """A small export: a log with changed votes, one rejected statement and one that names a telephone."""
    chance = random.Random(7)
    with (folder / "comments.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEAD)
        for number in range(statements):
            text = "Call 613 555 0199 about the light." if number == 3 else f"Statement number {number},\nin two lines."
            rows.writerow([1, "", number, 0, 0, 0, -1 if number == 2 else 1, text])
    with (folder / "votes.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["timestamp", "datetime", "comment-id", "voter-id", "vote"])
        for time in range(people * statements):
            rows.writerow([time, "", chance.randrange(statements), chance.randrange(people), chance.choice([-1, 0, 1])])
        if broken:
            rows.writerow([1, "", 0, 1, broken])
    return folder


def test_every_last_vote_of_the_export_stands_after_the_import(conversation: Conversation, tmp_path: Path) -> None:
    report = imports.bring_in(conversation=conversation, directory=export(tmp_path), by=Installer())
    wanted = sorted((vote.statement, vote.value) for vote in read_votes(tmp_path))
    numbers = dict(Voice.objects.values_list("pk", "number"))
    standing = seals.standing(conversation, SealedVote).values_list("subject_id", "value")
    assert sorted((numbers[subject], value) for subject, value in standing) == wanted
    assert report.votes == len(wanted)
    assert (report.statements, report.rejected, report.quarantined) == (12, 1, 1)
    assert report.people == Participant.objects.filter(container=conversation.thing, imported=True).count()
    assert verify().faults == ()


def test_each_persons_votes_stay_together(conversation: Conversation, tmp_path: Path) -> None:
    imports.bring_in(conversation=conversation, directory=export(tmp_path), by=Installer())
    wanted: dict[str, set[tuple[int, int]]] = {}
    for vote in read_votes(tmp_path):
        wanted.setdefault(vote.participant, set()).add((vote.statement, vote.value))
    numbers = dict(Voice.objects.values_list("pk", "number"))
    found: dict[object, set[tuple[int | None, int | None]]] = {}
    for person, subject, value in SealedVote.objects.values_list("participant_id", "subject_id", "value"):
        found.setdefault(person, set()).add((numbers[subject], value))
    assert Counter(map(frozenset, found.values())) == Counter(map(frozenset, wanted.values()))


def test_an_import_is_one_entry_and_one_seal(conversation: Conversation, tmp_path: Path) -> None:
    before = ledger.head().length
    imports.bring_in(conversation=conversation, directory=export(tmp_path), by=Installer())
    assert ledger.head().length == before + 1
    assert len(set(SealedVote.objects.values_list("seal", flat=True))) == 1
    assert not StagedVote.objects.exists()


@pytest.mark.parametrize("broken", ["2", "yes", ""])
def test_a_broken_file_leaves_nothing_and_names_the_place(
    conversation: Conversation, tmp_path: Path, broken: str
) -> None:
    export(tmp_path, broken=broken or " ")
    things = Thing.objects.count()
    with pytest.raises(PolisError) as error:
        imports.bring_in(conversation=conversation, directory=tmp_path, by=Installer())
    assert (error.value.file, error.value.line, error.value.column) == ("votes.csv", 40 * 12 + 2, "vote")
    assert Thing.objects.count() == things
    assert not StagedVote.objects.exists()
    assert not SealedVote.objects.exists()


def test_a_matrix_that_breaks_in_its_last_row_leaves_nothing(
    conversation: Conversation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "CHUNK", 10)
    export(tmp_path)
    (tmp_path / "votes.csv").unlink()
    lines = ["participant,0,1,2", *(f"{person},1,-1,0" for person in range(50)), "50,1,9,0"]
    (tmp_path / "participants-votes.csv").write_text("\n".join(lines))
    staged: list[int] = []
    with pytest.raises(PolisError, match="line 52"):
        imports.bring_in(conversation=conversation, directory=tmp_path, by=Installer(), progress=staged.append)
    assert staged[-1] == 150
    assert not StagedVote.objects.exists()
    assert not Voice.objects.exists()


def test_a_second_import_is_refused(conversation: Conversation, tmp_path: Path) -> None:
    imports.bring_in(conversation=conversation, directory=export(tmp_path), by=Installer())
    with pytest.raises(imports.NotEmpty):
        imports.bring_in(conversation=conversation, directory=tmp_path, by=Installer())
    assert Voice.objects.count() == 12


def test_residents_and_the_police_import_nothing(
    conversation: Conversation, tmp_path: Path, officer: cast.Member
) -> None:
    export(tmp_path)
    for who in (cast.resident(conversation), officer.actor):
        with pytest.raises(Forbidden):
            imports.bring_in(conversation=conversation, directory=tmp_path, by=who)


def test_a_statement_that_the_guard_stops_waits_for_the_host(
    conversation: Conversation, tmp_path: Path, host: cast.Member
) -> None:
    imports.bring_in(conversation=conversation, directory=export(tmp_path), by=Installer())
    held = Voice.objects.get(number=3)
    assert held.status == Voice.Status.QUARANTINED
    assert cast.browser().get(f"/en/listen/voice/{held.id}/").status_code == 404
    waiting = cast.browser(host).get(f"/en/listen/{conversation.engagement_id}/waiting/").content.decode()
    assert "613 555 0199" in waiting
