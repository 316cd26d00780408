"""Alder Falls on a real server: loaded once a run, copied for each who changes it, served by processes of its own."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.settings import TEST_HOME

LOADED = TEST_HOME / "alder-falls"
STARTING = 60.0
STOPPING = 20.0


class NoTown(AssertionError):
    """A command of the town failed, or its server did not answer; carries what was printed."""


@dataclass(frozen=True, slots=True)
class Town:
    """One installation of the demo, in a folder of its own."""

    home: Path

    def run(self, *words: str | Path, timeout: float = 240) -> str:
        """Run a command of `commonground` in this town and return what it printed. Raises NoTown."""
        return self.python("-m", "commonground.cli", *words, timeout=timeout)

    def python(self, *words: str | Path, timeout: float = 240) -> str:
        """Run Python with the settings of this town."""
        command = [sys.executable, *map(str, words)]
        done = subprocess.run(
            command, env=self._environment(), capture_output=True, text=True, timeout=timeout, check=False
        )
        if done.returncode:
            raise NoTown(f"{' '.join(command)} left with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    @contextmanager
    def serve(self, *options: str) -> Iterator[str]:
        """`commonground serve` on a free port; gives its address. An error in its log fails the test."""
        port = _free_port()
        log = self.home / f"serve-{port}.log"
        with log.open("w") as printed:
            server = subprocess.Popen(
                [sys.executable, "-m", "commonground.cli", "serve", "--port", str(port), *options],
                env=self._environment(),
                stdout=printed,
                stderr=subprocess.STDOUT,
            )
        address = f"http://localhost:{port}"
        try:
            _wait_for(address, server, log)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(timeout=STOPPING)
            except subprocess.TimeoutExpired:
                server.kill()
        if "ERROR" in log.read_text():
            raise NoTown(f"The server complained.\n{log.read_text()[-4000:]}")

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COMMONGROUND_")}
        kept.pop("DATABASE_URL", None)
        return kept | {
            "COMMONGROUND_HOME": str(self.home),
            "COMMONGROUND_MODE": "demo",
            "DJANGO_SETTINGS_MODULE": "commonground.settings",
        }


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    headers: Message
    content: bytes


def ask(address: str, headers: Mapping[str, str] | None = None) -> Answer:
    """GET a page of this machine, following no redirect. Raises OSError while nobody listens there."""
    parts = urlsplit(address)
    assert parts.hostname
    connection = HTTPConnection(parts.hostname, parts.port, timeout=20)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}" if parts.query else parts.path, headers=headers or {})
        got = connection.getresponse()
        return Answer(got.status, got.headers, got.read())
    finally:
        connection.close()


def _wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until and server.poll() is None:
        try:
            status = ask(f"{address}/en/").status
        except OSError:
            time.sleep(0.1)
            continue
        if status == 200:
            return
        raise NoTown(f"{address} answered {status}.\n{log.read_text()[-4000:]}")
    raise NoTown(f"{address} did not answer.\n{log.read_text()[-4000:]}")


@contextmanager
def copied() -> Iterator[Town]:
    """A copy of the loaded town that may be changed, gone afterwards."""
    _load_once()
    home = TEST_HOME / f"town-{os.getpid()}-{time.monotonic_ns()}"
    shutil.copytree(LOADED, home)
    try:
        yield Town(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _load_once() -> None:
    """Load the demo; parallel workers wait for the first of them."""
    with (TEST_HOME / "alder-falls.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if LOADED.exists():
            return
        home = LOADED.with_suffix(".loading")
        shutil.rmtree(home, ignore_errors=True)
        town = Town(home)
        town.run("keys", "create")
        town.run("migrate", "--noinput", "--verbosity", "0")
        town.run("collectstatic", "--noinput", "--verbosity", "0")
        town.run("demo", "load")
        home.rename(LOADED)
