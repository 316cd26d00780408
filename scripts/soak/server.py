"""The site under attack: `commonground serve` with two workers, one of which dies by SIGKILL now and then."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WORKERS = 2
PATIENCE = 90.0


class SiteFailed(Exception):
    """The site did not start, or ended before it was told to."""


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: its process, its port and where its words go."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    @property
    def stands(self) -> bool:
        """Whether the command that serves still runs."""
        return self.process.poll() is None

    def workers(self) -> list[int]:
        """The processes that answer, or load the site to do so."""
        return [worker for server in _children(self.process.pid) for worker in _children(server)]

    def settle(self) -> bool:
        """Wait until all workers listen again; False when they do not come back."""
        until = time.monotonic() + PATIENCE
        while self.stands and time.monotonic() < until:
            if listeners(self.port) >= WORKERS:
                return True
            time.sleep(0.1)
        return False

    def kill_oldest_worker(self) -> bool:
        """Kill the worker that has lived longest, if all listen; False while one is still starting."""
        workers = self.workers()
        if len(workers) < WORKERS or listeners(self.port) < WORKERS:
            return False
        os.kill(min(workers, key=_started), signal.SIGKILL)
        return True

    def said(self) -> list[str]:
        """What the site wrote, apart from the deaths we caused and an operating system's advice."""
        lines = self.log.read_text(errors="replace").splitlines()
        expected = ("Ready:", "Unexpected exit from worker", "tcp_migrate_req", "queued connections may be reset")
        return [line for line in lines if line.strip() and not any(words in line for words in expected)]


def listeners(port: int) -> int:
    """How many sockets accept connections on a port: each worker opens its own once it has loaded the site."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == "0A" for row in rows)


def _children(parent: int) -> list[int]:
    """The processes of a process, without the helper that Python's own library starts."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if _stat(int(entry.name))[1] == str(parent) and b"resource_tracker" not in _command(entry):
                found.append(int(entry.name))
        except OSError:
            # It ended while we looked.
            continue
    return found


def _stat(process: int) -> list[str]:
    """The fields of /proc/PID/stat after the name: state, parent, …"""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def _command(entry: Path) -> bytes:
    return (entry / "cmdline").read_bytes()


def _started(process: int) -> int:
    return int(_stat(process)[19])


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(environment: dict[str, str], root: Path, log: Path) -> Iterator[Site]:
    """Serve until the block ends. Raises SiteFailed with what the site said."""
    port = free_port()
    command = [sys.executable, "-m", "commonground.cli", "serve", "--port", str(port)]
    with log.open("wb") as words:
        process = subprocess.Popen(
            [*command, "--workers", str(WORKERS), "--no-worker"],
            env=environment,
            cwd=root,
            stdout=words,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_ready(process, log)
        yield Site(process, port, log)
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait_until_ready(process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while b"Ready:" not in log.read_bytes():
        if process.poll() is not None or time.monotonic() > until:
            raise SiteFailed(f"The site did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.1)
