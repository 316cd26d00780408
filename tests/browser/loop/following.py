"""Follow: from the twelve words forward to the report by clicks, back from it to the sentence, and the ledger."""

from playwright.sync_api import expect

from tests.browser.harness import Width
from tests.browser.loop.listening import returning
from tests.browser.loop.stage import Stage, follow, main, onward, press, shows

FORWARD, BACK = "What became of it", "Where it came from"
ACTS = (
    "opened an engagement",
    "opened a conversation",
    "brought in a conversation that was held elsewhere",
    "passed a statement, so that people can vote on it",
    "closed a conversation and sealed its last votes",
    "named a theme",
    "joined voices to a theme",
    "put a theme to a table",
    "voted on a motion",
    "closed a motion",
    "made a theme a shared priority",
    "made a promise",
    "showed evidence for a promise",
    "kept a promise",
    "set down how a priority is measured",
    "recorded a reading of an indicator",
    "published a report",
)


def forward_by_receipt(stage: Stage) -> None:
    """With nothing but twelve words a resident walks from the sentence to the report."""
    said = stage.texts
    with stage.stranger() as page:
        returning(stage, page)
        press(page, "Show the sentences I wrote")
        own = main(page).locator("section[aria-labelledby=said]")
        line = (said.sentence, said.theme, said.priority, said.promises[0], said.measure, said.report)
        for text in line:
            expect(own).to_contain_text(text)
        stage.keep(page, "what-became-of-my-words")
        own.get_by_role("link", name=said.theme).first.click()
        page.wait_for_url(stage.trail.theme)
        onward(page, FORWARD, stage.trail.priority)
        follow(page, said.promises[0])
        shows(page, said.evidence)
        page.go_back()
        follow(page, said.measure)
        shows(page, "153")
        onward(page, FORWARD, stage.trail.report)
        shows(page, said.report, said.theme, said.priority, said.measure)
        stage.keep(page, "at-the-report")


def back_by_clicks(stage: Stage) -> None:
    """Whoever opens the report walks back to the very sentence."""
    said = stage.texts
    with stage.stranger() as page:
        page.get_by_role("navigation", name="The loop").get_by_role("link", name="Tell").click()
        follow(page, said.report)
        follow(page, said.measure)
        onward(page, BACK, stage.trail.priority)
        onward(page, BACK, stage.trail.theme)
        follow(page, said.sentence)
        shows(page, said.sentence, "Said by a resident.", said.theme, said.report)
        stage.keep(page, "back-at-the-sentence")
        follow(page, said.question)
        shows(page, said.theme, said.report)


def read_the_ledger(stage: Stage) -> None:
    """Every act of the journey stands in the public ledger, and nothing a resident did."""
    with stage.stranger(Width.DESK) as page:
        page.get_by_role("contentinfo").get_by_role("link", name="ledger").click()
        shows(page, *ACTS)
        table = main(page).locator("table")
        for own in (stage.texts.sentence, " ".join(stage.trail.words.split()[:3])):
            assert own not in table.inner_text()
        newest = table.locator("tbody tr").first
        expect(newest).to_contain_text("published a report")
        stage.keep(page, "ledger")
        newest.get_by_role("link").click()
        page.wait_for_url(stage.trail.report)
