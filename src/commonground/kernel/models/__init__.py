"""The tables every room stands on."""

from commonground.kernel.models.ledger import Chain, Entry, Leaf
from commonground.kernel.models.residents import Participant, PendingAct, Receipt, Seal, SealedAct
from commonground.kernel.models.things import Attested, Edge, Party, Registered, Space, Thing, new_id
from commonground.kernel.models.words import Translation

__all__ = [
    "Attested",
    "Chain",
    "Edge",
    "Entry",
    "Leaf",
    "Participant",
    "Party",
    "PendingAct",
    "Receipt",
    "Registered",
    "Seal",
    "SealedAct",
    "Space",
    "Thing",
    "Translation",
    "new_id",
]
