"""Agree, act, measure and tell: what the table decides on the theme, and what becomes of it."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from commonground.kernel import clock
from tests.browser.harness import Width
from tests.browser.loop.doors import CHAIR, COORDINATOR, DISSENTER, PROMISERS, SEATS, STEWARD
from tests.browser.loop.stage import Stage, follow, main, press, shows

OWNER = "Halden College research unit"


def put_to_the_table(stage: Stage) -> None:
    """A co-chair puts the theme to the table in one sentence."""
    with stage.persona(*CHAIR) as page:
        page.goto(stage.trail.theme)
        follow(page, "Put this to a table")
        shows(page, stage.texts.theme)
        page.get_by_label("The priority in one sentence").fill(stage.texts.priority)
        stage.keep(page, "put-to-the-table")
        press(page, "Open the vote")
        shows(page, stage.texts.priority, "Motion, vote open", "The rule of the table is not met yet.")
        stage.trail.motion = page.url


def vote_by_seat(stage: Stage) -> None:
    """Seats of every side vote; one says no and why."""
    for door in SEATS:
        _vote(stage, door, "Yes", "")
    _vote(stage, DISSENTER, "No", stage.texts.dissent)


def _vote(stage: Stage, door: tuple[str, str], choice: str, reason: str) -> None:
    with stage.persona(*door) as page:
        follow(page, stage.texts.priority)
        page.get_by_role("radio", name=choice, exact=True).check()
        page.get_by_role("textbox", name="Why").fill(reason)
        press(page, "Vote")
        shows(page, "Change the vote of your seat", reason)
        if reason:
            stage.keep(page, "a-seat-votes-no")


def adopt(stage: Stage) -> None:
    """A chair closes the vote and adopts the priority; the no stands there in full."""
    with stage.persona(*CHAIR) as page:
        page.goto(stage.trail.motion)
        press(page, "Close the vote")
        shows(page, "The rule of the table was met and the motion carried.")
        stage.keep(page, "vote-closed")
        press(page, "Adopt as a priority")
        shows(page, "Shared priority", stage.texts.priority, "Who disagreed, in full", stage.texts.dissent)
        stage.trail.priority = page.url
    with stage.stranger() as page:
        page.goto("/en/agree/")
        follow(page, stage.texts.priority)
        shows(page, stage.texts.sentence, stage.texts.theme, re.compile(r"Yes\s*7\s*No\s*1(?!\d)"))
        stage.keep(page, "priority")


def promise(stage: Stage) -> None:
    """Three organisations promise, each for itself and with a day."""
    for days, ((door, organisation), wording) in enumerate(zip(PROMISERS, stage.texts.promises, strict=True), 20):
        with stage.persona(*door) as page:
            page.goto(stage.trail.priority)
            follow(page, "Promise something for this")
            shows(page, organisation)
            page.get_by_label("What your organisation promises").fill(wording)
            page.get_by_label("Kept by").fill((clock.today() + timedelta(days=days)).isoformat())
            press(page, "Promise it")
            shows(page, wording, organisation, "due in")
            stage.trail.promise = stage.trail.promise or page.url
    with stage.stranger() as page:
        page.goto(stage.trail.priority)
        shows(page, *stage.texts.promises)
        stage.keep(page, "promises")


def show_and_keep(stage: Stage) -> None:
    """One organisation shows what it did and settles its promise as kept."""
    with stage.persona(*PROMISERS[0][0]) as page:
        follow(page, stage.texts.promises[0])
        page.get_by_label("What can be seen").fill(stage.texts.evidence)
        page.get_by_label("Where to see it").fill("https://riverlight.example/minutes")
        press(page, "Add it")
        shows(page, stage.texts.evidence, "riverlight.example")
        press(page, "Settle it as kept")
        shows(page, "Settled on", stage.texts.evidence)
        stage.keep(page, "promise-kept")


def agree_on_a_measure(stage: Stage) -> None:
    """The coordinator says how the priority will be judged, with where it stood before."""
    with stage.persona(*COORDINATOR) as page:
        page.goto(stage.trail.priority)
        follow(page, "Agree on a measure")
        for label, text in _measured(stage.texts.measure).items():
            page.get_by_label(label).fill(text)
        page.get_by_label("Taken from how many (n)").fill("140")
        page.get_by_label("Measured on").fill((clock.today() - timedelta(days=200)).isoformat())
        page.get_by_label("The figure is").select_option(label="a score from 0 to 10")
        page.get_by_role("radio", name="up", exact=True).check()
        page.get_by_role("radio", name="people who chose to answer").check()
        page.get_by_label("Who records it").select_option(label=OWNER)
        stage.keep(page, "measure-form")
        press(page, "Agree on it")
        shows(page, stage.texts.measure, "4.2", OWNER)
        stage.trail.measure = page.url


def _measured(name: str) -> dict[str, str]:
    return {
        "Name of the measure": name,
        "What is asked or counted": "How safe do you feel on your way home? From 0 to 10.",
        "Where the figures come from": "Door-to-door survey",
        "How it is measured": "The same six streets, the same wording, answered on paper.",
        "Figure before anything was done": "4.2",
        "What is aimed at": "6",
    }


def record(stage: Stage) -> None:
    """The steward records a reading; the chart shows it with its n."""
    with stage.persona(*STEWARD) as page:
        page.goto(stage.trail.measure)
        page.get_by_label("Day on which it was measured").fill((clock.today() - timedelta(days=2)).isoformat())
        page.get_by_label("Figure", exact=True).fill("5.6")
        page.get_by_label("Taken from how many (n)").fill("153")
        press(page, "Record it")
        shows(page, "5.6")
    with stage.stranger(Width.DESK) as page:
        page.goto(stage.trail.priority)
        follow(page, stage.texts.measure)
        chart = main(page).locator("figure.chart")
        expect(chart.locator("svg")).to_be_visible()
        expect(chart).to_contain_text("153")
        expect(chart).to_contain_text("140")
        stage.keep(page, "measure")


def publish(stage: Stage) -> None:
    """The coordinator sees the report as it would stand, then publishes it."""
    said = stage.texts
    with stage.persona(*COORDINATOR) as page:
        page.goto(stage.trail.engagement)
        follow(page, "Write a report")
        page.get_by_label("Title").fill(said.report)
        page.get_by_label("Summary").fill(said.summary)
        press(page, "See it first")
        shows(page, "Nobody but you sees this yet.", said.report, said.theme, said.priority, *said.promises)
        stage.keep(page, "report-before-it-is-published")
        press(page, "Publish it")
        shows(page, "Published on", said.report)
        stage.trail.report = page.url
    with stage.stranger() as page:
        page.goto("/en/tell/")
        follow(page, said.report)
        told = (said.summary, said.question, said.theme, said.priority, said.dissent, *said.promises, said.measure)
        shows(page, *told, "4.2", "5.6", "Signed by no party yet.")
        stage.keep(page, "report")
