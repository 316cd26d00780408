"""The living style guide holds every component: what breaks there breaks everywhere."""

import pytest

from tests.browser.harness import Scheme, Visitors, Width, axe, no_sideways_scroll, shot


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("width", Width)
def test_every_component_is_accessible_and_fits(
    visitors: Visitors, width: Width, scheme: Scheme, language: str
) -> None:
    with visitors.visit(width=width, scheme=scheme, language=language) as page:
        page.goto(f"/{language}/design/")
        axe(page)
        no_sideways_scroll(page)
        shot(page, f"design-{language}-{width.value}-{scheme.value}")


def test_every_component_is_accessible_without_scripts(visitors: Visitors) -> None:
    with visitors.visit(width=Width.PHONE, scripts=False) as page:
        page.goto("/en/design/")
        axe(page)
        no_sideways_scroll(page)
