"""The French catalogue, kept without the gettext programs: Babel reads what Django's templates and code mark.

The .po file carries no dates and no line numbers and is sorted, so that two branches rarely meet in it; the .mo
file is built at set-up and never committed. English is the source and needs no catalogue.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent
KEYWORDS: dict[str, tuple[Any, ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
PLACEHOLDER = re.compile(r"%\(\w+\)[#0\- +]*[\d.]*[a-z]|(?<!%)%[sdrf]|\{(?:[A-Za-z_][\w.]*|\d*)(?:[!:][^{}]*)?\}")

type Key = tuple[str, str]


@dataclass(frozen=True)
class Tree:
    """Where to look for marked strings, and where the catalogue of `language` lies."""

    source: Path = PACKAGE
    locale: Path = field(default=PACKAGE / "locale")
    language: str = "fr"

    @cached_property
    def po(self) -> Path:
        """The catalogue people edit."""
        return self.locale / self.language / "LC_MESSAGES" / "django.po"

    @cached_property
    def mo(self) -> Path:
        """The catalogue Django reads."""
        return self.po.with_suffix(".mo")


@dataclass(frozen=True)
class Marked:
    """A string marked for translation, and the first place it stands, as file:line."""

    id: str | tuple[str, ...]
    context: str
    place: str

    @property
    def key(self) -> Key:
        """What makes two marked strings one entry: the singular and its context."""
        return _key(self.id, self.context)


def _key(source: object, context: str | None) -> Key:
    return (str(source[0] if isinstance(source, list | tuple) else source), context or "")


def _from_template(
    file: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Any
) -> Iterator[Any]:
    from django.utils.translation.template import templatize

    code = templatize(file.read().decode(), origin=getattr(file, "name", None))
    # In brackets, indentation means nothing: a page is no Python, and its margins go in and out freely.
    return extract_python(BytesIO(f"({code}\n)".encode()), keywords, comment_tags, options)


def marked(tree: Tree) -> dict[Key, Marked]:
    """Every marked string of the tree, in a fixed order. A plural form wins over the same singular alone."""
    found: dict[Key, Marked] = {}
    methods: list[tuple[str, Any]] = [("**.py", "python"), ("**.html", _from_template), ("**.txt", _from_template)]
    rows = extract_from_dir(tree.source, methods, {"**": {"encoding": "utf-8"}}, keywords=KEYWORDS)
    for name, line, strings, _comments, context in sorted(rows, key=lambda row: row[:2]):
        one = Marked(strings, context or "", f"{Path(name).as_posix()}:{line}")
        known = found.get(one.key)
        if known is None or (isinstance(strings, tuple) and isinstance(known.id, str)):
            found[one.key] = one
    return dict(sorted(found.items()))


def _read(tree: Tree) -> Catalog:
    with tree.po.open("rb") as file:
        return read_po(file, locale=tree.language, charset="utf-8", abort_invalid=True)


def update(tree: Tree | None = None) -> None:
    """Bring the catalogue up to the sources: keep translations, add what is new, drop what nothing uses.

    Raises babel's PoFileError when the catalogue cannot be read; it is then left as it stands.
    """
    tree = tree or Tree()
    old = _entries(_read(tree)) if tree.po.exists() else {}
    new = Catalog(locale=tree.language)
    for one in marked(tree).values():
        said = old.get(one.key)
        # A plural that became a singular, or the reverse, has to be translated again.
        kept = said if said and isinstance(said.id, str) == isinstance(one.id, str) else None
        new.add(
            one.id,
            kept.string if kept else None,
            flags=["fuzzy"] if kept and kept.fuzzy else [],
            user_comments=kept.user_comments if kept else [],
            context=one.context or None,
        )
    body = BytesIO()
    write_po(body, new, width=100, no_location=True, omit_header=True, ignore_obsolete=True)
    tree.po.parent.mkdir(parents=True, exist_ok=True)
    header = HEADER.format(language=tree.language, plural=new.plural_forms)
    tree.po.write_text(header + body.getvalue().decode().strip("\n") + "\n", encoding="utf-8")


def build(tree: Tree | None = None) -> bool:
    """Write the .mo file unless it is newer than the .po; True when it was written."""
    tree = tree or Tree()
    if not tree.po.exists() or (tree.mo.exists() and tree.mo.stat().st_mtime_ns > tree.po.stat().st_mtime_ns):
        return False
    whole = BytesIO()
    write_mo(whole, _read(tree))
    # Renamed into place: a worker that starts meanwhile reads a whole file or the old one.
    draft = tree.mo.with_suffix(".draft")
    draft.write_bytes(whole.getvalue())
    draft.replace(tree.mo)
    return True


def check(tree: Tree | None = None) -> list[str]:
    """Every fault of the catalogue against the sources, as sentences; empty when French is complete."""
    tree = tree or Tree()
    wanted = marked(tree)
    if not tree.po.exists():
        return [f"{tree.po.name} of {tree.language} is missing; `commonground messages update` starts it."]
    try:
        catalog = _read(tree)
    except (PoFileError, UnicodeDecodeError) as fault:
        return [f"{tree.po.name} of {tree.language} cannot be read: {fault}"]
    entries = _entries(catalog)
    faults = [f"{one.place}: not in the catalogue: {_quote(key)}" for key, one in wanted.items() if key not in entries]
    faults += [f"nothing uses it any more: {_quote(key)}" for key in sorted(entries) if key not in wanted]
    faults += [f"left over as obsolete: {_quote(_key(old.id, old.context))}" for old in catalog.obsolete.values()]
    for key, one in wanted.items():
        if key in entries:
            faults += [
                f"{one.place}: {said}: {_quote(key)}" for said in _faults(one, entries[key], catalog.num_plurals)
            ]
    return faults


def _entries(catalog: Catalog) -> dict[Key, Message]:
    return {_key(entry.id, entry.context): entry for entry in catalog if entry.id}


def _quote(key: Key) -> str:
    singular, context = key
    return f"“{singular}”" + (f" (as {context})" if context else "")


def _faults(one: Marked, entry: Message, plurals: int) -> Iterator[str]:
    ids = (one.id,) if isinstance(one.id, str) else tuple(one.id)
    said = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
    if isinstance(entry.id, str) != isinstance(one.id, str):
        yield "singular in one place and plural in the other"
        return
    if len(said) != (1 if isinstance(one.id, str) else plurals):
        yield f"{len(said)} forms where the language has {plurals}"
        return
    if not all(text and text.strip() for text in said):
        yield "not translated"
        return
    if entry.fuzzy:
        yield "marked fuzzy, so a person has still to confirm it"
    source = sorted(PLACEHOLDER.findall(ids[-1]))
    if sorted(PLACEHOLDER.findall(said[-1])) != source:
        yield f"placeholders differ: {_list(ids[-1])} became {_list(said[-1])}"
    # The first plural form may leave its number out ("one voice"), but not bring in another name.
    for text in said[:-1]:
        if extra := set(PLACEHOLDER.findall(text)) - set(source):
            yield f"placeholders that the source lacks: {', '.join(sorted(extra))}"


def _list(text: str) -> str:
    return ", ".join(sorted(PLACEHOLDER.findall(text))) or "none"
