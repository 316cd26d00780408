"""One of the clients: begins, votes, changes its mind, comes back when the connection dies, and remembers it all."""

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from scripts.soak.tally import Cell, Value

TIMEOUT = 30.0
GRACE = 10.0
CHANGES = 0.25
PAGES = 0.05
# A browser's connection is not for ever either; new ones spread over the workers that stand.
REQUESTS_A_CONNECTION = 40
CHOICES: tuple[Value, ...] = (1, 1, 1, -1, -1, 0, None)


class Unanswered(Exception):
    """The connection died before an answer came."""


@dataclass(slots=True)
class Person:
    """One person who began: the cookie that proves it, and the votes by statement."""

    cookie: str
    votes: dict[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Target:
    """Where to vote, and until when (monotonic seconds)."""

    port: int
    conversation: str
    statements: tuple[str, ...]
    until: float

    @property
    def path(self) -> str:
        """The conversation's address."""
        return f"/en/listen/conversation/{self.conversation}"


class Voter(threading.Thread):
    """Votes until the time is over. One person after the other; each answers every statement and changes some."""

    def __init__(self, target: Target, number: int) -> None:
        super().__init__(name=f"voter {number}")
        self.target = target
        self.dice = random.Random(number)  # noqa: S311 (a repeatable crowd, no secret)
        self.people: list[Person] = []
        self.latencies: list[float] = []
        self.errors: Counter[str] = Counter()
        self.reconnects = 0
        self._connection: HTTPConnection | None = None
        self._used = 0

    def run(self) -> None:
        """Until the deadline; a vote that is under way then may still be answered."""
        while time.monotonic() < self.target.until:
            person = self._begin()
            if person is not None:
                self.people.append(person)
                self._vote_on_all(person)
        self._close()

    def _begin(self) -> Person | None:
        status, cookie = self._insist("begin", "POST", "/begin/", "", expected=200)
        return Person(cookie) if status == 200 and cookie else None

    def _vote_on_all(self, person: Person) -> None:
        left = list(self.target.statements)
        self.dice.shuffle(left)
        while left and time.monotonic() < self.target.until:
            again = person.votes and self.dice.random() < CHANGES
            statement = self.dice.choice(list(person.votes)) if again else left.pop()
            self._vote(person, statement, self.dice.choice(CHOICES))
            if self.dice.random() < PAGES:
                self._insist("page", "GET", "/vote/", person.cookie, expected=200)

    def _vote(self, person: Person, statement: str, value: Value) -> None:
        cell = person.votes.setdefault(statement, Cell())
        cell.unanswered.add(value)
        path = f"/vote/{statement}/" + ("take-back/" if value is None else "")
        body = "" if value is None else urlencode({"choice": value})
        if self._insist("vote", "POST", path, person.cookie, body, expected=302)[0] == 302:
            cell.answered(value)

    def _insist(
        self, what: str, method: str, path: str, cookie: str, body: str = "", *, expected: int
    ) -> tuple[int, str]:
        """Send until somebody answers, as an impatient finger would. (0, "") when nobody did in time."""
        while time.monotonic() < self.target.until + GRACE:
            started = time.monotonic()
            try:
                status, given = self._send(method, path, cookie, body)
            except TimeoutError:
                self.errors[f"{what}: no answer in {TIMEOUT:.0f} s"] += 1
                self._close()
            except Unanswered:
                self.reconnects += 1
                self._close()
                time.sleep(0.02)
            else:
                if what == "vote" and status == expected:
                    self.latencies.append(time.monotonic() - started)
                if status != expected:
                    self.errors[f"{what}: {status}"] += 1
                return status, given
        return 0, ""

    def _send(self, method: str, path: str, cookie: str, body: str) -> tuple[int, str]:
        headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
        if cookie:
            headers["Cookie"] = f"words={cookie}"
        if self._connection is None or self._used >= REQUESTS_A_CONNECTION:
            self._close()
            self._connection = HTTPConnection("localhost", self.target.port, timeout=TIMEOUT)
        self._used += 1
        try:
            self._connection.request(method, self.target.path + path, body, headers)
            answer = self._connection.getresponse()
            answer.read()
        except TimeoutError:
            raise
        except (OSError, HTTPException) as death:
            raise Unanswered from death
        cookies = SimpleCookie(answer.headers.get("Set-Cookie", ""))
        return answer.status, cookies["words"].value if "words" in cookies else ""

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._used = None, 0
