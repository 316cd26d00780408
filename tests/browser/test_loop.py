"""The main job in a real browser on a real server: from what a resident says to what is told, and back.

`make loop DATA=…` walks it on the export of a real conversation; without DATA the tests make one. Pictures of every
step are in build/loop.
"""

import faulthandler
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.harness import Complaints, Visitors
from tests.browser.loop import answering, export, following, listening
from tests.browser.loop.stage import ALBUM, Album, Stage, Texts
from tests.browser.loop.town import Town, copied

# What a test may take; each step has it, for a slow machine is not a browser that hangs.
PATIENCE = 120
STEPS: tuple[Callable[[Stage], None], ...] = (
    listening.open_an_engagement,
    listening.ask_a_question,
    listening.bring_in,
    listening.begin_and_vote,
    listening.hidden_from_police_and_public,
    listening.pass_it,
    listening.come_back_elsewhere,
    listening.change_a_vote,
    listening.close_and_read_results,
    listening.name_a_theme,
    answering.put_to_the_table,
    answering.vote_by_seat,
    answering.adopt,
    answering.promise,
    answering.show_and_keep,
    answering.agree_on_a_measure,
    answering.record,
    answering.publish,
    following.forward_by_receipt,
    following.back_by_clicks,
    following.read_the_ledger,
)
WITH_SCRIPTS = Texts(
    title="The way home at night",
    question="What would make the way home easier?",
    sentence="The stairs behind the library need a handrail and a lamp that works.",
    other_word="the",
    theme="Stairs, lamps and corners",
    priority="Every stair and corner on the way home is lit and safe to walk.",
    dissent="The river path should have come first; its steps are worse.",
    promises=(
        "Nurses walk the stairs with patients each month and write down what is broken.",
        "Mend the handrail behind the library before the first frost.",
        "Two officers walk the way home on foot on three evenings a week.",
    ),
    evidence="The list of broken steps of the first walk is published.",
    measure="Feeling safe on the way home",
    report="What came of the talk about the way home",
    summary="People spoke about dark stairs. The table made them a priority, and the first promise is kept.",
)
WITHOUT_SCRIPTS = Texts(
    title="A place to sit down",
    question="Where is a bench missing?",
    sentence="Put a bench halfway up Chapel Hill, where my mother has to stop.",
    other_word="the",
    theme="Places to rest",
    priority="Nobody walks further than three hundred metres without a place to rest.",
    dissent="Benches at the bus stops should come first.",
    promises=(
        "Ask every patient in May where a seat is missing and publish the map.",
        "Set four benches on Chapel Hill by the end of spring.",
        "Officers on foot report broken benches the same day.",
    ),
    evidence="The map of missing seats hangs in the waiting room.",
    measure="Getting home without a rest too far",
    report="What came of the question about benches",
    summary="People asked for places to rest. Three promises were made, and one is kept.",
)


@pytest.fixture(scope="module")
def town() -> Iterator[tuple[Town, str]]:
    """Alder Falls on a server, shared by the journeys of a worker."""
    with copied() as alder_falls, alder_falls.serve() as address:
        yield alder_falls, address


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of our own."""
    return export.write(tmp_path_factory.mktemp("export"))


def walk(stage: Stage) -> None:
    stage.album.clear()
    assert sys.__stderr__ is not None
    for step in STEPS:
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=sys.__stderr__)
        step(stage)


def test_a_sentence_is_followed_through_the_whole_loop(
    browser: Browser, town: tuple[Town, str], complaints: Complaints, made: Path
) -> None:
    data = Path(os.environ.get("COMMONGROUND_LOOP_DATA") or made)
    visitors = Visitors(browser, town[1], complaints)
    walk(Stage(town[0], visitors, Album(ALBUM), WITH_SCRIPTS, data))


def test_the_whole_loop_needs_no_script(
    browser: Browser, town: tuple[Town, str], complaints: Complaints, made: Path
) -> None:
    visitors = Visitors(browser, town[1], complaints)
    walk(Stage(town[0], visitors, Album(ALBUM / "without-scripts"), WITHOUT_SCRIPTS, made, scripts=False))
