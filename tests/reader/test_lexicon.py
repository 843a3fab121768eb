"""The tables of words as tables: nothing stands in them that no rule asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import lexicon
from reader.text import key

READER = Path(lexicon.__file__).parent.parent
#: Tables in which a column says what a row is for.
KINDS = [
    ("function_words", "class"),
    ("glued_words", "class"),
    ("home_clues", "kind"),
    ("meeting_blockers", "reach"),
    ("meeting_function_words", "class"),
    ("meeting_markers", "role"),
    ("meeting_roles", "class"),
    ("name_words", "kind"),
    ("page_cues", "class"),
    ("page_headline", "feature"),
    ("page_outlets", "class"),
    ("page_words", "class"),
    ("place_words", "class"),
    ("prose_openers", "kind"),
    ("role_words", "kind"),
    ("statement_words", "class"),
    ("time_words", "kind"),
]


@pytest.mark.parametrize(("name", "column"), KINDS)
def test_every_kind_of_word_is_asked_for_by_a_rule(name: str, column: str) -> None:
    code = "".join(path.read_text("utf-8") for path in READER.rglob("*.py"))
    kinds = {row[column] for row in lexicon.table(name)}
    assert [kind for kind in sorted(kinds) if f'"{kind}"' not in code] == []


def test_what_a_body_is_is_told_of_bodies_that_have_a_name() -> None:
    bodies = {key(w) for row in lexicon.table("organizations") for w in row["words"].split("|")}
    named = {key(w) for row in lexicon.table("body_kinds") for w in row["names"].split("|") if w}
    assert sorted(named - bodies) == []
