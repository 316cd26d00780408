"""Keeps the web and the worker running together, and turns the day."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta

from commonground.kernel import clock

PATIENCE = 60.0
# A worker that is told to stop while it still loads the site does not hear it; it must not outlive the server.
SECONDS_TO_STOP = 5


def serve(*, port: int, workers: int, with_worker: bool) -> int:
    """Run both until one ends or somebody interrupts; then end the other. No access log: it would hold addresses."""
    if _taken(port):
        sys.stderr.write(f"Port {port} is taken. Stop what listens there, or choose another with --port.\n")
        return 2
    web = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", str(workers), "--no-access-log", "--log-level", "warning", "--respawn-failed-workers",
        "--blocking-threads", str(_threads()), "--workers-kill-timeout", str(SECONDS_TO_STOP),
        "commonground.wsgi:application",
    ]  # fmt: skip
    processes = [subprocess.Popen(web)]  # noqa: S603 (our own server, no shell)
    if with_worker:
        processes.append(subprocess.Popen([sys.executable, "-m", "commonground.cli", "worker"]))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if _answers(port, processes):
            sys.stdout.write(f"Ready: http://localhost:{port}  (stop with Ctrl-C)\n")
            sys.stdout.flush()
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        _end(processes)


def _threads() -> int:
    """Threads of one worker, each with a connection of its own to the database.

    The server's own default, 256, exhausts a PostgreSQL's connections. SQLite has one writer: threads beyond the
    second only wait for its lock, in sleeps that grow.
    """
    return 4 if os.environ.get("DATABASE_URL") else 2


def _taken(port: int) -> bool:
    """Whether somebody listens already: two servers would share the port and answer by turns."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _answers(port: int, processes: list["subprocess.Popen[bytes]"]) -> bool:
    """Whether the site answers before patience ends or a process dies."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and all(process.poll() is None for process in processes):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/en/", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


def _end(processes: list["subprocess.Popen[bytes]"]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()


def until_midnight(moment: datetime) -> float:
    """Seconds from a moment to a minute after the next midnight of the place."""
    tomorrow = (moment + timedelta(days=1)).replace(hour=0, minute=1, second=0, microsecond=0)
    return (tomorrow - moment).total_seconds()


def _turn_days() -> None:
    """Once a day, soon after midnight: what fell due is done. A missed day is made up at the next start.

    Never more often: a seal an hour would date a vote to the hour.
    """
    from commonground.kernel import days
    from commonground.kernel.actor import Clock
    from commonground.listen import tasks

    while True:
        if not days.turned():
            days.turn(by=Clock())
            tasks.daily.enqueue()
        time.sleep(until_midnight(clock.now()))


def work() -> int:
    """Run background tasks until stopped."""
    from django.core.management import call_command

    threading.Thread(target=_turn_days, daemon=True).start()
    call_command("db_worker", "--interval", os.environ.get("COMMONGROUND_TASK_SECONDS", "1"), verbosity=0)
    return 0
