import uuid

from commonground.kernel import seals, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.models import Party, Seal
from commonground.kernel.refusals import RefusedAct
from tests.kernel.trial.models import Meeting, PendingMark, SealedMark


class NoSuchName(RefusedAct):
    pass


@action("meeting.call")
def call(*, owner: Party | None, name: str, by: Actor, space: uuid.UUID | None = None) -> Meeting:
    if space is None:
        return Meeting.register(language="en", name=name, owner=owner)
    return Meeting.register(language="en", name=name, owner=owner, space=space)


@action("meeting.rename")
def rename(*, meeting: Meeting, name: str, by: Actor) -> Meeting:
    meeting.name = name
    meeting.save()
    if name == "nameless":
        raise NoSuchName("A meeting needs a name.")
    return meeting


@action("meeting.scrap")
def scrap(*, meeting: Meeting, by: Actor) -> None:
    meeting.delete()


@action("meeting.rename")
def thread_to(*, meeting: Meeting, other: Meeting, by: Actor) -> Meeting:
    thread.link(meeting, "led to", other)
    return meeting


@action("meeting.join")
def join(*, party: Party, by: tuple[Actor, Actor]) -> Party:
    return party


@action("mark.make", sealed=True)
def mark(*, meeting: Meeting, participant: uuid.UUID, subject: Meeting, value: int | None, by: Actor) -> None:
    PendingMark.objects.update_or_create(
        container=meeting.thing, participant_id=participant, subject=subject.thing, defaults={"value": value}
    )


@action("meeting.seal")
def seal(*, meeting: Meeting, by: Actor) -> Seal | None:
    return seals.take_in(meeting, PendingMark, SealedMark)
