"""`marts.people`: individuals over all spellings and articles."""

from expectations.rules import (
    PREVIOUS,
    Suite,
    between,
    matches,
    no_rows,
    not_blank,
    rows_not_lost,
)
from expectations.shared import (
    confidence_is_a_probability,
    country_is_a_state,
    id_is_a_hash,
    name_latin_is_latin,
    publication_days_are_in_order,
)

_KEY = "person_id"

SUITE = Suite(
    "marts",
    "people",
    (_KEY,),
    (
        id_is_a_hash(_KEY),
        not_blank("name_ar", "critical", "A person without a name cannot be looked up.", key=_KEY),
        no_rows(
            "counts_are_those_of_the_mentions",
            "critical",
            "Counts are evidence: whoever counts the mentions must get the same.",
            "SELECT p.person_id, p.name_ar, p.mention_count, coalesce(m.mentions, 0) AS mentions_found FROM {batch} p "
            "LEFT JOIN (SELECT person_id, count(*) AS mentions FROM marts.person_mentions GROUP BY person_id) m "
            "ON m.person_id = p.person_id WHERE p.mention_count IS DISTINCT FROM coalesce(m.mentions, 0)",
        ),
        between("article_count", 1, None, "critical", "Somebody named nowhere is nobody."),
        no_rows(
            "articles_are_not_more_than_mentions",
            "critical",
            "An article counts only where it names the person.",
            "SELECT person_id, name_ar, article_count, mention_count FROM {batch} WHERE article_count > mention_count",
        ),
        no_rows(
            "aliases_are_there_and_told_once",
            "warning",
            "Analysts search spellings in the aliases.",
            "SELECT person_id, name_ar, aliases FROM {batch} WHERE len(aliases) = 0 OR len(list_distinct(aliases)) <> len(aliases)",
        ),
        confidence_is_a_probability(),
        country_is_a_state(_KEY),
        matches("wikidata_id", "Q[1-9][0-9]*", "critical", "The id joins to Wikidata.", key=_KEY),
        name_latin_is_latin(_KEY),
        publication_days_are_in_order("person_id", "name_ar"),
        no_rows(
            "nobody_is_everybody",
            "warning",
            "One person in more than 60% of many articles, under 30 spellings, is several people merged.",
            "SELECT person_id, name_ar, article_count, len(aliases) AS spellings FROM {batch} "
            "WHERE len(aliases) > 30 AND article_count > 0.6 * (SELECT count(*) FROM marts.articles)",
        ),
        no_rows(
            "same_name_and_country_is_rare",
            "warning",
            "Many people of one name and country are one person that was split.",
            "SELECT * FROM (SELECT count(*) AS names, coalesce(sum(n) FILTER (n > 1), 0) AS sharing_a_name FROM "
            "(SELECT count(*) AS n FROM {batch} GROUP BY name_ar, country)) t "
            "WHERE sharing_a_name > 10 AND sharing_a_name > 0.1 * (SELECT count(*) FROM marts.people)",
        ),
        rows_not_lost("people"),
        no_rows(
            "people_per_article_is_steady",
            "warning",
            "Half or double the people per article since the last publication: names are found otherwise.",
            "SELECT * FROM (SELECT round((SELECT count(*) FROM marts.person_mentions) / (SELECT count(*) FROM marts.articles), 3) "
            f"AS mentions_per_article, round((SELECT count(*) FROM {PREVIOUS}.marts.person_mentions) / "
            f"(SELECT count(*) FROM {PREVIOUS}.marts.articles), 3) AS previous_mentions_per_article, "
            f"(SELECT count(*) FROM {PREVIOUS}.marts.articles) AS previous_articles, (SELECT count(*) FROM {{batch}}) AS people) "
            "WHERE previous_articles >= 20 AND mentions_per_article NOT BETWEEN 0.67 * previous_mentions_per_article "
            "AND 1.5 * previous_mentions_per_article",
            against_previous=True,
        ),
        no_rows(
            "well_known_people_are_still_there",
            "warning",
            "An id that many mentions bore and that is gone breaks every saved query (see person_id_history).",
            f"SELECT p.person_id, p.name_ar, p.mention_count AS previous_mentions FROM {PREVIOUS}.marts.people p "
            "ANTI JOIN {batch} n ON n.person_id = p.person_id "
            "ANTI JOIN marts.person_id_history h ON h.old_person_id = p.person_id WHERE p.mention_count >= 20",
            against_previous=True,
        ),
    ),
)
