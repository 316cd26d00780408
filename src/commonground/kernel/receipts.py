"""Twelve words that let somebody without an account come back, from anywhere, in either language.

The words encode 128 random bits with a check digit (BIP-39). Only a keyed hash of the bits is stored, under a key
outside the database; no slow hash is needed, because 128 bits cannot be guessed and a slow one would be a lever to
stop the service. Within a container the same bits become a participant that no other container can be joined with.
"""

import difflib
import functools
import hmac
import secrets
import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from mnemonic import Mnemonic

from commonground.kernel.ledger import keyring
from commonground.kernel.models import Participant, Receipt, Registered
from commonground.kernel.refusals import RefusedAct

LISTS = {"en": "english", "fr": "french"}
WORDS = 12
BYTES = 16


class NotAReceipt(RefusedAct):
    """The words open nothing. The sentence names the word that is not on the list, and its nearest neighbours."""


@dataclass(frozen=True, slots=True)
class Minted:
    """A new receipt: its words, to be shown once, and its entropy, to be forgotten with the request."""

    words: str
    entropy: bytes


@functools.cache
def _list(language: str) -> Mnemonic:
    return Mnemonic(LISTS.get(language, "english"))


def plain(word: str) -> str:
    """A word without case and accents; all words of both lists stay distinct."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


@functools.cache
def _plain_list(language: str) -> dict[str, str]:
    return {plain(word): word for word in _list(language).wordlist}


def spell(entropy: bytes, language: str) -> str:
    """The twelve words of some entropy, in the list of a language."""
    return unicodedata.normalize("NFC", _list(language).to_mnemonic(entropy)).replace("\u3000", " ")


def mint(language: str) -> Minted:
    """A new receipt, stored as a lock that only its words open."""
    entropy = secrets.token_bytes(BYTES)
    Receipt.objects.create(lock=lock_of(entropy))
    return Minted(spell(entropy, language), entropy)


def lock_of(entropy: bytes) -> bytes:
    """The keyed hash under which a receipt is found."""
    return hmac.digest(keyring().secret("receipts"), b"receipt" + entropy, sha256)


def participant_of(entropy: bytes, container: uuid.UUID) -> uuid.UUID:
    """Who a receipt is within a container: the first 128 bits of a keyed hash over both."""
    return uuid.UUID(
        bytes=hmac.digest(keyring().secret("receipts"), b"within" + entropy + container.bytes, sha256)[:16]
    )


def join(entropy: bytes, container: Registered) -> uuid.UUID:
    """Begin in a container; beginning twice is the same as once."""
    key = participant_of(entropy, container.id)
    Participant.objects.get_or_create(id=key, defaults={"container": container.thing})
    return key


def read(text: str) -> bytes:
    """The entropy behind words typed in any case, spacing or spelling of accents. Raises NotAReceipt."""
    typed = [plain(word) for word in text.replace(",", " ").replace(".", " ").replace("-", " ").split()]
    if len(typed) != WORDS:
        raise NotAReceipt(
            format_lazy(
                _("A receipt has twelve words; you typed {count}. Look at your words again, nothing is lost."),
                count=len(typed),
            )
        )
    language = max(LISTS, key=lambda tag: sum(word in _plain_list(tag) for word in typed))
    known = _plain_list(language)
    for place, word in enumerate(typed, 1):
        if word not in known:
            raise NotAReceipt(_unknown(place, word, known))
    try:
        return bytes(_list(language).to_entropy([known[word] for word in typed]))
    except ValueError as error:
        raise NotAReceipt(
            _(
                "All twelve are words of the list, but together they are no receipt: one is a different word, or two "
                "changed places. Compare them with what you wrote down."
            )
        ) from error


def _unknown(place: int, word: str, known: dict[str, str]) -> Promise:
    near = [
        unicodedata.normalize("NFC", known[found]) for found in difflib.get_close_matches(word, known, n=3, cutoff=0.6)
    ]
    if near:
        return format_lazy(
            _("Word {place}, “{word}”, is not on the list. Did you mean: {near}?"),
            place=place,
            word=word,
            near=", ".join(near),
        )
    return format_lazy(_("Word {place}, “{word}”, is not on the list. Look at it again."), place=place, word=word)


def open_(text: str) -> bytes:
    """The entropy of a receipt that stands here. Raises NotAReceipt, in the same words for burnt and never made."""
    entropy = read(text)
    if not Receipt.objects.filter(lock=lock_of(entropy)).exists():
        raise NotAReceipt(
            _("These twelve words open nothing here. They may belong to another place, or were forgotten at your wish.")
        )
    return entropy


def participants(entropy: bytes, containers: Iterable[uuid.UUID]) -> tuple[tuple[uuid.UUID, uuid.UUID], ...]:
    """(container, participant) for each container in which this receipt has begun. One query."""
    asked = {participant_of(entropy, container): container for container in containers}
    standing = Participant.objects.filter(id__in=list(asked)).values_list("id", flat=True)
    return tuple(sorted((asked[key], key) for key in standing))


def unburnt(pairs: Iterable[tuple[uuid.UUID, uuid.UUID]]) -> tuple[tuple[uuid.UUID, uuid.UUID], ...]:
    """Those of a browser's (container, participant) pairs whose receipt was not burnt. One query."""
    held = tuple(pairs)
    standing = set(
        Participant.objects.filter(id__in=[key for _, key in held], burnt=False).values_list("id", flat=True)
    )
    return tuple((container, key) for container, key in held if key in standing)


def burn(entropy: bytes, containers: Iterable[uuid.UUID]) -> None:
    """Forget a receipt: its words open nothing any more, in any browser. What was said stays, and stays nobody's."""
    Receipt.objects.filter(lock=lock_of(entropy)).delete()
    keys = [key for _, key in participants(entropy, containers)]
    Participant.objects.filter(id__in=keys).update(burnt=True)
