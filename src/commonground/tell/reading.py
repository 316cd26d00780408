"""A frozen report in the reader's language: every text looked up once, every statement only while it stands."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import cast

from django.utils.translation import gettext, ngettext

from commonground.kernel import access, words
from commonground.kernel.actor import Resident
from commonground.kernel.models import Registered, Thing
from commonground.kernel.words import Words
from commonground.listen.models import Voice
from commonground.measure import changes
from commonground.measure.figures import with_unit
from commonground.tell.content import (
    Body,
    CommitmentTold,
    ConversationTold,
    DissentTold,
    FigureTold,
    IndicatorTold,
    LedgerHead,
    PriorityTold,
    Standing,
    Text,
    ThemeTold,
    Told,
)
from commonground.ui.dates import in_words


@dataclass(frozen=True, slots=True)
class Example:
    """A statement of a theme; `text` is None once it was withdrawn."""

    id: uuid.UUID
    text: Words | None


@dataclass(frozen=True, slots=True)
class Theme:
    """What people raised."""

    told: ThemeTold
    name: Words
    description: Words
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Dissent:
    """A seat that said no, and why."""

    told: DissentTold
    reason: Words | None


@dataclass(frozen=True, slots=True)
class Priority:
    """What a table agreed."""

    told: PriorityTold
    wording: Words
    table: Words
    dissent: tuple[Dissent, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise and where it stood, in words."""

    told: CommitmentTold
    wording: Words
    standing: str
    late: bool
    reason: Words | None


@dataclass(frozen=True, slots=True)
class Promises:
    """All that one organisation promised."""

    body: Body
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in words."""

    said: str
    n: int
    day: date


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with what may be said of its change."""

    told: IndicatorTold
    name: Words
    before: Figure | None
    last: Figure | None
    said: str
    way: str
    method: Words
    caution: Words | None


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and how many took part."""

    told: ConversationTold
    question: Words


@dataclass(frozen=True, slots=True)
class Report:
    """The four parts of a report, as a reader sees them."""

    day: date
    questions: tuple[Question, ...]
    themes: tuple[Theme, ...]
    priorities: tuple[Priority, ...]
    promises: tuple[Promises, ...]
    measures: tuple[Measure, ...]
    ledger: LedgerHead


@dataclass(slots=True)
class Reader:
    """Collects a report's texts, so that one query finds all their translations."""

    texts: dict[tuple[uuid.UUID, str], Words] = field(default_factory=dict)
    examples: dict[uuid.UUID, Words] = field(default_factory=dict)

    def look_up(self, texts: Iterable[Text], examples: Iterable[uuid.UUID]) -> None:
        """Two queries: the statements that anybody may still see, and the translations of everything."""
        voices = list(access.visible(Voice, Resident()).filter(pk__in=list(examples)))
        found = words.many([(_as_row(text), text.field) for text in texts] + [(voice, "text") for voice in voices])
        self.texts = found
        self.examples = {voice.id: found[voice.id, "text"] for voice in voices}

    def __call__(self, text: Text) -> Words:
        return self.texts[text.thing, text.field]


def _as_row(text: Text) -> Registered:
    """What `words` needs of a row: its key, its language and the text as it was frozen."""
    thing = Thing(pk=text.thing, language=text.language)
    return cast(Registered, SimpleNamespace(id=text.thing, thing=thing, **{text.field: text.text}))


def read(told: Told) -> Report:
    """The report in the page's language. Two queries."""
    reader = Reader()
    reader.look_up(_texts(told), (key for theme in told.themes for key in theme.examples))
    return Report(
        day=told.day,
        questions=tuple(Question(each, reader(each.question)) for each in told.conversations),
        themes=tuple(_theme(each, reader) for each in told.themes),
        priorities=tuple(_priority(each, reader) for each in told.priorities),
        promises=_promises(told, reader),
        measures=tuple(_measure(each, reader) for each in told.indicators),
        ledger=told.ledger,
    )


def _texts(told: Told) -> list[Text]:
    found = [told.engagement, *(each.question for each in told.conversations)]
    found += [text for each in told.themes for text in (each.name, each.description)]
    found += [text for each in told.priorities for text in (each.wording, each.table)]
    found += [text for each in told.commitments for text in (each.wording, each.reason) if text]
    found += [text for each in told.indicators for text in (each.name, each.counted, each.method, each.caution)]
    return found


def _theme(told: ThemeTold, reader: Reader) -> Theme:
    examples = tuple(Example(key, reader.examples.get(key)) for key in told.examples)
    return Theme(told, reader(told.name), reader(told.description), examples)


def _priority(told: PriorityTold, reader: Reader) -> Priority:
    dissent = tuple(
        Dissent(each, words.source(each.reason, each.language) if each.reason else None) for each in told.dissent
    )
    return Priority(told, reader(told.wording), reader(told.table), dissent)


def _promises(told: Told, reader: Reader) -> tuple[Promises, ...]:
    by_body: dict[Body, list[Promise]] = {}
    for each in told.commitments:
        reason = reader(each.reason) if each.reason else None
        late = each.standing is Standing.LATE
        by_body.setdefault(each.body, []).append(Promise(each, reader(each.wording), standing(each), late, reason))
    return tuple(Promises(body, tuple(promises)) for body, promises in by_body.items())


def standing(told: CommitmentTold) -> str:
    """Where a promise stood on the day of publishing: "kept on 4 December 2026", "late by 9 days"."""
    settled = in_words(told.settled) if told.settled else ""
    match told.standing:
        case Standing.KEPT if told.days_late:
            return ngettext(
                "kept on %(day)s, %(days)s day late", "kept on %(day)s, %(days)s days late", told.days_late
            ) % {"day": settled, "days": told.days_late}
        case Standing.KEPT:
            return gettext("kept on %(day)s") % {"day": settled}
        case Standing.DROPPED:
            return gettext("given up on %(day)s") % {"day": settled}
        case Standing.LATE:
            return ngettext("late by %(days)s day", "late by %(days)s days", told.days_late) % {"days": told.days_late}
        case Standing.UNDER_WAY:
            return gettext("under way, due on %(day)s") % {"day": in_words(told.due)}


def _measure(told: IndicatorTold, reader: Reader) -> Measure:
    counted = reader(told.counted).text

    def said(figure: FigureTold | None) -> Figure | None:
        return Figure(with_unit(figure.value, told.unit, counted), figure.n, figure.day) if figure else None

    change = changes.since_baseline(
        changes.Figure(told.baseline.value, told.baseline.n) if told.baseline else None,
        changes.Figure(told.last.value, told.last.n) if told.last else None,
        told.direction,
        of_people=told.of_people,
    )
    return Measure(
        told=told,
        name=reader(told.name),
        before=said(told.baseline),
        last=said(told.last),
        said=changes.sentence(change),
        way=changes.way_words(change),
        method=reader(told.method),
        caution=reader(told.caution) if told.caution.text else None,
    )
