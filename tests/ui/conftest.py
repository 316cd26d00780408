"""Rendering of one tag, as a page would render it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

type Render = Callable[..., str]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request of an earlier test leaves its language behind in the thread."""
    with translation.override("en"):
        yield


@pytest.fixture
def request_to() -> Callable[[str], HttpRequest]:
    """A GET of an address by a resident nobody knows."""

    def make(address: str = "/en/design/") -> HttpRequest:
        return RequestFactory().get(address)

    return make


@pytest.fixture
def render(request_to: Callable[[str], HttpRequest]) -> Render:
    """A template's text with runs of white space as one space."""

    def of(template: str, **context: Any) -> str:
        html = Template(template).render(Context({"request": request_to("/en/design/"), **context}))
        return re.sub(r"\s+", " ", html).strip()

    return of
