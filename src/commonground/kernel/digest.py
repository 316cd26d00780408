"""Canonical bytes, salted digests and Merkle roots: the arithmetic under the ledger and the seals.

Roots follow RFC 6962 (leaf and node hashes have different prefixes, so a node can never pass for a leaf), over
leaves sorted by value: salted digests are uniform, so their order says nothing about who came first.
"""

import hashlib
import json
import secrets
import uuid
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

SALT = 16
EMPTY = hashlib.sha256(b"").digest()


def plain(value: object) -> object:
    """A column's value as JSON can carry it, the same from every database."""
    match value:
        case uuid.UUID():
            return value.hex
        case date():
            return value.isoformat()
        case Decimal():
            return format(value.normalize(), "f")
        case bytes() | memoryview():
            return bytes(value).hex()
        case _:
            return value


def canonical(content: Mapping[str, Any]) -> bytes:
    """The one spelling of a content: sorted keys, no spaces, UTF-8."""
    ready = {key: plain(value) for key, value in content.items()}
    return json.dumps(ready, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def new_salt() -> bytes:
    """16 random bytes. Whoever lacks them cannot test a guess against a digest."""
    return secrets.token_bytes(SALT)


def salted(salt: bytes, content: bytes) -> bytes:
    """SHA-256 of salt and content."""
    return hashlib.sha256(bytes(salt) + content).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The Merkle root of a set of 32-byte leaves, whatever order they come in."""
    level = [hashlib.sha256(b"\x00" + bytes(leaf)).digest() for leaf in sorted(bytes(leaf) for leaf in leaves)]
    if not level:
        return EMPTY
    while len(level) > 1:
        odd = level[-1:] if len(level) % 2 else []
        level = [
            hashlib.sha256(b"\x01" + left + right).digest()
            for left, right in zip(level[::2], level[1::2], strict=False)
        ] + odd
    return level[0]
