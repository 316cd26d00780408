"""What Alder Falls was asked and said: one conversation that has closed, and one that is open now."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from commonground.demo import words
from commonground.demo.cast import INSTALLER, Cast
from commonground.demo.days import Days, Strand
from commonground.demo.texts import Bilingual, people, statements
from commonground.demo.texts import engagements as texts
from commonground.demo.translating import translated
from commonground.demo.voters import SEED, Voter, voters, write_export
from commonground.kernel.actor import Clock, Resident
from commonground.listen.actions import (
    conversations,
    engagements,
    imports,
    snapshots,
    themes,
    voices,
    votes,
)
from commonground.listen.actions import statements as hosting
from commonground.listen.models import Choice, Conversation, Engagement, Level, Theme, Voice

IMPORTED_PEOPLE = 436
PEOPLE_ON_THE_SITE = 36
PEOPLE_NOW = 84
FIRST_WAVE = 60


@dataclass(frozen=True, slots=True)
class Heard:
    """The closed engagement and its themes."""

    engagement: Engagement
    conversation: Conversation
    wait: Theme
    told: Theme
    helper: Theme
    faces: Theme


def ask(cast: Cast, asked: texts.Asked, *, promise: Level, days: Days, opens: int, closes: int) -> Conversation:
    """Open an engagement and ask its question."""
    engagement = engagements.open_(
        organisation=cast.organisations[people.CITY],
        host=cast.organisations[people.RESIDENTS],
        title=asked.title.text,
        purpose=asked.purpose.text,
        promise=promise,
        police_see=texts.POLICE_SEE.text,
        neighbourhood=cast.neighbourhoods["Foundry Flats"],
        opens=days.ago(opens),
        closes=days.ago(closes),
        language=asked.title.written.value,
        by=cast.coordinator,
    )
    translated(engagement, title=asked.title, purpose=asked.purpose, police_see=texts.POLICE_SEE)
    conversation = conversations.open_(
        engagement=engagement,
        question=asked.question.text,
        language=asked.question.written.value,
        by=cast.coordinator,
    )
    return translated(conversation, question=asked.question)


def bring_in(conversation: Conversation) -> None:
    """Bring the votes over from the tool the town used before, as a town would: from its export."""
    said = statements.LOOP
    with tempfile.TemporaryDirectory() as folder:
        write_export(Path(folder), said, voters(said, people=IMPORTED_PEOPLE, seed=SEED))
        imports.bring_in(conversation=conversation, directory=Path(folder), language="en", by=INSTALLER)
    brought = Voice.objects.filter(conversation=conversation).select_related("thing").order_by("number")
    for voice, statement in zip(brought, said, strict=True):
        translated(voice, text=statement.said)


def newcomer(conversation: Conversation, language: str = "en") -> Resident:
    """Somebody without an account begins."""
    begun = conversations.begin(conversation=conversation, language=language, by=Resident())
    return Resident(((conversation.id, begun.participant),))


def say(conversation: Conversation, said: Bilingual, by: Resident | None = None) -> Voice:
    """A resident says something; it waits for the host, and nobody translates it before it is shown."""
    speaker = by or newcomer(conversation, said.written.value)
    return voices.record(conversation=conversation, text=said.text, language=said.written.value, by=speaker)


def say_and_pass(cast: Cast, conversation: Conversation, said: Bilingual, by: Resident | None = None) -> Voice:
    """A resident says something, and the host lets it be seen."""
    voice = hosting.pass_(voice=say(conversation, said, by), by=cast.host)
    return translated(voice, text=said)


def vote(conversation: Conversation, shown: Sequence[Voice], crowd: Sequence[Voter]) -> None:
    """People vote on the site, each with a receipt of their own."""
    for voter in crowd:
        by = newcomer(conversation)
        for place, value in voter.votes:
            votes.cast(conversation=conversation, voice=shown[place], choice=Choice(value), by=by)


def hear_the_loop(cast: Cast, days: Days) -> Heard:
    """The closed conversation, from its question to its themes."""
    with days.on(268):
        conversation = ask(cast, texts.LOOP, promise=Level.INVOLVE, days=days, opens=268, closes=233)
    with days.on(250):
        bring_in(conversation)
        snapshots.make(conversation=conversation, by=Clock())
    with days.on(244):
        _go_on_here(cast, conversation)
        conversations.seal(conversation=conversation, by=Clock())
    with days.on(232):
        conversations.close(conversation=conversation, by=Clock())
        engagements.close(engagement=conversation.engagement, by=Clock())
    with days.on(226):
        raised = [_name(cast, conversation, each) for each in (texts.WAIT, texts.TOLD, texts.HELPER, texts.FACES)]
    return Heard(conversation.engagement, conversation, *raised)


def _go_on_here(cast: Cast, conversation: Conversation) -> None:
    """After the import people go on talking here, some in French."""
    for statement in statements.LOOP_ON_THE_SITE:
        say_and_pass(cast, conversation, statement.said)
    say_and_pass(cast, conversation, statements.FOLLOWED, words.begin(conversation=conversation, by=Resident()))
    shown = list(Voice.objects.filter(conversation=conversation, status=Voice.Status.PASSED).order_by("number"))
    asked = [each for each in statements.LOOP if each.shown]
    asked += [*statements.LOOP_ON_THE_SITE, statements.Statement(statements.FOLLOWED, 0.84, 0.8)]
    vote(conversation, shown, voters(asked, people=PEOPLE_ON_THE_SITE, seed=SEED + 1))


def _name(cast: Cast, conversation: Conversation, raised: texts.Raised) -> Theme:
    theme = themes.name(
        engagement=conversation.engagement,
        name=raised.name.text,
        description=raised.description.text,
        conversation=conversation,
        language=raised.name.written.value,
        by=cast.coordinator,
    )
    joined = Voice.objects.filter(conversation=conversation, number__in=raised.numbers).select_related("thing")
    themes.assign(theme=theme, voices=joined, by=cast.coordinator)
    return translated(theme, name=raised.name, description=raised.description)


def ask_again(cast: Cast, days: Days) -> Strand:
    """The conversation that is open now, with statements that wait for the host."""
    asked = statements.ANSWERS
    crowd = voters(asked, people=PEOPLE_NOW, seed=SEED + 2)
    yield 16
    conversation = ask(cast, texts.ANSWERS, promise=Level.COLLABORATE, days=days, opens=16, closes=-14)
    yield 15
    shown = [say_and_pass(cast, conversation, each.said) for each in asked]
    elsewhere = say(conversation, statements.ELSEWHERE)
    hosting.reject(voice=elsewhere, reason=Voice.Reason.ELSEWHERE, note=statements.ELSEWHERE_NOTE, by=cast.host)
    yield 9
    vote(conversation, shown, crowd[:FIRST_WAVE])
    yield 8
    _end_the_day(conversation)
    yield 3
    vote(conversation, shown, crowd[FIRST_WAVE:])
    for waiting in statements.WAITING:
        say(conversation, waiting)
    yield 2
    _end_the_day(conversation)


def _end_the_day(conversation: Conversation) -> None:
    conversations.seal(conversation=conversation, by=Clock())
    snapshots.make(conversation=conversation, by=Clock())
