"""A vote counts once, changes, goes back, and is sealed once a day."""

import pytest

from commonground.kernel import seals
from commonground.kernel.actor import Clock, Resident
from commonground.kernel.verify import verify
from commonground.listen.actions import conversations, voices, votes
from commonground.listen.models import Choice, Conversation, PendingVote, SealedVote, Voice
from tests.listen import cast


@pytest.fixture
def lit(conversation: Conversation, host: cast.Member) -> Voice:
    return cast.statement(conversation, "The loop is too dark after nine.", host)


def values(conversation: Conversation) -> list[int | None]:
    return list(seals.standing(conversation, SealedVote).values_list("value", flat=True))


def test_a_vote_sent_twice_is_one_vote(conversation: Conversation, lit: Voice) -> None:
    someone = cast.resident(conversation)
    cast.vote(conversation, lit, Choice.AGREE, someone)
    cast.vote(conversation, lit, Choice.AGREE, someone)
    cast.seal(conversation)
    assert values(conversation) == [1]
    assert not PendingVote.objects.exists()


def test_the_last_vote_stands_before_and_after_the_seal(conversation: Conversation, lit: Voice) -> None:
    someone = cast.resident(conversation)
    cast.vote(conversation, lit, Choice.AGREE, someone)
    cast.vote(conversation, lit, Choice.PASS, someone)
    cast.seal(conversation)
    assert values(conversation) == [0]
    cast.vote(conversation, lit, Choice.DISAGREE, someone)
    cast.seal(conversation)
    assert values(conversation) == [-1]
    assert SealedVote.objects.count() == 2
    assert verify().faults == ()


def test_a_vote_taken_back_leaves_only_its_leaf(conversation: Conversation, lit: Voice) -> None:
    someone = cast.resident(conversation)
    cast.vote(conversation, lit, Choice.AGREE, someone)
    cast.seal(conversation)
    votes.take_back(conversation=conversation, voice=lit, by=someone)
    cast.seal(conversation)
    assert values(conversation) == []
    assert not SealedVote.objects.exclude(value=None).exists()
    assert verify().faults == ()


def test_nobody_votes_without_having_begun(conversation: Conversation, lit: Voice) -> None:
    with pytest.raises(conversations.NotBegun):
        votes.cast(conversation=conversation, voice=lit, choice=Choice.AGREE, by=Resident())


def test_a_statement_that_waits_is_not_open_to_votes(conversation: Conversation) -> None:
    said = voices.record(conversation=conversation, text="More light.", language="en", by=cast.resident(conversation))
    with pytest.raises(votes.NotVotable):
        cast.vote(conversation, said, Choice.AGREE)


def test_a_seal_attests_what_was_said_and_the_ledger_still_holds(conversation: Conversation) -> None:
    someone = cast.resident(conversation)
    said = voices.record(conversation=conversation, text="More light.", language="en", by=someone)
    assert verify().faults == ()
    assert Voice.objects.filter(awaits_seal=True).exists()
    cast.seal(conversation)
    assert not Voice.objects.filter(awaits_seal=True).exists()
    voices.withdraw(voice=said, by=someone)
    assert verify().faults == ()
    cast.seal(conversation)
    assert verify().faults == ()


def test_a_seal_of_nothing_is_refused(conversation: Conversation) -> None:
    with pytest.raises(conversations.NothingToSeal):
        conversations.seal(conversation=conversation, by=Clock())
