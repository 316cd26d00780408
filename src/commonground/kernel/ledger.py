"""Writing the chain: one entry an act, one chain a space, and a head that is signed by a key outside the database."""

import base64
import json
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.apps import apps
from django.conf import settings
from django.db import models

from commonground.kernel import clock, digest
from commonground.kernel.act import Act
from commonground.kernel.actor import signature
from commonground.kernel.keys import Keyring
from commonground.kernel.models import Attested, Chain, Entry, Leaf, Registered, Space
from commonground.kernel.models.ledger import START

FORMAT = "commonground ledger 1"


class LedgerUnavailable(Exception):
    """The entry could not be written, so the act did not happen either."""


def table_of(model: type[models.Model]) -> str:
    """The name under which a table's rows stand in leaves and seals."""
    return model._meta.label_lower


def attested_tables() -> list[type[Attested]]:
    """Every table whose rows leave leaves, in a fixed order."""
    found = [model for model in apps.get_models() if issubclass(model, Attested) and not model._meta.proxy]
    return sorted(found, key=table_of)


def content(row: Attested) -> bytes:
    """The canonical bytes of a row: its columns, and for a registered row its kind, space and language."""
    columns: dict[str, Any] = {
        column.attname: getattr(row, column.attname)
        for column in row._meta.concrete_fields
        if column.attname not in row.unattested
    }
    if isinstance(row, Registered):
        columns |= {"·kind": row.thing.kind, "·space": row.thing.space_id, "·language": row.thing.language}
    return digest.canonical(columns)


def entry_hash(entry: Entry) -> bytes:
    """The hash that the next entry repeats: over every column of the entry but the hash itself."""
    return digest.salted(
        b"",
        digest.canonical(
            {
                "format": FORMAT,
                "space": entry.space_id,
                "number": entry.number,
                "day": entry.day,
                "verb": entry.verb,
                "kind": entry.kind,
                "thing": entry.thing,
                "role": entry.role,
                "party": entry.party,
                "commitment": bytes(entry.commitment),
                "previous": bytes(entry.previous),
            }
        ),
    )


def leaf_digest(leaf: Leaf) -> bytes:
    """A leaf as the entry commits to it: the table, the row, whether it went, and its salted digest."""
    return digest.salted(
        b"", digest.canonical({"table": leaf.table, "row": leaf.row, "gone": leaf.gone, "digest": bytes(leaf.digest)})
    )


def with_things(model: type[Attested]) -> "models.QuerySet[Any]":
    """All rows of a table, each with the Thing it shares its key with."""
    rows: models.QuerySet[Any] = model._default_manager.all()
    return rows.select_related("thing") if issubclass(model, Registered) else rows


def leaves_of(act: Act) -> list[Leaf]:
    """One salted leaf for each row the act touched, read back as the database now holds it."""
    by_model: dict[type[Attested], list[uuid.UUID]] = defaultdict(list)
    for (model, key), gone in act.touched.items():
        if not gone:
            by_model[model].append(key)
    leaves = [
        Leaf(table=table_of(model), row=key.hex, gone=True, salt=None, digest=digest.EMPTY)
        for (model, key), gone in act.touched.items()
        if gone
    ]
    for model, keys in by_model.items():
        for start in range(0, len(keys), 500):
            for row in with_things(model).filter(pk__in=keys[start : start + 500]):
                salt = digest.new_salt()
                leaves.append(
                    Leaf(table=table_of(model), row=row.pk.hex, salt=salt, digest=digest.salted(salt, content(row)))
                )
    return sorted(leaves, key=lambda leaf: bytes(leaf.digest))


def enter(act: Act, *, space: uuid.UUID, kind: str, thing: str) -> Entry:
    """Append the act's entry to its space's chain. The chain's row is locked until the transaction ends."""
    leaves = leaves_of(act)
    who = signature(act.actors)
    Chain.objects.get_or_create(space_id=space)
    chain = Chain.objects.select_for_update().get(space_id=space)
    entry = Entry(
        space_id=space,
        number=chain.length + 1,
        day=clock.today(),
        verb=act.verb,
        kind=kind,
        thing=thing,
        role=who.role,
        party=who.party,
        commitment=digest.root(leaf_digest(leaf) for leaf in leaves),
        previous=bytes(chain.head),
    )
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    for leaf in leaves:
        leaf.entry = entry
    Leaf.objects.bulk_create(leaves, batch_size=150)
    chain.length, chain.head = entry.number, entry.hash
    chain.save(update_fields=["length", "head"])
    return entry


def version() -> str:
    """Changes with every entry of the common chain and with every `stir`: what public pages are cached under."""
    chain = Chain.objects.filter(space_id=Space.common()).values_list("length", "head", "stirred").first()
    return f"{chain[0]}.{bytes(chain[1]).hex()[:16]}.{chain[2]}" if chain else "0"


def stir() -> None:
    """Let public pages be made anew although no entry was written, as when a resident takes back their words."""
    Chain.objects.filter(space_id=Space.common()).update(stirred=models.F("stirred") + 1)


def last(space: uuid.UUID | None = None) -> Entry | None:
    """The newest entry of a chain, by default the common one."""
    return Entry.objects.filter(space_id=space or Space.common()).order_by("-number").first()


def redact(rows: Iterable[Attested]) -> None:
    """Destroy the salts of rows' leaves, so that what they once held can no longer be tested. The chain stays whole."""
    for row in rows:
        Leaf.objects.filter(table=table_of(type(row)), row=row.pk.hex).update(salt=None)


@dataclass(frozen=True, slots=True)
class Head:
    """The length and hash of a chain on a day. Kept elsewhere, it makes truncation and rebuilding visible."""

    space: str
    length: int
    hash: str
    day: str


class HeadRefused(Exception):
    """A saved head is malformed or was not signed by this installation."""


def head(space: uuid.UUID | None = None) -> Head:
    """The present head of a chain, by default the common one."""
    key = space or Space.common()
    chain = Chain.objects.filter(space_id=key).first() or Chain(space_id=key, length=0, head=START)
    return Head(space=key.hex, length=chain.length, hash=bytes(chain.head).hex(), day=clock.today().isoformat())


def keyring() -> Keyring:
    """The installation's keys."""
    return Keyring(settings.KEYS, create=settings.DEMO)


def public_key() -> str:
    """The key that anybody may check a head with, in base64."""
    raw = keyring().signer().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def sign(value: Head) -> str:
    """The head with its Ed25519 signature, as JSON for a file or a printed report."""
    said = digest.canonical({"format": FORMAT, **asdict(value)})
    mark = base64.b64encode(keyring().signer().sign(said)).decode()
    return json.dumps({**asdict(value), "public_key": public_key(), "signature": mark}, indent=2)


def read_head(text: str) -> Head:
    """A signed head read back. Raises HeadRefused when this installation's key did not sign it."""
    try:
        found = json.loads(text)
        value = Head(
            space=uuid.UUID(found["space"]).hex,
            length=int(found["length"]),
            hash=bytes.fromhex(found["hash"]).hex(),
            day=str(found["day"]),
        )
        mark = base64.b64decode(found["signature"], validate=True)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise HeadRefused("The file holds no head: it needs space, length, hash, day and signature.") from error
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key()))
    try:
        key.verify(mark, digest.canonical({"format": FORMAT, **asdict(value)}))
    except InvalidSignature as error:
        raise HeadRefused("The head was not signed by this installation's key, or was changed since.") from error
    return value
