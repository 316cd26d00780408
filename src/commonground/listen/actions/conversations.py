"""Asking a question, letting people begin, sealing what they did, and closing."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock, receipts, seals, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, Resident
from commonground.kernel.refusals import RefusedAct
from commonground.listen.actions.snapshots import work_out
from commonground.listen.models import Conversation, Engagement, PendingVote, SealedVote, Voice
from commonground.listen.text import clean
from commonground.ui import dates

LONGEST_QUESTION = 240


class NotOpen(RefusedAct):
    """The conversation has not opened yet, or has closed. Carries the day it closed, if it did."""

    def __init__(self, conversation: Conversation) -> None:
        self.closed: date | None = conversation.ended_on
        super().__init__(_closed(self.closed) if self.closed else _not_yet(conversation.engagement.opens))


def _closed(day: date) -> str:
    return str(
        format_lazy(
            _(
                "This conversation closed on {day}. Nothing was saved. Its results stay on its page, and what "
                "you wrote is still here."
            ),
            day=dates.in_words(day),
        )
    )


def _not_yet(day: date) -> str:
    return str(
        format_lazy(_("This conversation opens on {day}. Nothing was saved. Come back then."), day=dates.in_words(day))
    )


class NotBegun(RefusedAct):
    """The browser holds no words for this conversation."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This browser has not begun here, or was closed since. Begin, or enter your twelve words. What "
                "you wrote is still here."
            )
        )


class NothingToSeal(RefusedAct):
    """Nothing was said or voted since the last seal."""

    def __init__(self) -> None:
        super().__init__(_("Nothing was said or voted since the last seal."))


@dataclass(frozen=True, slots=True)
class Begun:
    """Who somebody is in a conversation, and the words to show once; no words when they brought their own."""

    participant: uuid.UUID
    words: str


class AlreadyAsked(RefusedAct):
    """The engagement asks this question."""

    def __init__(self) -> None:
        super().__init__(_("This engagement asks this question already. Nothing was added a second time."))


@action("conversation.open")
def open_(*, engagement: Engagement, question: str, language: str, by: Actor) -> Conversation:
    """Ask a question within an engagement."""
    asked = clean(question, most=LONGEST_QUESTION)
    if Conversation.objects.filter(engagement=engagement, question=asked).exists():
        raise AlreadyAsked
    made = Conversation.register(
        language=language,
        engagement=engagement,
        question=asked,
        opened=clock.today(),
    )
    thread.link(engagement, "holds", made)
    return made


@action("conversation.begin", sealed=True)
def begin(*, conversation: Conversation, language: str, by: Actor, entropy: bytes | None = None) -> Begun:
    """Begin with new words, or with the entropy of words that stand. Beginning twice is the same as once."""
    require_open(conversation)
    if entropy is not None:
        return Begun(receipts.join(entropy, conversation), "")
    minted = receipts.mint(language)
    return Begun(receipts.join(minted.entropy, conversation), minted.words)


@action("conversation.seal")
def seal(*, conversation: Conversation, by: Actor) -> Conversation:
    """Seal what people did since the last time. Raises NothingToSeal."""
    if not awaits_seal(conversation):
        raise NothingToSeal
    take_in(conversation)
    return conversation


@action("conversation.close")
def close(*, conversation: Conversation, by: Actor) -> Conversation:
    """End the talking: seal the last acts and work out the last results."""
    conversation.status = Conversation.Status.CLOSED
    conversation.closed = min(clock.today(), conversation.engagement.closes)
    conversation.save()
    take_in(conversation)
    work_out(conversation, at_close=True)
    return conversation


def awaits_seal(conversation: Conversation) -> bool:
    """Whether any act of a resident stands outside a seal."""
    return (
        PendingVote.objects.filter(container=conversation.thing).exists()
        or Voice.objects.filter(conversation=conversation, awaits_seal=True).exists()
    )


def take_in(conversation: Conversation) -> None:
    """Seal the pending votes and attest the voices that wait for it, inside the act under way."""
    seals.take_in(conversation, PendingVote, SealedVote)
    for voice in Voice.objects.filter(conversation=conversation, awaits_seal=True):
        voice.awaits_seal = False
        voice.save()


def require_open(conversation: Conversation) -> None:
    """Raise NotOpen once a conversation has closed, or before its engagement opens."""
    if conversation.ended_on is not None or conversation.engagement.opens > clock.today():
        raise NotOpen(conversation)


def participant_in(conversation: Conversation, by: Actor) -> uuid.UUID:
    """The participant that the actor's own words prove here. Raises NotBegun."""
    key = by.within(conversation.id) if isinstance(by, Resident) else None
    if key is None:
        raise NotBegun
    return key
