"""Results move in batches, hide small cells, and say when they cannot say."""

import random
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings

from commonground.analysis.opinion import StatementTally, Tally, analyse, from_polis
from commonground.kernel import clock
from commonground.kernel.actor import Clock, Installer, Resident
from commonground.listen import results, tasks
from commonground.listen.actions import conversations, imports, snapshots, voices
from commonground.listen.models import Choice, Conversation, Engagement, PendingVote, Snapshot, Voice
from tests.listen import cast
from tests.listen.test_journey import address


def two_camps(folder: Path, people: int = 120, statements: int = 20) -> Path:
    """An export with two camps: they differ on all statements but the last three, with which nearly all agree."""
    chance = random.Random(11)
    rows = ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
    rows += [f'1,,{number},0,0,0,1,"Statement {number} of the camps."' for number in range(statements)]
    (folder / "comments.csv").write_text("\n".join(rows))
    head = ["participant", *(str(number) for number in range(statements))]
    lines = [",".join(head)]
    for person in range(people):
        camp = 1 if person % 2 else -1
        votes = [camp if chance.random() < 0.85 else -camp for _ in range(statements - 3)]
        votes += [1 if chance.random() < 0.9 else -1 for _ in range(3)]
        lines.append(",".join([str(person), *(str(vote) for vote in votes)]))
    (folder / "participants-votes.csv").write_text("\n".join(lines))
    return folder


@pytest.fixture
def snapshot(conversation: Conversation, tmp_path: Path) -> Snapshot:
    imports.bring_in(conversation=conversation, directory=two_camps(tmp_path), by=Installer())
    return snapshots.make(conversation=conversation, by=Clock())


def votes_of(conversation: Conversation, voice: Voice, people: int) -> None:
    for _ in range(people):
        cast.vote(conversation, voice, Choice.AGREE)
    cast.seal(conversation)


def test_an_import_reaches_the_results_page(conversation: Conversation, snapshot: Snapshot) -> None:
    page = cast.browser().get(address("results", conversation.id)).content.decode()
    assert "n = 120 people" in page
    assert "Statement 19 of the camps." in page.split('id="ground"')[1].split('id="differ"')[0]
    assert "Group A agrees more than group B." in page or "Group B agrees more than group A." in page
    assert "no margin of error" in page
    assert "<svg" in page
    assert len(snapshot.results["groups"]) == 2


def test_the_results_are_those_that_the_export_gives_by_itself(
    conversation: Conversation, snapshot: Snapshot, tmp_path: Path
) -> None:
    alone = analyse(from_polis(tmp_path))
    numbers = {key.hex: number for key, number in Voice.objects.values_list("pk", "number")}
    ground = [(numbers[row["voice"]], row["direction"], row["low"]) for row in snapshot.results["common_ground"]]
    assert ground == [(row.statement, row.direction.value, round(row.low, 4)) for row in alone.common_ground]
    assert [group["size"] for group in snapshot.results["groups"]] == [group.size for group in alone.groups]
    assert len(ground) >= 3


def test_the_map_comes_as_files(conversation: Conversation, snapshot: Snapshot) -> None:
    drawing = cast.browser().get(address("map-svg", conversation.id))
    table = cast.browser().get(address("map-csv", conversation.id))
    assert drawing.content.startswith(b"<svg")
    assert b"120" in table.content


def test_before_the_first_results_the_page_says_when_they_come(conversation: Conversation) -> None:
    page = cast.browser().get(address("results", conversation.id)).content.decode()
    assert "No results yet" in page
    assert "at least ten people" in page


def test_results_do_not_move_for_nine_new_people(conversation: Conversation, host: cast.Member) -> None:
    said = cast.statement(conversation, "More light.", host)
    votes_of(conversation, said, 9)
    with pytest.raises(snapshots.TooFewNewPeople):
        snapshots.make(conversation=conversation, by=Clock())
    votes_of(conversation, said, 1)
    assert snapshots.make(conversation=conversation, by=Clock()).people == 10
    votes_of(conversation, said, 9)
    with pytest.raises(snapshots.TooFewNewPeople):
        snapshots.make(conversation=conversation, by=Clock())


def test_closing_works_out_the_last_results_and_ends_the_voting(
    conversation: Conversation, host: cast.Member, coordinator: cast.Member
) -> None:
    said = cast.statement(conversation, "More light.", host)
    cast.vote(conversation, said, Choice.AGREE)
    cast.browser(coordinator).post(address("close", conversation.id))
    assert Snapshot.objects.get().people == 1
    assert not PendingVote.objects.exists()
    with pytest.raises(conversations.NotOpen):
        cast.vote(conversation, said, Choice.AGREE, Resident())


def test_few_people_show_neither_tallies_nor_a_map(
    conversation: Conversation, host: cast.Member, coordinator: cast.Member
) -> None:
    said = cast.statement(conversation, "More light.", host)
    for _ in range(4):
        cast.vote(conversation, said, Choice.AGREE)
    conversations.close(conversation=conversation, by=coordinator.actor)
    stored = Snapshot.objects.get().results
    assert stored["tallies"] == {}
    assert stored["map"]["squares"] == []
    page = cast.browser().get(address("results", conversation.id)).content.decode()
    assert "Too few people to draw a map" in page


def test_a_snapshot_holds_no_person_no_text_and_no_small_cell(conversation: Conversation, snapshot: Snapshot) -> None:
    stored = str(snapshot.results)
    assert "of the camps" not in stored
    assert "members" not in stored
    assert all(count >= results.CELL for *_, count in snapshot.results["map"]["squares"])
    for row in snapshot.results["differences"]:
        for agreed, n in (row["by_group"] or {}).values():
            assert agreed >= results.CELL
            assert n - agreed >= results.CELL


@pytest.mark.parametrize(
    ("a", "b", "everyone"),
    [
        (Tally(20, 4, 0), Tally(6, 20, 0), Tally(26, 24, 0)),
        (Tally(20, 6, 0), Tally(6, 20, 0), Tally(28, 26, 0)),
        (Tally(20, 6, 0), Tally(6, 20, 0), Tally(32, 29, 0)),
    ],
)
def test_a_breakdown_with_a_small_cell_or_a_small_rest_is_not_shown(a: Tally, b: Tally, everyone: Tally) -> None:
    assert results.by_group(StatementTally("s", 1, everyone, {"A": a, "B": b})) is None


def test_a_breakdown_whose_cells_are_large_enough_is_shown() -> None:
    tally = StatementTally("s", 1, Tally(26, 26, 0), {"A": Tally(20, 6, 0), "B": Tally(6, 20, 0)})
    assert results.by_group(tally) == {"A": [20, 26], "B": [6, 26]}


def test_a_withdrawn_statement_leaves_the_results_page(
    conversation: Conversation, host: cast.Member, coordinator: cast.Member
) -> None:
    author = cast.resident(conversation)
    said = cast.statement(conversation, "Something I regret.", host, by=author)
    kept = cast.statement(conversation, "More light.", host)
    for _ in range(12):
        someone = cast.resident(conversation)
        cast.vote(conversation, said, Choice.AGREE, someone)
        cast.vote(conversation, kept, Choice.AGREE, someone)
    cast.seal(conversation)
    snapshots.make(conversation=conversation, by=Clock())
    page = address("results", conversation.id)
    assert "Something I regret." in cast.browser().get(page).content.decode()
    voices.withdraw(voice=Voice.objects.get(pk=said.id), by=author)
    shown = cast.browser().get(page, {"fresh": "1"}).content.decode()
    assert "Something I regret." not in shown
    assert "More light." in shown
    conversations.close(conversation=conversation, by=coordinator.actor)
    assert said.id.hex not in Snapshot.objects.order_by("-ordinal")[0].results["tallies"]


@override_settings(DEMO=True)
def test_a_day_seals_works_out_and_closes_what_is_past(
    conversation: Conversation, engagement: Engagement, host: cast.Member
) -> None:
    said = cast.statement(conversation, "More light.", host)
    for _ in range(10):
        cast.vote(conversation, said, Choice.AGREE)
    assert tasks.daily.call() == {"closed": 0, "sealed": 1, "results": 1}
    assert tasks.daily.call() == {"closed": 0, "sealed": 0, "results": 0}
    later = datetime.combine(engagement.closes + timedelta(days=1), datetime.min.time(), ZoneInfo("America/Toronto"))
    with clock.at(later):
        assert tasks.daily.call()["closed"] == 1
        assert tasks.daily.call() == {"closed": 0, "sealed": 0, "results": 0}
    assert Engagement.objects.get().closed == engagement.closes
    assert Conversation.objects.get().closed == engagement.closes
