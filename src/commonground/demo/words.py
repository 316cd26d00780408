"""Twelve words that a visitor of the demo may type, to follow a statement from its voice to its result."""

from commonground.kernel import receipts
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, Resident
from commonground.kernel.models import Receipt
from commonground.listen.actions import conversations
from commonground.listen.models import Conversation

ENTROPY = b"Alder Falls loop"


def spelled(language: str) -> str:
    """The words, in the list of a language."""
    return receipts.spell(ENTROPY, language)


@action("demo.leave-words", sealed=True)
def begin(*, conversation: Conversation, by: Actor) -> Resident:
    """Begin in a conversation with the words that everybody may read here."""
    Receipt.objects.get_or_create(lock=receipts.lock_of(ENTROPY))
    begun = conversations.begin(conversation=conversation, language="en", entropy=ENTROPY, by=by)
    return Resident(((conversation.id, begun.participant),))
