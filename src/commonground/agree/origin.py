"""Where something that came of a theme came from, drawn from its theme.

`thread.back` asks once for each kind it finds; a page that has the theme and its engagement in hand already needs only
what was joined to the theme, and stays within its twelve queries.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language

from commonground.kernel import access
from commonground.kernel.actor import Actor
from commonground.kernel.models import Edge, Registered
from commonground.kernel.thread import KINDS
from commonground.kernel.words import Words
from commonground.listen.models import Theme, Voice
from commonground.ui import languages

# A theme may gather hundreds of voices; its own page lists them all.
VOICES_SHOWN = 5
type Told = Mapping[tuple[uuid.UUID, str], Words]


@dataclass(frozen=True, slots=True)
class Stop:
    """One station of the line as `{% stations %}` draws it; `language` only where it is not the page's."""

    eyebrow: str | Promise
    title: Words
    url: str
    detail: str | Promise
    late: bool
    language: str
    quote: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """What a theme came from, then the theme; `voices` counts all of them, `rows` holds the first few."""

    rows: tuple[Registered, ...]
    voices: int

    @property
    def asked(self) -> list[tuple[Registered, str]]:
        """The titles that `stations` needs, for one call of `words.many` with the page's own."""
        return [(row, KINDS[row.kind].title) for row in self.rows]

    def stations(self, told: Told) -> tuple[Stop, ...]:
        """The line as a page draws it."""
        return tuple(_stop(row, told) for row in self.rows)


def origin_of(theme: Theme, *after: Registered, for_: Actor) -> Origin:
    """What `for_` may see of a theme's origin, then the theme, then the rows `after` it. The theme comes with its
    engagement. One query, and one for each kind of thing that was joined to the theme.
    """
    joined: dict[str, list[uuid.UUID]] = {}
    for key, kind in Edge.objects.filter(target=theme.thing, ended=None).values_list("source", "source__kind"):
        joined.setdefault(kind, []).append(key)
    found: list[Registered] = [theme.engagement]
    for kind in sorted(joined.keys() & KINDS.keys(), key=lambda kind: KINDS[kind].order):
        rows = access.visible(KINDS[kind].model, for_).filter(pk__in=joined[kind])
        found += sorted(rows, key=lambda row: (getattr(row, KINDS[row.kind].title), row.id.hex))
    voices = [row for row in found if row.kind == Voice.kind]
    left_out = {row.id for row in voices[VOICES_SHOWN:]}
    return Origin((*(row for row in found if row.id not in left_out), theme, *after), len(voices))


def _stop(row: Registered, told: Told) -> Stop:
    kind = KINDS[row.kind]
    title = told[row.id, kind.title]
    foreign = not languages.same(title.language, get_language() or "")
    return Stop(
        eyebrow=kind.word,
        title=title,
        url=kind.address(row),
        detail=kind.detail(row),
        late=kind.late(row),
        language=title.language if foreign else "",
        quote=row.kind == Voice.kind,
    )
