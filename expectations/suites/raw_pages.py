"""`raw.pages`: decoded text and metadata, one row per page."""

from expectations.rules import HEX, Suite, matches, no_rows, not_blank, share_at_most
from expectations.shared import url_is_an_address

_KEY = "page_id"

SUITE = Suite(
    "raw",
    "pages",
    (_KEY,),
    (
        matches("page_id", HEX, "critical", "The reader's ledger joins on this id.", key=_KEY),
        not_blank(
            "text",
            "critical",
            "A page without text yields no article: it belongs in quarantine.",
            key=_KEY,
        ),
        no_rows(
            "text_has_no_nul",
            "critical",
            "A NUL in the text cuts it short in many tools, and means that a binary file was taken for text.",
            "SELECT page_id, source_file FROM {batch} WHERE contains(text, chr(0))",
        ),
        no_rows(
            "text_is_decoded_rightly",
            "warning",
            "Arabic read in the wrong encoding looks like text and is none: nothing would be found in it.",
            "SELECT page_id, source_file, left(text, 80) AS text FROM {batch} "
            "WHERE contains(text, chr(65533)) AND (length(text) - length(replace(text, chr(65533), ''))) > 0.005 * length(text) "
            "OR (contains(text, 'Ø') OR contains(text, 'Ù')) AND regexp_matches(left(text, 5000), '[ØÙ][\\x{80}-\\x{bf}§„…†ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]([ØÙ][\\x{80}-\\x{bf}§„…†ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]){4}')",
        ),
        no_rows(
            "text_is_arabic",
            "warning",
            "The reader reads Arabic; a page in another language yields noise.",
            "SELECT page_id, source_file, left(text, 80) AS text FROM {batch} "
            "WHERE len(regexp_extract_all(left(text, 400), '[\\x{621}-\\x{6d3}]{2,}')) < 0.2 * "
            "len(regexp_extract_all(left(text, 400), '\\pL{2,}'))",
        ),
        no_rows(
            "text_is_one_page",
            "warning",
            "A page of a million characters is a whole archive in one file; its articles cannot be told apart.",
            "SELECT page_id, source_file, length(text) AS characters FROM {batch} WHERE length(text) > 1000000",
        ),
        url_is_an_address(_KEY),
        share_at_most(
            "publication_times_can_be_read",
            "NOT regexp_matches(published, '[0-9٠-٩]{4}')",
            0.2,
            "warning",
            "Without a year in the metadata, dates such as 'yesterday' stay open.",
            of="published IS NOT NULL",
        ),
        no_rows(
            "few_pages_are_copies",
            "info",
            "The same text under many names: an export that ran twice.",
            "SELECT count(*) AS pages, count(DISTINCT hash(text)) AS distinct_texts FROM {batch} "
            "HAVING count(*) >= 20 AND count(DISTINCT hash(text)) < 0.5 * count(*)",
        ),
    ),
    "is_current",
)
