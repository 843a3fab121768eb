"""Arabic search inside the published file, in plain SQL: no extension to load, the same in every
DuckDB client.

Here: the SQL of the index, of its normalisation (one macro, used by the index and by the queries
alike) and of the search macros `marts.search_articles(query)` and `marts.search_statements(query)`.
Not here: when it is built (`assets.publication`).

How it finds inflected forms: DuckDB's own Arabic stemmer cuts a leading و off ("وزيرة" becomes
"زير") and so loses words that it should find. Here a word is not reduced to one stem; each word of
the index keeps all stems that could be meant (every clitic and ending that can be taken off and
leaves three letters), and a query word finds every word with which it shares a stem, the closer the
better. Ranking is BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) over those words, times
the share of query words found.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from reader.text import MARKS, fold

#: Letter variants that writers mix, and digits, with what the reader makes them equal to: Arabic
#: letters and their presentation forms.
_VARIANTS = {
    letter: fold(letter)
    for letter in map(chr, (*range(0x0620, 0x0780), *range(0xFB50, 0xFE00)))
    if fold(letter) != letter
}

#: What may stand before a word: conjunctions, prepositions, the article, their compounds; the
#: persons and future of verbs.
_PREFIXES = [
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "ال",
    "لل",
    "وال",
    "فال",
    "بال",
    "كال",
    "ولل",
    "فلل",
    "وب",
    "ول",
    "وبال",
    "فب",
    "فل",
    "ي",
    "ت",
    "ن",
    "ا",
    "وي",
    "وت",
    "س",
    "سي",
    "ست",
    "وسي",
    "وست",
    "فسي",
]

#: What may stand after it: gender, number, attached pronouns, relation (ة and ه are one letter
#: here).
_SUFFIXES = [
    "ه",
    "ات",
    "ان",
    "ين",
    "ون",
    "ها",
    "هم",
    "نا",
    "ي",
    "يه",
    "يين",
    "يون",
    "ت",
    "وا",
    "ا",
    "تين",
    "تان",
    "هما",
    "كم",
    "هن",
    "اته",
    "اتها",
    "اتهم",
    "يا",
]


@dataclass(frozen=True)
class Index:
    """A searchable mart: its name, key, and the SQL expression of the text that is searched in
    it.
    """

    table: str
    key: str
    text: str


INDEXES = (
    Index("articles", "article_id", "coalesce(headline, '') || ' ' || body"),
    Index("statements", "statement_id", "speaker_name || ' ' || text"),
)


def build(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the indexes of all INDEXES (schema `search`) and their macros in the file that
    `connection` has open.

    The file must have been opened, not attached: the macros name schemas, no database, so that they
    hold under any file name.
    """
    connection.execute("CREATE SCHEMA IF NOT EXISTS search")
    connection.execute(_normalisation())
    for index in INDEXES:
        connection.execute(_index(index))
        connection.execute(_macro(index))


def _normalisation() -> str:
    variants, equal = "".join(_VARIANTS), "".join(_VARIANTS.values())
    affixes = [f"('prefix', '{p}')" for p in ("", *_PREFIXES)] + [
        f"('suffix', '{s}')" for s in ("", *_SUFFIXES)
    ]
    return f"""
CREATE OR REPLACE MACRO search.normalize(txt) AS
  translate(lower(regexp_replace(txt, '{MARKS.pattern}', '', 'g')), '{variants}', '{equal}');
CREATE OR REPLACE MACRO search.words(txt) AS
  regexp_extract_all(search.normalize(txt), '[\\p{{L}}\\p{{N}}]+');
CREATE OR REPLACE TABLE search.affixes (kind VARCHAR, affix VARCHAR);
INSERT INTO search.affixes VALUES {", ".join(affixes)};
CREATE OR REPLACE MACRO search.can_lose(word, prefix, suffix) AS
  starts_with(word, prefix) AND ends_with(word, suffix) AND (prefix = '' OR length(word) - length(prefix) >= 3)
  AND (suffix = '' OR length(word) - length(prefix) - length(suffix) >= 3)
  AND (suffix = '' OR prefix <> '' OR NOT starts_with(word, 'ال') OR length(word) - length(suffix) >= 5);
CREATE OR REPLACE MACRO search.without(word, prefix, suffix) AS
  word[length(prefix) + 1 : length(word) - length(suffix)];
"""


#: Joined to a table that has a column `word`, gives one row per stem that could be meant.
_STEMS = """
  JOIN (SELECT affix AS prefix FROM search.affixes WHERE kind = 'prefix') ON starts_with(word, prefix)
  JOIN (SELECT affix AS suffix FROM search.affixes WHERE kind = 'suffix') ON search.can_lose(word, prefix, suffix)
"""


def _index(index: Index) -> str:
    name = f"search.{index.table}"
    return f"""
CREATE OR REPLACE TEMP TABLE found_words AS
  SELECT document, word, count(*)::INTEGER AS frequency FROM (
    SELECT rowid::INTEGER AS document, unnest(search.words({index.text})) AS word FROM marts.{index.table})
  GROUP BY document, word;
CREATE OR REPLACE TABLE {name}_words AS
  SELECT row_number() OVER (ORDER BY word)::INTEGER AS word_id, word FROM (SELECT DISTINCT word FROM found_words) ORDER BY word;
CREATE OR REPLACE TABLE {name}_stems AS
  SELECT DISTINCT search.without(word, prefix, suffix) AS stem, word_id FROM {name}_words {_STEMS} ORDER BY stem, word_id;
CREATE OR REPLACE TABLE {name}_postings AS
  SELECT word_id, document, frequency FROM found_words JOIN {name}_words USING (word) ORDER BY word_id, document;
CREATE OR REPLACE TABLE {name}_documents AS
  SELECT t.rowid::INTEGER AS document, t.{index.key} AS id, coalesce(w.words, 0)::INTEGER AS words FROM marts.{index.table} t
  LEFT JOIN (SELECT document, sum(frequency) AS words FROM found_words GROUP BY document) w ON w.document = t.rowid
  ORDER BY document;
DROP TABLE found_words;
"""


def _macro(index: Index) -> str:
    name = f"search.{index.table}"
    return f"""
CREATE OR REPLACE MACRO marts.search_{index.table}(query) AS TABLE
  WITH terms AS (SELECT DISTINCT unnest(search.words(query)) AS word),
  stems AS (SELECT DISTINCT word AS term, search.without(word, prefix, suffix) AS stem FROM terms {_STEMS}),
  forms AS (
    SELECT term, word_id, max(length(stem)) / max(greatest(length(term), length(word))) AS closeness
    FROM stems JOIN {name}_stems USING (stem) JOIN {name}_words USING (word_id) GROUP BY term, word_id),
  hits AS (
    SELECT term, document, sum(closeness * frequency) AS frequency, max(closeness) AS closeness
    FROM forms JOIN {name}_postings USING (word_id) GROUP BY term, document),
  rarity AS (
    SELECT term, ln(1 + ((SELECT count(*) FROM {name}_documents) - count(*) + 0.5) / (count(*) + 0.5)) AS idf FROM hits GROUP BY term),
  scores AS (
    SELECT document, sum(closeness * idf * frequency * 2.2 /
        (frequency + 1.2 * (0.25 + 0.75 * words / (SELECT avg(words) FROM {name}_documents))))
      * count(*) / (SELECT count(*) FROM terms) AS score
    FROM hits JOIN rarity USING (term) JOIN {name}_documents USING (document) GROUP BY document)
  SELECT round(score, 4) AS score, found.* FROM scores JOIN {name}_documents d USING (document)
  JOIN marts.{index.table} found ON found.{index.key} = d.id ORDER BY score DESC, d.id;
"""
