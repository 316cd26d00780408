"""Twelve words: found in any spelling, by nobody without the key, joined with nothing."""

import unicodedata
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonground.kernel import receipts
from commonground.kernel.models import Participant, Receipt
from tests.kernel.trial.models import Meeting

OTHER = uuid.UUID(int=7)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_words_open_the_receipt_in_any_case_spacing_and_accent(language: str) -> None:
    minted = receipts.mint(language)
    stripped = "".join(c for c in unicodedata.normalize("NFD", minted.words) if not unicodedata.combining(c))
    for typed in (minted.words, minted.words.upper(), f"  {stripped}\n", minted.words.replace(" ", ", ")):
        assert receipts.open_(typed) == minted.entropy


@settings(max_examples=50)
@given(entropy=st.binary(min_size=16, max_size=16), language=st.sampled_from(["en", "fr"]))
def test_words_and_entropy_are_two_spellings_of_one_thing(entropy: bytes, language: str) -> None:
    assert receipts.read(receipts.spell(entropy, language)) == entropy


def test_a_word_that_is_not_on_the_list_is_named_with_its_neighbours() -> None:
    words = receipts.spell(bytes(16), "en").split()
    words[4] = "abandn"
    with pytest.raises(receipts.NotAReceipt, match=r"Word 5, “abandn”.*abandon"):
        receipts.read(" ".join(words))


def test_twelve_good_words_that_do_not_fit_together_are_told_so() -> None:
    words = receipts.spell(bytes(range(16)), "en").split()
    words[0], words[1] = words[1], words[0]
    with pytest.raises(receipts.NotAReceipt, match="changed places"):
        receipts.read(" ".join(words))


@pytest.mark.parametrize(("typed", "count"), [("", 0), ("abandon " * 11, 11), ("abandon " * 13, 13)])
def test_another_number_of_words_is_counted_back(typed: str, count: int) -> None:
    with pytest.raises(receipts.NotAReceipt, match=f"you typed {count}"):
        receipts.read(typed)


@pytest.mark.django_db
def test_a_burnt_receipt_and_one_never_made_get_the_same_sentence() -> None:
    minted = receipts.mint("en")
    receipts.burn(minted.entropy, [])
    said = []
    for words in (minted.words, receipts.spell(bytes(16), "en")):
        with pytest.raises(receipts.NotAReceipt) as refusal:
            receipts.open_(words)
        said.append(str(refusal.value))
    assert said[0] == said[1]


@pytest.mark.django_db
def test_nothing_stored_holds_the_entropy_or_joins_two_containers(meeting: Meeting) -> None:
    minted = receipts.mint("en")
    one, other = receipts.join(minted.entropy, meeting), receipts.participant_of(minted.entropy, OTHER)
    stored = [bytes(lock) for lock in Receipt.objects.values_list("lock", flat=True)]
    stored += [key.bytes for key in Participant.objects.values_list("id", flat=True)]
    assert minted.entropy not in stored
    assert one != other
    assert receipts.participants(minted.entropy, [meeting.id, OTHER]) == ((meeting.id, one),)


@pytest.mark.django_db
def test_beginning_twice_makes_one_participant(meeting: Meeting) -> None:
    minted = receipts.mint("fr")
    assert receipts.join(minted.entropy, meeting) == receipts.join(minted.entropy, meeting)
    assert Participant.objects.count() == 1


@pytest.mark.django_db
def test_another_key_makes_another_lock(settings: object, tmp_path: object) -> None:
    from commonground.kernel.keys import Keyring

    lock = receipts.lock_of(bytes(16))
    settings.KEYS = tmp_path  # type: ignore[attr-defined]
    Keyring(tmp_path).make("receipts")  # type: ignore[arg-type]
    assert receipts.lock_of(bytes(16)) != lock
