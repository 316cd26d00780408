"""Listen: opened by the coordinator, filled from an export, spoken and voted in by a resident, passed by the host."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.harness import Width
from tests.browser.loop.doors import COORDINATOR, HOST, OFFICER
from tests.browser.loop.stage import Stage, follow, hides, main, press, shows

VOTES = 8
POLICE_SEE = "Totals of ten people or more, on the day everybody else sees them. Never a single answer."
WAITING = "Your statement is with the host."


def open_an_engagement(stage: Stage) -> None:
    """The coordinator walks in and opens an engagement with its promise and what the police can see."""
    said = stage.texts
    with stage.persona(*COORDINATOR) as page:
        stage.keep(page, "coordinator-walks-in")
        page.get_by_role("navigation", name="The loop").get_by_role("link", name="Listen").click()
        follow(page, "Open an engagement")
        page.get_by_label("Title").fill(said.title)
        page.get_by_label("Purpose").fill("We want to know what to mend first, before the budget is set.")
        page.get_by_role("radio", name="involve", exact=False).check()
        page.get_by_label("Host").select_option(label="Foundry Flats Residents Association")
        page.get_by_label("What the police can see", exact=True).fill(POLICE_SEE)
        stage.keep(page, "engagement-form")
        press(page, "Open it")
        shows(page, said.title, POLICE_SEE, "Foundry Flats Residents Association")
        stage.trail.engagement = page.url
        stage.keep(page, "engagement")


def ask_a_question(stage: Stage) -> None:
    """The coordinator opens a conversation in it."""
    with stage.persona(*COORDINATOR) as page:
        page.goto(stage.trail.engagement)
        follow(page, "Ask a question")
        page.get_by_label("Question").fill(stage.texts.question)
        press(page, "Ask it")
        shows(page, stage.texts.question, POLICE_SEE)
        stage.trail.conversation = page.url
        stage.trail.key = page.url.rstrip("/").rpartition("/")[2]
        stage.keep(page, "conversation-without-statements")


def bring_in(stage: Stage) -> None:
    """An export of another tool is imported by command; its statements stand on the public page at once."""
    report = json.loads(stage.town.run("import", stage.trail.key, stage.data))
    stage.trail.brought_in = report["people"]
    assert report["votes"] > 0
    open_to_all = report["statements"] - report["rejected"] - report["quarantined"]
    with stage.stranger() as page:
        page.goto(stage.trail.engagement)
        follow(page, stage.texts.question)
        shows(page, re.compile(rf"Statements\s*{open_to_all}(?!\d)"))
        stage.keep(page, "conversation-brought-in")


def begin_and_vote(stage: Stage) -> None:
    """A fresh resident begins without an account, gets twelve words, and votes on a few statements."""
    with stage.stranger() as page:
        _to_the_conversation(stage, page)
        shows(page, POLICE_SEE)
        press(page, "Begin")
        words = main(page).locator("ol.receipt li").all_inner_texts()
        assert len(words) == 12
        stage.trail.words = " ".join(words)
        stage.keep(page, "twelve-words")
        follow(page, "Go on to vote")
        stage.keep(page, "vote")
        seen = set()
        for cast in range(VOTES):
            shows(page, f"You have voted on {cast}.")
            seen.add(main(page).get_by_role("heading", level=1).inner_text())
            press(page, "Pass" if cast == VOTES - 1 else "Agree")
        shows(page, f"You have voted on {VOTES}.")
        assert len(seen) == VOTES, "a statement was asked twice"
        _speak(stage, page)


def _speak(stage: Stage, page: Page) -> None:
    follow(page, "Add what is missing")
    page.get_by_label("Your statement").fill(stage.texts.sentence)
    stage.keep(page, "say-something")
    press(page, "Send it to the host")
    shows(page, WAITING, "Foundry Flats Residents Association reads it.")
    stage.keep(page, "it-waits")


def _to_the_conversation(stage: Stage, page: Page) -> None:
    page.get_by_role("navigation", name="The loop").get_by_role("link", name="Listen").click()
    follow(page, stage.texts.title)
    follow(page, stage.texts.question)


def hidden_from_police_and_public(stage: Stage) -> None:
    """While it waits, neither the public nor an officer finds the sentence, and the host's list does not exist."""
    with stage.stranger() as page:
        for address in (stage.trail.engagement, stage.trail.conversation, f"{stage.trail.conversation}results/"):
            page.goto(address)
            hides(page, stage.texts.sentence)
    with stage.persona(*OFFICER) as page:
        for address in (stage.trail.engagement, stage.trail.conversation, f"{stage.trail.conversation}results/"):
            page.goto(address)
            hides(page, stage.texts.sentence)
            expect(page.get_by_role("link", name="Statements that wait for you")).to_have_count(0)
        stage.visitors.complaints.expect("/waiting/")
        refused = page.goto(f"{stage.trail.engagement}waiting/")
        assert refused is not None
        assert refused.status in (403, 404)
        hides(page, stage.texts.sentence)
        stage.keep(page, "the-police-cannot-see-it")


def pass_it(stage: Stage) -> None:
    """The host, of the residents' association, reads the sentence and passes it."""
    with stage.persona(*HOST) as page:
        page.goto(stage.trail.engagement)
        follow(page, "Statements that wait for you")
        waiting = main(page).get_by_role("listitem").filter(has_text=stage.texts.sentence)
        while not waiting.count():
            follow(page, "Next page")
        stage.keep(page, "host-reads")
        waiting.get_by_role("button", name="Pass").click()
        hides(page, stage.texts.sentence)
        stage.keep(page, "host-has-passed")


def come_back_elsewhere(stage: Stage) -> None:
    """On another device a mistyped word is explained; then the words open what was said."""
    words = stage.trail.words.split()
    mistyped = " ".join([*words[:4], "lanternfish", *words[5:]])
    with stage.stranger() as page:
        page.get_by_role("link", name="Find my words").click()
        page.get_by_label("Your twelve words").fill(mistyped)
        stage.visitors.complaints.expect("/find/open/")
        press(page, "Open")
        shows(page, "Word 5, “lanternfish”")
        expect(page.get_by_label("Your twelve words")).to_have_value(mistyped)
        stage.keep(page, "a-word-is-mistyped")
        page.get_by_label("Your twelve words").fill(stage.trail.words.upper())
        press(page, "Open")
        shows(page, stage.texts.question)
        hides(page, stage.texts.sentence)
        press(page, "Show the sentences I wrote")
        shows(page, stage.texts.sentence, "passed")
        stage.keep(page, "found-on-another-device")


def change_a_vote(stage: Stage) -> None:
    """A resident changes one vote and takes another back."""
    with stage.stranger() as page:
        returning(stage, page)
        page.goto(f"{stage.trail.conversation}mine/")
        press(page, "Show them")
        votes = main(page).locator("ul.list > li").filter(has_text="Your vote:")
        expect(votes).to_have_count(VOTES)
        before = votes.filter(has_text="Your vote: Disagree").count()
        votes.filter(has_text="Your vote: Agree").first.get_by_role("button", name="Disagree").click()
        shows(page, "It is changed.")
        expect(votes.filter(has_text="Your vote: Disagree")).to_have_count(before + 1)
        stage.keep(page, "a-vote-is-changed")
        votes.filter(has_text="Your vote: Pass").get_by_role("button", name="Take it back").click()
        expect(votes).to_have_count(VOTES - 1)
        stage.keep(page, "a-vote-is-taken-back")


def returning(stage: Stage, page: Page) -> None:
    """Open the twelve words on a device that does not know them."""
    page.get_by_role("link", name="Find my words").click()
    page.get_by_label("Your twelve words").fill(stage.trail.words)
    press(page, "Open")
    shows(page, stage.texts.question)


def close_and_read_results(stage: Stage) -> None:
    """The coordinator closes; everybody reads the map, the common ground, the differences, and of how many people."""
    with stage.persona(*COORDINATOR) as page:
        page.goto(stage.trail.conversation)
        main(page).get_by_role("button", name="Close this conversation").click(timeout=120_000)
        shows(page, "This conversation is closed.")
        stage.keep(page, "conversation-closed")
    with stage.stranger(Width.DESK) as page:
        page.goto(stage.trail.conversation)
        follow(page, "The results")
        people = f"n = {stage.trail.brought_in + 1} people"
        shows(page, people, "Common ground", "Where we differ", "What sets group A apart", "Every statement")
        expect(main(page).locator("figure.chart svg")).to_be_visible()
        for part in ("ground", "differ"):
            first = main(page).locator(f"section[aria-labelledby={part}] li").first
            assert re.search(r"n = \d+", first.inner_text())
        hides(page, stage.texts.sentence)
        stage.keep(page, "results")


def name_a_theme(stage: Stage) -> None:
    """The coordinator names a theme and joins statements to it, the fresh resident's among them."""
    with stage.persona(*COORDINATOR) as page:
        page.goto(stage.trail.engagement)
        follow(page, "Name a theme")
        page.get_by_label("Name").fill(stage.texts.theme)
        page.get_by_label("Description").fill("What people said about the same few places.")
        page.get_by_label("Raised in").select_option(label=stage.texts.question)
        press(page, "Name it")
        shows(page, stage.texts.theme)
        stage.trail.theme = page.url
        if not page.url.endswith("/voices/"):
            follow(page, "Join voices")
        else:
            stage.trail.theme = page.url.removesuffix("voices/")
        page.get_by_label("Find a word").fill(stage.texts.other_word)
        press(page, "Find")
        for box in main(page).get_by_role("checkbox").all()[:4]:
            box.check()
        stage.keep(page, "voices-to-join")
        press(page, "Join the ticked voices")
        _join_the_sentence(stage, page)
    with stage.stranger() as page:
        page.goto(stage.trail.engagement)
        follow(page, stage.texts.theme)
        shows(page, "5 voices", stage.texts.sentence, stage.texts.question)
        stage.keep(page, "theme")


def _join_the_sentence(stage: Stage, page: Page) -> None:
    page.goto(stage.trail.theme)
    follow(page, "Join voices")
    page.get_by_label("Find a word").fill(stage.texts.sentence[:40])
    press(page, "Find")
    page.get_by_label(stage.texts.sentence).check()
    press(page, "Join the ticked voices")
    shows(page, stage.texts.sentence)
