"""`reading.articles`: articles as the reader cut them out of their pages."""

from expectations.rules import OF_CURRENT_PAGES, Suite, no_rows, not_blank, share_at_most
from expectations.shared import (
    body_is_one_article,
    body_spans_make_up_the_body,
    id_is_a_hash,
    published_on_is_plausible,
)

_KEY = "article_id"

SUITE = Suite(
    "reading",
    "articles",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        not_blank("body", "critical", "An article without a body holds no evidence.", key=_KEY),
        body_spans_make_up_the_body(),
        no_rows(
            "body_spans_lead_back_to_the_source",
            "critical",
            "Nothing is rewritten in a body: each stretch stands in the page, letter by letter.",
            "SELECT s.article_id, s.source_file, s.span.source_start AS source_start, "
            "left(substr(s.body, s.span.body_start + 1, s.span.length), 80) AS in_body, "
            "left(substr(p.text, s.span.source_start + 1, s.span.length), 80) AS in_source "
            "FROM (SELECT article_id, page_id, source_file, body, unnest(body_spans) AS span FROM {batch}) s "
            "JOIN raw.pages p ON p.page_id = s.page_id "
            "WHERE substr(s.body, s.span.body_start + 1, s.span.length) "
            "IS DISTINCT FROM substr(p.text, s.span.source_start + 1, s.span.length)",
        ),
        no_rows(
            "segments_are_numbered_without_gap",
            "critical",
            "A missing number is an article that was found and lost.",
            "SELECT page_id, reader_version, count(*) AS articles, max(segment_index) AS last_index FROM {batch} "
            "GROUP BY page_id, reader_version HAVING max(segment_index) <> count(*) - 1 OR min(segment_index) <> 0",
        ),
        published_on_is_plausible(),
        body_is_one_article(),
        share_at_most(
            "bodies_are_not_stubs",
            "word_count < 15",
            0.15,
            "warning",
            "Many tiny bodies mean that pages are cut into pieces.",
        ),
        share_at_most(
            "pages_are_not_shredded",
            "segment_index >= 8",
            0.02,
            "warning",
            "A page with nine or more articles is most likely one article cut at its sub-headings.",
        ),
        no_rows(
            "headline_is_one_line",
            "warning",
            "A headline over lines or of great length is a piece of body.",
            "SELECT article_id, source_file, left(headline, 120) AS headline FROM {batch} "
            "WHERE contains(headline, chr(10)) OR length(headline) > 400",
        ),
        share_at_most(
            "articles_have_headlines",
            "headline IS NULL",
            0.5,
            "info",
            "Headlines are what analysts read first.",
        ),
    ),
    OF_CURRENT_PAGES,
)
