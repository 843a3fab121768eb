"""`marts.articles`: the articles that analysts see."""

from expectations.rules import (
    PREVIOUS,
    Suite,
    no_rows,
    not_blank,
    rows_not_lost,
    share_at_most,
    share_has_not_moved,
)
from expectations.shared import (
    body_is_one_article,
    body_spans_make_up_the_body,
    date_is_edtf,
    id_is_a_hash,
    published_on_is_plausible,
    url_is_an_address,
)

_KEY = "article_id"

SUITE = Suite(
    "marts",
    "articles",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        not_blank("body", "critical", "All offsets point into the body.", key=_KEY),
        body_spans_make_up_the_body(),
        no_rows(
            "publication_interval_is_in_order",
            "critical",
            "Never guess: the day lies in the interval, and an interval that ends before it starts says nothing.",
            "SELECT article_id, published_on, published_earliest, published_latest FROM {batch} "
            "WHERE published_earliest > published_latest "
            "OR published_on IS DISTINCT FROM CASE WHEN published_earliest = published_latest THEN published_earliest END",
        ),
        date_is_edtf("published_edtf", _KEY),
        no_rows(
            "published_edtf_tells_the_day",
            "critical",
            "Two columns that tell different days cannot both be right.",
            "SELECT article_id, published_on, published_edtf FROM {batch} "
            "WHERE published_on IS NOT NULL AND published_edtf IS DISTINCT FROM strftime(published_on, '%Y-%m-%d')",
        ),
        no_rows(
            "published_basis_fits",
            "critical",
            "The basis says how far a date may be trusted.",
            "SELECT article_id, published_basis, published_earliest, published_latest FROM {batch} "
            "WHERE (published_basis = 'unknown') <> (published_earliest IS NULL AND published_latest IS NULL)",
        ),
        published_on_is_plausible(),
        no_rows(
            "copies_point_at_an_original",
            "critical",
            "Copies are counted once: each points straight at a first copy, never at itself or at another copy.",
            "SELECT c.article_id, c.duplicate_of, o.duplicate_of AS original_points_at FROM {batch} c "
            "LEFT JOIN {batch} o ON o.article_id = c.duplicate_of WHERE c.duplicate_of IS NOT NULL "
            "AND (c.duplicate_of = c.article_id OR o.article_id IS NULL OR o.duplicate_of IS NOT NULL)",
        ),
        url_is_an_address(_KEY),
        body_is_one_article(),
        share_at_most(
            "articles_are_dated",
            "published_on IS NULL",
            0.5,
            "warning",
            "Undated articles are missing from every timeline.",
        ),
        share_at_most(
            "outlets_are_known",
            "outlet IS NULL",
            0.5,
            "info",
            "Independence of reports is counted in outlets.",
        ),
        rows_not_lost("articles", lost=0.05),
        no_rows(
            "outlets_are_still_there",
            "warning",
            "An outlet that lost half of its articles since the last publication has changed its layout.",
            "SELECT p.outlet, p.articles AS previous_articles, coalesce(n.articles, 0) AS articles "
            f"FROM (SELECT outlet, count(*) AS articles FROM {PREVIOUS}.marts.articles GROUP BY outlet) p "
            "LEFT JOIN (SELECT outlet, count(*) AS articles FROM {batch} GROUP BY outlet) n "
            "ON n.outlet IS NOT DISTINCT FROM p.outlet "
            "WHERE p.articles >= 10 AND coalesce(n.articles, 0) < 0.5 * p.articles",
            against_previous=True,
        ),
        no_rows(
            "days_are_still_there",
            "warning",
            "A day that lost half of its articles was dated otherwise, or cut otherwise.",
            "SELECT p.published_on, p.articles AS previous_articles, coalesce(n.articles, 0) AS articles "
            f"FROM (SELECT published_on, count(*) AS articles FROM {PREVIOUS}.marts.articles GROUP BY published_on) p "
            "LEFT JOIN (SELECT published_on, count(*) AS articles FROM {batch} GROUP BY published_on) n "
            "ON n.published_on = p.published_on "
            "WHERE p.published_on IS NOT NULL AND p.articles >= 10 AND coalesce(n.articles, 0) < 0.5 * p.articles",
            against_previous=True,
        ),
        share_has_not_moved(
            "dated_share_is_steady",
            "published_on IS NULL",
            "articles",
            "warning",
            "Dates that are suddenly gone, or suddenly known, mean that a rule of dating changed its mind.",
        ),
    ),
)
