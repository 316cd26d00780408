"""The `commonground` command. What it does not know itself, it hands to Django's management commands."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

FAULTY = 1
UNUSABLE = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonground.settings")
    given = list(sys.argv[1:] if arguments is None else arguments)
    from commonground.kernel.keys import KeyMissing

    try:
        _run(given)
    except KeyMissing as missing:
        sys.exit(_refuse(missing))


def _run(given: list[str]) -> None:
    parser = _parser()
    if given and given[0] not in _known(parser) and not given[0].startswith("-"):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["commonground", *given])
        return
    chosen = parser.parse_args(given or ["--help"])
    sys.exit(chosen.run(chosen))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="commonground", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    keys = _add(commands, "keys", keys_create, "make the keys that must never sit in the database")
    keys.add_argument("what", choices=["create"])

    messages = _add(commands, "messages", messages_do, "keep the French catalogue")
    messages.add_argument("what", choices=["build", "check", "update"])

    demo = _add(commands, "demo", demo_load, "load Alder Falls, once; only with COMMONGROUND_MODE=demo")
    demo.add_argument("what", choices=["load"])

    serve = _add(commands, "serve", serve_site, "start web and worker")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1)
    serve.add_argument("--no-worker", action="store_true", help="start the web alone")

    _add(commands, "worker", work, "do background tasks, and turn the day")

    opinions = _add(commands, "opinions", opinions_print, "analyse a Polis export")
    opinions.add_argument("directory", type=Path)
    opinions.add_argument("--json", action="store_true", help="one JSON object (the only form there is)")

    bring = _add(commands, "import", import_conversation, "bring a Polis export into an empty conversation")
    bring.add_argument("conversation", help="the conversation's key, as in its address")
    bring.add_argument("directory", type=Path)

    chain = _add(commands, "ledger", ledger_do, "verify the ledger, or print its signed head")
    chain.add_argument("what", choices=["verify", "head"])
    chain.add_argument("--head", type=Path, help="a head saved earlier, to find truncation and rebuilding")
    chain.add_argument("--json", action="store_true")

    matrix = _add(commands, "access-matrix", access_matrix, "print who may do and see what")
    matrix.add_argument("--json", action="store_true")
    return parser


def _add(commands: Any, name: str, run: Callable[[argparse.Namespace], int], said: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=said, description=said)
    parser.set_defaults(run=run)
    return parser


def _known(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions if action.choices for name in action.choices}


def _django() -> None:
    import django

    django.setup()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _refuse(text: object) -> int:
    sys.stderr.write(f"{text}\n")
    return UNUSABLE


def keys_create(_: argparse.Namespace) -> int:
    """Make each key that is missing; never replace one."""
    from commonground.kernel.keys import NAMES, Keyring

    home = Path(os.environ.get("COMMONGROUND_HOME", "var")).resolve()
    ring = Keyring(Path(os.environ.get("COMMONGROUND_KEYS", home / "keys")).resolve())
    made = [name for name in NAMES if ring.make(name)]
    _say(
        f"Made: {', '.join(made)}. Save a copy apart from the database."
        if made
        else "All keys stand; none was touched."
    )
    return 0


def messages_do(chosen: argparse.Namespace) -> int:
    """Build, check or update the catalogue of French."""
    from commonground.kernel import messages

    if chosen.what == "check":
        faults = messages.check()
        for fault in faults:
            _say(fault)
        return FAULTY if faults else 0
    (messages.build if chosen.what == "build" else messages.update)()
    return 0


def demo_load(_: argparse.Namespace) -> int:
    """Load the demo unless a place is open already."""
    _django()
    from commonground.demo import load

    try:
        _say(load.alder_falls())
    except load.NotADemo as refusal:
        return _refuse(refusal)
    return 0


def serve_site(chosen: argparse.Namespace) -> int:
    """Start the web and, unless told otherwise, the worker; stop both when either ends."""
    from commonground.web import serving

    return serving.serve(port=chosen.port, workers=chosen.workers, with_worker=not chosen.no_worker)


def work(_: argparse.Namespace) -> int:
    """Do background tasks until stopped."""
    _django()
    from commonground.web import serving

    return serving.work()


def opinions_print(chosen: argparse.Namespace) -> int:
    """Analyse an export and print the result as JSON."""
    from commonground.analysis.opinion import PolisError, opinions_of

    try:
        _say(json.dumps(opinions_of(chosen.directory), ensure_ascii=False))
    except PolisError as fault:
        return _refuse(fault)
    return 0


def import_conversation(chosen: argparse.Namespace) -> int:
    """Bring an export into a conversation that is still empty."""
    _django()
    import uuid

    from commonground.analysis.opinion import PolisError
    from commonground.kernel.actor import Installer
    from commonground.kernel.refusals import RefusedAct
    from commonground.listen.actions import imports
    from commonground.listen.models import Conversation

    try:
        conversation = Conversation.objects.get(pk=uuid.UUID(chosen.conversation))
        report = imports.bring_in(conversation=conversation, directory=chosen.directory, by=Installer())
    except (ValueError, Conversation.DoesNotExist):
        return _refuse("No conversation has that key. Copy it from the conversation's address.")
    except (PolisError, RefusedAct) as refusal:
        return _refuse(refusal)
    _say(json.dumps(asdict(report)))
    return 0


def ledger_do(chosen: argparse.Namespace) -> int:
    """Verify the whole installation, or print the head that makes a later verification stronger."""
    _django()
    from commonground.kernel import ledger, verify

    if chosen.what == "head":
        _say(ledger.sign(ledger.head()))
        return 0
    try:
        saved = ledger.read_head(chosen.head.read_text()) if chosen.head else None
    except (OSError, UnicodeDecodeError, ledger.HeadRefused) as fault:
        return _refuse(fault)
    verdict = verify.verify(saved)
    if chosen.json:
        _say(json.dumps(asdict(verdict)))
    else:
        for line in verify.lines(verdict):
            _say(line)
    return FAULTY if verdict.faults else 0


def access_matrix(chosen: argparse.Namespace) -> int:
    """Print every cell of the policy, and the routes that no rule binds."""
    _django()
    from commonground.kernel import matrix

    found = matrix.matrix()
    _say(json.dumps(found.as_json(), indent=1) if chosen.json else found.as_text())
    return FAULTY if found.unbound else 0


if __name__ == "__main__":
    main()
