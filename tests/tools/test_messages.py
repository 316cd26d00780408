"""The catalogue of French: everything marked is found, and every fault is named."""

import gettext
import os
import re
from pathlib import Path

import pytest

from commonground.kernel.messages import Tree, build, check, marked, update

CODE = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, pgettext
A = _("Say what you think")
B = gettext_lazy("Hello, {name}")
C = ngettext("%(n)s voice", "%(n)s voices", 2)
D = pgettext("verb", "Post")
"""
PAGE = """{% load i18n %}{% translate "Your words" %} {{ x|default:_("Nobody's") }}
      (a list that
   begins deeper than
     it goes on, it's 10% [odd
{% blocktranslate trimmed with place=p %}
  In {{ place }},
  100% is everybody
{% endblocktranslate %}
{% blocktranslate count n=n trimmed %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}
{% translate "Post" context "noun" %}"""
FRENCH: dict[str, str | tuple[str, str]] = {
    "Say what you think": "Dites ce que vous pensez",
    "Hello, {name}": "Bonjour {name}",
    "%(n)s voice": ("Une voix", "%(n)s voix"),
    "Your words": "Vos mots",
    "Nobody's": "À personne",
    "In %(place)s, 100%% is everybody": "À %(place)s, 100 %% est tout le monde",
    "%(n)s day": ("%(n)s jour", "%(n)s jours"),
}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A small room in English, with its French complete."""
    (tmp_path / "room" / "templates").mkdir(parents=True)
    (tmp_path / "room" / "views.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "room" / "templates" / "page.html").write_text(PAGE, encoding="utf-8")
    tree = Tree(source=tmp_path / "room", locale=tmp_path / "locale")
    update(tree)
    text = tree.po.read_text(encoding="utf-8")
    for english, french in FRENCH.items():
        text = translated(text, english, french)
    text = text.replace('msgctxt "verb"\nmsgid "Post"\nmsgstr ""', 'msgctxt "verb"\nmsgid "Post"\nmsgstr "Poster"')
    text = text.replace('msgctxt "noun"\nmsgid "Post"\nmsgstr ""', 'msgctxt "noun"\nmsgid "Post"\nmsgstr "Poste"')
    tree.po.write_text(text, encoding="utf-8")
    return tree


def translated(text: str, english: str, french: str | tuple[str, str]) -> str:
    """The catalogue with one entry filled in."""
    head = f'msgid "{english}"\n'
    assert head in text
    if isinstance(french, str):
        return text.replace(f'{head}msgstr ""', f'{head}msgstr "{french}"')
    empty = re.compile(re.escape(head) + r'(msgid_plural "[^"]*"\n)msgstr\[0\] ""\nmsgstr\[1\] ""')
    return empty.sub(lambda found: f'{head}{found[1]}msgstr[0] "{french[0]}"\nmsgstr[1] "{french[1]}"', text)


def spoil(tree: Tree, old: str, new: str) -> None:
    text = tree.po.read_text(encoding="utf-8")
    assert old in text
    tree.po.write_text(text.replace(old, new), encoding="utf-8")


def test_every_kind_of_mark_is_found_in_code_and_pages(tree: Tree) -> None:
    assert {singular for singular, _ in marked(tree)} == {*FRENCH, "Post"}
    assert {context for _, context in marked(tree)} == {"", "verb", "noun"}


def test_a_complete_catalogue_has_no_faults(tree: Tree) -> None:
    assert check(tree) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('msgid "Your words"\nmsgstr "Vos mots"\n', "", "templates/page.html:1: not in the catalogue: “Your words”"),
        ("Vos mots", "", "page.html:1: not translated: “Your words”"),
        ("Une voix", "", "views.py:5: not translated: “%(n)s voice”"),
        ('msgid "Your words"', '#, fuzzy\nmsgid "Your words"', "fuzzy"),
        ("Bonjour {name}", "Bonjour {nom}", "{name} became {nom}"),
        ("Bonjour {name}", "Bonjour", "{name} became none"),
        ("À %(place)s", "À %(lieu)s", "%(place)s became %(lieu)s"),
        ("Une voix", "%(nombre)s voix", "source lacks: %(nombre)s"),
        ('msgstr[1] "%(n)s jours"\n', "", "not translated: “%(n)s day”"),
        ('msgid "Your words"', '#~ msgid "Gone"\n#~ msgstr "Parti"\n\nmsgid "Your words"', "obsolete: “Gone”"),
        (
            'msgid "Your words"',
            'msgid "Gone"\nmsgstr "Parti"\n\nmsgid "Your words"',
            "nothing uses it any more: “Gone”",
        ),
        ('msgid "Your words"', '<<<<<<< ours\nmsgid "Your words"', "cannot be read"),
    ],
)
def test_each_fault_is_named(tree: Tree, old: str, new: str, said: str) -> None:
    spoil(tree, old, new)
    faults = check(tree)
    assert len(faults) == 1, faults
    assert said in faults[0]


def test_a_missing_catalogue_is_a_fault(tree: Tree) -> None:
    tree.po.unlink()
    assert "missing" in check(tree)[0]


def test_an_update_keeps_translations_adds_what_is_new_and_drops_what_is_gone(tree: Tree) -> None:
    code = tree.source / "views.py"
    code.write_text(CODE.replace("Say what you think", "Say it"), encoding="utf-8")
    update(tree)
    catalogue = tree.po.read_text(encoding="utf-8")
    assert "Bonjour {name}" in catalogue
    assert "Say what you think" not in catalogue
    assert check(tree) == ["views.py:3: not translated: “Say it”"]


def test_an_update_that_changes_nothing_writes_the_same_bytes_without_dates_or_lines(tree: Tree) -> None:
    update(tree)
    once = tree.po.read_bytes()
    update(tree)
    assert tree.po.read_bytes() == once
    assert b"Date" not in once
    assert b"views.py" not in once


def test_the_built_catalogue_speaks_french_and_is_built_once(tree: Tree) -> None:
    assert build(tree)
    with tree.mo.open("rb") as file:
        spoken = gettext.GNUTranslations(file)
    assert spoken.gettext("Your words") == "Vos mots"
    assert spoken.pgettext("noun", "Post") == "Poste"
    assert [spoken.ngettext("%(n)s voice", "%(n)s voices", n) for n in (0, 1, 2)] == [
        "Une voix",
        "Une voix",
        "%(n)s voix",
    ]
    assert not build(tree)
    later = tree.mo.stat().st_mtime_ns + 1
    os.utime(tree.po, ns=(later, later))
    assert build(tree)
