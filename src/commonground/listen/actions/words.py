"""The twelve words of a resident: entering them, and forgetting them for good."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from commonground.kernel import receipts
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.listen.models import Conversation


@dataclass(frozen=True, slots=True)
class Opened:
    """What twelve words open: (container, participant) pairs, and the entropy, to be forgotten with the request."""

    participants: tuple[tuple[UUID, UUID], ...]
    entropy: bytes


@action("words.find", sealed=True)
def find(*, words: str, by: Actor) -> Opened:
    """Open a receipt. Raises NotAReceipt, which names the word that is wrong."""
    entropy = receipts.open_(words)
    return Opened(receipts.participants(entropy, _containers()), entropy)


@action("words.burn", sealed=True)
def burn(*, words: str, by: Actor) -> tuple[tuple[UUID, UUID], ...]:
    """Forget a receipt for good; the participants it opened, so that this browser can forget them too."""
    entropy = receipts.open_(words)
    containers = list(_containers())
    opened = receipts.participants(entropy, containers)
    receipts.burn(entropy, containers)
    return opened


def _containers() -> Iterable[UUID]:
    keys: Iterable[UUID] = Conversation.objects.values_list("pk", flat=True)
    return keys
