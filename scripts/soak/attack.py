"""One soak: a town, its site, the clients, the killer and the sealer; then what came of it."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from scripts.soak import server
from scripts.soak.place import ROOT, Installation
from scripts.soak.voter import Target, Voter

PROGRESS = 5.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, with how many clients, and how often (seconds) a worker dies and a seal is made."""

    seconds: float
    clients: int
    kill_every: float
    seal_every: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a soak found. `faults` are sentences: any one of them fails it. Times in seconds."""

    votes: int
    took: float
    latencies: list[float]
    people: int
    kills: int
    reconnects: int
    seals: int
    errors: int
    standing: int
    entries: int
    faults: list[str]

    @property
    def a_second(self) -> float:
        """Acknowledged votes a second."""
        return self.votes / self.took


class TownFailed(Exception):
    """A process of ours that knows Django ended badly; carries what it said."""


def soak(plan: Plan, at: Installation) -> Outcome:
    """Attack for as long as planned, stop the site, seal the rest and compare."""
    made = json.loads(town(at, "prepare"))
    with server.running(at.environment, ROOT, at.folder / "site.log") as site:
        with _sealing(at, plan.seal_every) as sealer:
            started = time.monotonic()
            target = Target(site.port, made["conversation"], tuple(made["statements"]), started + plan.seconds)
            voters = [Voter(target, number) for number in range(plan.clients)]
            for voter in voters:
                voter.start()
            kills = _attack(voters, site, plan, started)
            for voter in voters:
                voter.join()
            took = time.monotonic() - started
        faults = [] if site.settle() else ["The site did not come back with all its workers."]
    checked = _check(at, made["head"], voters)
    errors = sum((voter.errors for voter in voters), Counter[str]())
    faults += checked["faults"] + sealer.faults
    faults += [f"The site answered or failed: {error}, {count} times." for error, count in errors.items()]
    faults += [f"The site wrote: {line}" for line in site.said()]
    latencies = [latency for voter in voters for latency in voter.latencies]
    return Outcome(
        votes=len(latencies),
        took=took,
        latencies=latencies,
        people=sum(len(voter.people) for voter in voters),
        kills=kills,
        reconnects=sum(voter.reconnects for voter in voters),
        seals=sealer.made,
        errors=errors.total(),
        standing=checked["standing"],
        entries=checked["entries"],
        faults=faults,
    )


def _attack(voters: list[Voter], site: server.Site, plan: Plan, started: float) -> int:
    """Kill workers and print progress until the time is over; the number of kills."""
    kills, kill_at, tell_at = 0, plan.kill_every, PROGRESS
    while (now := time.monotonic() - started) < plan.seconds:
        if now >= kill_at and site.kill_oldest_worker():
            kills, kill_at = kills + 1, now + plan.kill_every
        if now >= tell_at:
            votes = sum(len(voter.latencies) for voter in voters)
            errors = sum(voter.errors.total() for voter in voters)
            print(f"{now:4.0f} s: {votes} votes, {votes / now:.0f}/s, {kills} kills, {errors} errors", flush=True)
            tell_at += PROGRESS
        time.sleep(0.1)
    return kills


@dataclass(slots=True)
class _Sealer:
    made: int
    faults: list[str]


@contextmanager
def _sealing(at: Installation, every: float) -> Iterator[_Sealer]:
    """Another process seals now and then until the block ends."""
    found = _Sealer(0, [])
    process = subprocess.Popen(
        _command("seal", str(every)),
        env=at.environment,
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        if process.stdout is not None:
            process.stdout.readline()
        yield found
    finally:
        said, complaint = process.communicate(timeout=60)
        if process.returncode:
            found.faults.append(f"Sealing failed: {complaint}")
        else:
            found.made = int(said)


def _check(at: Installation, head: str, voters: list[Voter]) -> Any:
    people = [
        {
            "cookie": person.cookie,
            "votes": {key: [cell.acknowledged, list(cell.unanswered)] for key, cell in person.votes.items()},
        }
        for voter in voters
        for person in voter.people
    ]
    told = at.folder / "told.json"
    told.write_text(json.dumps({"head": head, "people": people}))
    return json.loads(town(at, "check", str(told)))


def town(at: Installation, *arguments: str) -> str:
    """What a command of `scripts.soak.town` printed. Raises TownFailed."""
    done = subprocess.run(
        _command(*arguments), env=at.environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise TownFailed(done.stderr)
    return done.stdout


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "scripts.soak.town", *arguments]
