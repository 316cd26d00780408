"""Processes that write at once never fork the chain, lose an act or seal one twice."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from commonground.kernel import ledger
from commonground.kernel.actor import Installer
from commonground.kernel.models import Entry, Participant, Seal
from commonground.kernel.verify import verify
from tests.kernel.trial import actions
from tests.kernel.trial.models import PendingMark, SealedMark

WRITERS, TURNS = 8, 6
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.django_db(transaction=True)


def test_eight_processes_that_write_at_once_leave_one_unbroken_chain() -> None:
    meeting = actions.call(owner=None, name="Busy", by=Installer())
    command = [sys.executable, "-m", "tests.kernel.writer", str(connection.settings_dict["NAME"]), meeting.id.hex]
    writers = [
        subprocess.Popen([*command, str(number), str(TURNS)], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for number in range(WRITERS)
    ]
    said = [writer.communicate(timeout=90)[1] for writer in writers]

    assert [writer.returncode for writer in writers] == [0] * WRITERS, "\n".join(said)
    assert Entry.objects.filter(verb="meeting.rename").count() == WRITERS * TURNS
    numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, ledger.head().length + 1))
    assert SealedMark.objects.count() + PendingMark.objects.count() == WRITERS * TURNS
    assert Participant.objects.count() == WRITERS * TURNS
    assert sum(Seal.objects.values_list("count", flat=True)) == SealedMark.objects.count()
    assert verify().faults == ()
