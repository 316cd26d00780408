"""Where a soak keeps its installation: a folder and, for PostgreSQL, a database of its own, both gone afterwards."""

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from commonground.kernel.keys import NAMES, Keyring

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Installation:
    """A folder with keys, and the environment in which every process of the soak runs."""

    folder: Path
    environment: dict[str, str]


@contextmanager
def installation(database: str) -> Iterator[Installation]:
    """A new installation on "sqlite", or beside the database that a PostgreSQL URL names, never in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMMONGROUND_", "DATABASE_"))}
    with tempfile.TemporaryDirectory(prefix="commonground-soak-") as name:
        folder = Path(name)
        for key in NAMES:
            Keyring(folder / "keys").make(key)
        kept |= {
            "DJANGO_SETTINGS_MODULE": "commonground.settings",
            "COMMONGROUND_HOME": name,
            "COMMONGROUND_MODE": "town",
            "PYTHONPATH": str(ROOT),
        }
        if database == "sqlite":
            yield Installation(folder, kept)
        else:
            with _own_database(database) as url:
                yield Installation(folder, kept | {"DATABASE_URL": url})


@contextmanager
def _own_database(template: str) -> Iterator[str]:
    """Make a database under a name that no other can have, and drop it afterwards."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    parts = urlsplit(template)
    name = f"{parts.path.strip('/')[:40]}_soak_{secrets.token_hex(4)}"
    server = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
