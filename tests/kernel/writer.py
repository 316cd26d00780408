"""One of the processes that write at once: `python -m tests.kernel.writer DATABASE MEETING NUMBER TURNS`."""

import os
import sys
import uuid


def write(database: str, meeting: str, number: str, turns: int) -> None:
    """Rename the same meeting again and again, marking and sealing in between."""
    import django
    from django.conf import settings

    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from commonground.kernel.actor import Clock, Installer, Resident
    from commonground.kernel.models import Participant
    from tests.kernel.trial import actions
    from tests.kernel.trial.models import Meeting

    subject = Meeting.objects.get(pk=uuid.UUID(meeting))
    for turn in range(turns):
        actions.rename(meeting=subject, name=f"{number}.{turn}", by=Installer())
        person = Participant.objects.create(id=uuid.uuid4(), container=subject.thing)
        actions.mark(meeting=subject, participant=person.id, subject=subject, value=turn % 2, by=Resident())
        if turn % 3 == 2:
            actions.seal(meeting=subject, by=Clock())


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
