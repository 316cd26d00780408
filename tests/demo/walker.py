"""Follows the links of the site as somebody would, and keeps what did not answer."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag == "a" and address:
            self.found.append(address)


@dataclass
class Walk:
    """Pages opened, by address; dead links with the page they stand on; pages that do not say they are invented."""

    opened: dict[str, int] = field(default_factory=dict)
    dead: dict[str, str] = field(default_factory=dict)
    unmarked: list[str] = field(default_factory=list)


def browser() -> Client:
    """A browser that says where its forms come from."""
    return Client(headers=SAME_ORIGIN)


def walk(client: Client, *starts: str, depth: int, each: int = 1000) -> Walk:
    """Follow internal links from the starts; of one route in one language, open at most `each` pages."""
    found, opened_of = Walk(), Counter[tuple[str, str]]()
    waiting = [(start, 0, "") for start in starts]
    while waiting:
        address, steps, on = waiting.pop(0)
        if address in found.opened or not address.startswith("/") or address.startswith("/static/"):
            continue
        if opened_of[_route(address)] >= each:
            continue
        answer = client.get(address)
        found.opened[address] = answer.status_code
        if answer.status_code in (301, 302):
            waiting.insert(0, (answer["Location"], steps, on))
        elif answer.status_code != 200:
            found.dead[address] = on
        elif answer["Content-Type"].startswith("text/html"):
            _read(found, address, answer)
            opened_of[_route(address)] += 1
            if steps < depth:
                waiting += [(link, steps + 1, address) for link in _links(address, answer)]
    return found


def _route(address: str) -> tuple[str, str]:
    """The language of an address and the name of its view; an address that leads nowhere is a route of its own."""
    language = address[1:3]
    with translation.override(language):
        try:
            return language, resolve(urlsplit(address).path).view_name
        except Resolver404:
            return language, address


def _read(found: Walk, address: str, answer: Any) -> None:
    if b'class="demo-strip"' not in answer.content:
        found.unmarked.append(address)


def _links(address: str, answer: Any) -> list[str]:
    parser = _Links()
    parser.feed(answer.content.decode())
    return list(dict.fromkeys(urljoin(address, link).split("#")[0] for link in parser.found))
