"""A side is always shown by colour, shape and word together."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonground.kernel.actor import PartyKind


@dataclass(frozen=True, slots=True)
class Side:
    """How one of the five kinds looks: its word and its shape, a path on a 16 by 16 square."""

    kind: PartyKind
    word: Promise
    shape: str


SIDES = {
    side.kind: side
    for side in (
        Side(PartyKind.POLICE, _("Police"), "M8 1 15 4v4c0 4-3 6-7 7-4-1-7-3-7-7V4z"),
        Side(PartyKind.AUTHORITY, _("Authority"), "M8 1l7 5H1zM2 7h3v6H2zm4.5 0h3v6h-3zM11 7h3v6h-3zM1 14h14v1.5H1z"),
        Side(PartyKind.COMMUNITY, _("Residents"), "M8 1 15 7v8H1V7z"),
        Side(PartyKind.SERVICES, _("Services"), "M6 1h4v5h5v4h-5v5H6v-5H1V6h5z"),
        Side(PartyKind.NATION, _("Nation"), "M5 1h6l4 7-4 7H5L1 8z"),
    )
}
