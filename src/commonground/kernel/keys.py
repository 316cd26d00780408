"""Keys that must never sit in the database: whoever steals a dump has the locks without the keys.

Each key is one file of random bytes, readable by its owner alone. This module imports no Django, so that
settings can read the cookie key from it.
"""

import base64
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KeyName = Literal["cookies", "receipts", "ledger"]
NAMES: tuple[KeyName, ...] = ("cookies", "receipts", "ledger")
SIZE = 32


class KeyMissing(Exception):
    """A key file is absent or has the wrong size; carries its path and what to do."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The key {path} is missing or damaged. On a new installation run `commonground keys create`; "
            "on an existing one put the saved key back: a new one would make every receipt useless."
        )


@dataclass(frozen=True, slots=True)
class Keyring:
    """The three keys of an installation, in one folder.

    `create` makes a missing key on first use; only the demo and the tests ask for that.
    """

    folder: Path
    create: bool = False

    def secret(self, name: KeyName) -> bytes:
        """The 32 bytes of a key. Raises KeyMissing."""
        path = self.folder / f"{name}.key"
        if self.create:
            self.make(name)
        try:
            found = path.read_bytes()
        except OSError as error:
            raise KeyMissing(path) from error
        if len(found) != SIZE:
            raise KeyMissing(path)
        return found

    def text(self, name: KeyName) -> str:
        """A key as text, for settings that want a string."""
        return base64.urlsafe_b64encode(self.secret(name)).decode()

    def signer(self) -> Ed25519PrivateKey:
        """The private key that signs the ledger's head."""
        return Ed25519PrivateKey.from_private_bytes(self.secret("ledger"))

    def make(self, name: KeyName) -> bool:
        """Write a new key unless one stands; True when it was written.

        The file appears whole or not at all: two processes that start together must agree on one key.
        """
        path = self.folder / f"{name}.key"
        if path.exists():
            return False
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.folder / f".{name}.{secrets.token_hex(8)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return False
        finally:
            draft.unlink()
        return True
