"""Rules that more than one table must keep, each told once.

Here: whole rules, with name, severity and reason, for a kind of column that several tables have
(ids, confidence, states, the spans of a body, cues). Not here: the kinds of rules that these are
made of (`expectations.rules`) and rules of one table alone (`expectations.suites`).
"""

from __future__ import annotations

from expectations.rules import EDTF, HEX, MARKS, STATE, Rule, between, matches, no_rows, not_blank

#: Some letter of the Latin script, and none of the Arabic.
_LATIN = "[^\\x{600}-\\x{6ff}]*[A-Za-z\\x{c0}-\\x{24f}][^\\x{600}-\\x{6ff}]*"


def id_is_a_hash(key: str) -> Rule:
    """The id in column `key` is a hash (`reader.ids`): the same on any machine, whatever the order
    of the files.
    """
    return matches(key, HEX, "critical", "Ids are hashes of content and place.", key=key)


def confidence_is_a_probability() -> Rule:
    """`confidence` lies in 0 to 1."""
    return between(
        "confidence", 0, 1, "critical", "Confidence is a probability; analysts filter on it."
    )


def country_is_a_state(key: str) -> Rule:
    """`country` is a code of ISO 3166-1 alpha-2 (with XK), or NULL."""
    return matches(
        "country",
        STATE,
        "critical",
        "States are ISO 3166-1 codes; joins fail on anything else.",
        key=key,
    )


def date_is_edtf(column: str, key: str) -> Rule:
    """`column` is an EDTF value (ISO 8601-2), or NULL."""
    return matches(column, EDTF, "critical", "Other tools parse EDTF (ISO 8601-2).", key=key)


def url_is_an_address(key: str) -> Rule:
    """`url` is an address of the web, or NULL."""
    return matches(
        "url",
        "https?://[^\\s]+",
        "warning",
        "Analysts follow the address back to the outlet.",
        key=key,
    )


def name_latin_is_latin(key: str) -> Rule:
    """`name_latin` has Latin letters and no Arabic ones, or is NULL."""
    return matches(
        "name_latin",
        _LATIN,
        "warning",
        "The Latin spelling joins to sources in other languages.",
        key=key,
    )


def body_spans_make_up_the_body() -> Rule:
    """The spans of an article follow each other in its body, a newline between two of them, from
    its start to its end.
    """
    return no_rows(
        "body_spans_make_up_the_body",
        "critical",
        "The body is made of verbatim stretches joined by single newlines, without gap or overlap.",
        "SELECT article_id, source_file, length(body) AS body_length, len(body_spans) AS spans FROM {batch} "
        "WHERE coalesce(len(body_spans), 0) = 0 OR body_spans[1].body_start <> 0 "
        "OR body_spans[-1].body_start + body_spans[-1].length <> length(body) "
        "OR list_sum(list_transform(body_spans, lambda s: s.length)) + len(body_spans) - 1 <> length(body)",
    )


def published_on_is_plausible() -> Rule:
    """An article's day is later than 1950 and not to come (two days for clocks and time zones)."""
    return no_rows(
        "published_on_is_plausible",
        "warning",
        "A wrong day is worse than an open one, and it misdates all that is said in the article.",
        "SELECT article_id, source_file, published_on FROM {batch} "
        "WHERE published_on < DATE '1950-01-01' OR published_on > current_date + 2",
    )


def body_is_one_article() -> Rule:
    """A body has 1 to 50,000 words."""
    return between(
        "word_count", 1, 50_000, "warning", "A body outside of this is no single article."
    )


def parties_are_named(key: str) -> Rule:
    """No party of a meeting is blank, and none stands twice."""
    return no_rows(
        "parties_are_named",
        "warning",
        "A blank party is nobody, and a party named twice is one.",
        f"SELECT {key}, parties FROM {{batch}} "
        "WHERE len(list_filter(parties, lambda p: p IS NULL OR trim(p) = '')) > 0 "
        "OR len(list_distinct(parties)) <> len(parties)",
    )


def cue_stands_in_the_body(articles: str) -> Rule:
    """The body in table `articles` holds the cue of the statement, with or without the marks that
    the reader drops; a quotation mark that is the cue is noted in one form, whatever form is
    printed."""
    return no_rows(
        "cue_stands_in_the_body",
        "warning",
        "The cue is printed in the article, or the attribution was made up.",
        f"SELECT s.statement_id, s.article_id, s.cue FROM {{batch}} s JOIN {articles} a ON a.article_id = s.article_id "
        "WHERE regexp_matches(s.cue, '\\p{L}') AND NOT contains(a.body, s.cue) "
        f"AND NOT contains(regexp_replace(a.body, '{MARKS}', '', 'g'), regexp_replace(s.cue, '{MARKS}', '', 'g'))",
    )


def text_is_a_statement() -> Rule:
    """What was said has a letter or a digit, and at most 5,000 characters."""
    return no_rows(
        "text_is_a_statement",
        "warning",
        "A statement says something ('نعم' does, a comma does not) and is less than an article.",
        "SELECT statement_id, article_id, length(text) AS characters, left(text, 80) AS text FROM {batch} "
        "WHERE NOT regexp_matches(text, '[\\p{L}\\p{N}]') OR length(text) > 5000",
    )


def publication_days_are_in_order(key: str, name: str) -> Rule:
    """`first_published_on` is no later than `last_published_on`; `name` is a column that tells
    analysts the row.
    """
    return no_rows(
        "publication_days_are_in_order",
        "critical",
        "A first day after the last one makes careers run backwards.",
        f"SELECT {key}, {name}, first_published_on, last_published_on FROM {{batch}} "
        "WHERE first_published_on > last_published_on",
    )


def side_is_not_blank(key: str) -> Rule:
    """`side`, the state or organisation of who takes part, is a name, or NULL."""
    return not_blank(
        "side",
        "warning",
        "The side tells the two ends of a table apart; blank is not a side.",
        key=key,
    )


def speakers_are_named() -> Rule:
    """Each joint speaker has a name."""
    return not_blank(
        "name", "critical", "A speaker without a name is nobody.", key="statement_id, position"
    )


def positions_have_no_gap() -> Rule:
    """The joint speakers of a statement are numbered from 0."""
    return no_rows(
        "positions_have_no_gap",
        "critical",
        "The first of the joint speakers is told by position.",
        "SELECT statement_id, count(*) AS speakers, min(position) AS first, max(position) AS last FROM {batch} "
        "GROUP BY statement_id HAVING min(position) <> 0 OR max(position) <> count(*) - 1",
    )
