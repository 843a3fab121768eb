"""For each rule, SQL that breaks it in the good warehouse of `house.py`, and nothing but what it
takes.

Here: one entry per rule, `schema.table.rule`. A rule without an entry fails a test, and so does an
entry whose rule still holds.
"""

# More articles, people, statements, … by copying the good rows: {n} copies with new ids.
_MORE_ARTICLES = (
    "INSERT INTO marts.articles SELECT a.* REPLACE (md5(a.article_id || i) AS article_id) "
    "FROM marts.articles a, range({n}) r(i) WHERE segment_index = 0;"
)

_LOST = {
    table: (
        f"INSERT INTO previous.marts.{table} SELECT t.* FROM previous.marts.{table} t, range(30);"
    )
    for table in [
        "articles",
        "people",
        "person_mentions",
        "meetings",
        "meeting_mentions",
        "statements",
    ]
}

_HEX = [
    ("raw.files", "file_id"),
    ("raw.files", "content_hash"),
    ("raw.pages", "page_id"),
    ("raw.quarantine", "quarantine_id"),
    ("reading.articles", "article_id"),
    ("reading.person_mentions", "mention_id"),
    ("reading.meeting_reports", "mention_id"),
    ("reading.statements", "statement_id"),
    ("reading.statements", "repeat_key"),
    ("marts.articles", "article_id"),
    ("marts.people", "person_id"),
    ("marts.person_mentions", "mention_id"),
    ("marts.person_id_history", "old_person_id"),
    ("marts.meetings", "meeting_id"),
    ("marts.meeting_mentions", "mention_id"),
    ("marts.statements", "statement_id"),
]

_ONE = "rowid = (SELECT min(rowid) FROM {table})"


def _set(table: str, column: str, value: str) -> str:
    return f"UPDATE {table} SET {column} = {value} WHERE {_ONE.format(table=table)};"


BREAKS: dict[str, str] = {
    **{f"{t}.{c}_is_well_formed": _set(t, c, "upper('DEADBEEFDEADBEEF')") for t, c in _HEX},
    **{
        f"{t}.country_is_well_formed": _set(t, "country", "'Jordan'")
        for t in [
            "reading.people",
            "reading.person_mentions",
            "reading.meeting_reports",
            "marts.people",
            "marts.person_mentions",
            "marts.person_roles",
            "marts.meetings",
        ]
    },
    **{
        f"{t}.confidence_is_in_range": _set(t, "confidence", "1.5")
        for t in [
            "reading.people",
            "reading.meeting_reports",
            "reading.statements",
            "marts.people",
            "marts.meetings",
            "marts.statements",
        ]
    },
    **{
        f"{t}.{c}_is_not_blank": _set(t, c, "E' \\n'")
        for t, c in [
            ("raw.pages", "text"),
            ("reading.articles", "body"),
            ("reading.people", "name"),
            ("reading.meeting_report_participants", "side"),
            ("reading.statements", "cue_lemma"),
            ("reading.statement_speakers", "name"),
            ("marts.articles", "body"),
            ("marts.people", "name_ar"),
            ("marts.meetings", "label"),
            ("marts.meeting_participants", "side"),
            ("marts.statements", "speaker_name"),
            ("marts.statement_speakers", "name"),
        ]
    },
    **{
        f"{t}.offsets_hold": _set(t, "char_start", "char_start + 1")
        for t in [
            "reading.person_mentions",
            "reading.meeting_reports",
            "reading.statements",
            "marts.person_mentions",
            "marts.meeting_mentions",
            "marts.statements",
        ]
    },
    **{f"marts.{t}.row_count_has_not_collapsed": sql for t, sql in _LOST.items()},
    # raw.files
    "raw.files.source_file_is_relative": _set("raw.files", "source_file", "'../outside.txt'"),
    "raw.files.current_version_is_unique": "UPDATE raw.files SET source_file = 'a.txt';",
    "raw.files.loaded_files_have_pages": "DELETE FROM raw.pages;",
    "raw.files.quarantined_files_say_why": "UPDATE raw.files SET reason = NULL;",
    "raw.files.seen_in_order": "UPDATE raw.files SET first_seen_at = last_seen_at + INTERVAL 1 HOUR;",
    "raw.files.modified_at_is_not_in_the_future": "UPDATE raw.files SET modified_at = now()::TIMESTAMP + INTERVAL 9 DAY;",
    "raw.files.byte_size_is_in_range": "UPDATE raw.files SET byte_size = 2000000000;",
    "raw.files.few_files_are_quarantined": "INSERT INTO raw.files SELECT f.* FROM raw.files f, range(9) WHERE status = 'quarantined';",
    "raw.files.input_is_fresh": "UPDATE raw.files SET first_seen_at = TIMESTAMP '2020-01-01';",
    # raw.pages
    "raw.pages.text_has_no_nul": "UPDATE raw.pages SET text = text || chr(0);",
    "raw.pages.text_is_decoded_rightly": "UPDATE raw.pages SET text = 'Ù‚Ø§Ù„ Ø§Ù„ÙˆØ²ÙŠØ±';",
    "raw.pages.text_is_arabic": "UPDATE raw.pages SET text = 'A page in another language altogether.';",
    "raw.pages.text_is_one_page": "UPDATE raw.pages SET text = repeat(text, 6000);",
    "raw.pages.url_is_well_formed": "UPDATE raw.pages SET url = 'example dot org';",
    "raw.pages.publication_times_can_be_read": "INSERT INTO raw.pages SELECT p.* REPLACE ('أمس' AS published) FROM raw.pages p, range(30);",
    "raw.pages.few_pages_are_copies": "INSERT INTO raw.pages SELECT p.* FROM raw.pages p, range(30);",
    # raw.quarantine
    "raw.quarantine.reason_code_is_well_formed": "UPDATE raw.quarantine SET reason_code = 'Is Empty';",
    "raw.quarantine.reason_names_the_cure": "UPDATE raw.quarantine SET reason = 'bad';",
    "raw.quarantine.seen_at_is_not_in_the_future": "UPDATE raw.quarantine SET seen_at = now()::TIMESTAMP + INTERVAL 9 DAY;",
    "raw.quarantine.no_reason_takes_over": "INSERT INTO raw.quarantine SELECT q.* FROM raw.quarantine q, range(120);",
    # reading.pages
    "reading.pages.reader_version_is_well_formed": "UPDATE reading.pages SET reader_version = '';",
    "reading.pages.articles_are_all_there": "DELETE FROM reading.articles WHERE segment_index = 1;",
    "reading.pages.reader_does_not_fail_at_large": "INSERT INTO reading.pages SELECT (SELECT min(page_id) FROM raw.pages), '1.0', 0, 'ValueError' FROM range(20);",
    "reading.pages.reader_does_not_fail": "UPDATE reading.pages SET error = 'ValueError: odd page';",
    "reading.pages.pages_yield_articles": "INSERT INTO reading.pages SELECT (SELECT min(page_id) FROM raw.pages), '1.0', 0, NULL FROM range(30);",
    # reading.articles
    "reading.articles.body_spans_make_up_the_body": "UPDATE reading.articles SET body_spans = body_spans[:1] WHERE segment_index = 0;",
    "reading.articles.body_spans_lead_back_to_the_source": "UPDATE raw.pages SET text = 'خبر ' || text;",
    "reading.articles.segments_are_numbered_without_gap": "UPDATE reading.articles SET segment_index = 2 WHERE segment_index = 1;",
    "reading.articles.published_on_is_plausible": "UPDATE reading.articles SET published_on = DATE '1066-10-14';",
    "reading.articles.word_count_is_in_range": "UPDATE reading.articles SET word_count = 0;",
    "reading.articles.bodies_are_not_stubs": "INSERT INTO reading.articles SELECT a.* REPLACE (3 AS word_count) FROM reading.articles a, range(20);",
    "reading.articles.pages_are_not_shredded": "INSERT INTO reading.articles SELECT a.* REPLACE (9 AS segment_index) FROM reading.articles a, range(20);",
    "reading.articles.headline_is_one_line": "UPDATE reading.articles SET headline = 'سطر' || chr(10) || 'وسطر';",
    "reading.articles.articles_have_headlines": "INSERT INTO reading.articles SELECT a.* REPLACE (NULL AS headline) FROM reading.articles a, range(30);",
    # reading.times
    "reading.times.offsets_hold": 'UPDATE reading.times SET "when" = struct_update("when", char_start := 0, char_end := 4);',
    "reading.times.parts_are_in_range": 'UPDATE reading.times SET "when" = struct_update("when", month := 13);',
    "reading.times.offsets_from_publication_are_in_order": 'UPDATE reading.times SET "when" = struct_update("when", earliest_offset := 3);',
    # reading.people
    "reading.people.people_are_numbered_without_gap": "DELETE FROM reading.people WHERE name = 'سامي القادري';",
    "reading.people.name_latin_is_well_formed": "UPDATE reading.people SET name_latin = 'ليان';",
    "reading.people.name_looks_like_a_name": "UPDATE reading.people SET name = 'قال: إن 20 شخصا';",
    "reading.people.names_are_not_single_words": "INSERT INTO reading.people SELECT p.* REPLACE ('سامي' AS name) FROM reading.people p, range(40);",
    "reading.people.people_per_article_is_plausible": "INSERT INTO reading.articles SELECT a.* FROM reading.articles a, range(30);",
    # reading.person_mentions
    "reading.person_mentions.surface_is_trimmed": "UPDATE reading.person_mentions SET surface = surface || '،';",
    "reading.person_mentions.mentions_do_not_overlap": "UPDATE reading.person_mentions SET char_end = char_end + 60;",
    # reading.meeting_reports
    "reading.meeting_reports.encounter_no_is_in_range": "UPDATE reading.meeting_reports SET encounter_no = -1;",
    "reading.meeting_reports.parties_are_named": "UPDATE reading.meeting_reports SET parties = ['JO', ' '];",
    "reading.meeting_reports.text_is_a_clause": "UPDATE reading.meeting_reports SET text = 'لق';",
    "reading.meeting_reports.reports_name_somebody": "INSERT INTO reading.meeting_reports SELECT m.* REPLACE (md5(i::VARCHAR) AS mention_id, [] AS parties) FROM reading.meeting_reports m, range(30) r(i);",
    "reading.meeting_reports.reports_are_short": "INSERT INTO reading.meeting_reports SELECT m.* REPLACE (repeat(text, 20) AS text) FROM reading.meeting_reports m, range(30) r(i);",
    # reading.meeting_report_participants
    "reading.meeting_report_participants.participants_are_named_in_the_article": "UPDATE reading.meeting_report_participants SET person_no = 7;",
    "reading.meeting_report_participants.reports_are_no_roll_calls": "INSERT INTO reading.meeting_report_participants SELECT p.* FROM reading.meeting_report_participants p, range(40);",
    # reading.statements
    "reading.statements.persons_have_a_number": "UPDATE reading.statements SET speaker_person_no = NULL;",
    "reading.statements.cue_stands_in_the_body": "UPDATE reading.statements SET cue = 'هدد';",
    "reading.statements.text_is_a_statement": "UPDATE reading.statements SET text = '.';",
    "reading.statements.text_is_trimmed": "UPDATE reading.statements SET text = text || ' ';",
    "reading.statements.speakers_are_found": "INSERT INTO reading.statements SELECT s.* REPLACE ('unnamed' AS speaker_kind) FROM reading.statements s, range(60);",
    "reading.statements.statements_per_article_is_plausible": "INSERT INTO reading.articles SELECT a.* FROM reading.articles a, range(30);",
    # reading.statement_speakers
    "reading.statement_speakers.positions_have_no_gap": "UPDATE reading.statement_speakers SET position = 1;",
    "reading.statement_speakers.statements_have_a_speaker": "DELETE FROM reading.statement_speakers;",
    # marts.articles
    "marts.articles.body_spans_make_up_the_body": "UPDATE marts.articles SET body = body || 'ا' WHERE segment_index = 0;",
    "marts.articles.publication_interval_is_in_order": "UPDATE marts.articles SET published_latest = DATE '2025-03-01';",
    "marts.articles.published_edtf_is_well_formed": "UPDATE marts.articles SET published_edtf = '4/3/2025';",
    "marts.articles.published_edtf_tells_the_day": "UPDATE marts.articles SET published_edtf = '2025-03-05';",
    "marts.articles.published_basis_fits": "UPDATE marts.articles SET published_basis = 'unknown';",
    "marts.articles.published_on_is_plausible": "UPDATE marts.articles SET published_on = current_date + 400;",
    "marts.articles.copies_point_at_an_original": "UPDATE marts.articles SET duplicate_of = article_id;",
    "marts.articles.url_is_well_formed": "UPDATE marts.articles SET url = 'example dot org';",
    "marts.articles.word_count_is_in_range": "UPDATE marts.articles SET word_count = 0;",
    "marts.articles.articles_are_dated": _MORE_ARTICLES.format(n=30)
    + "UPDATE marts.articles SET published_on = NULL;",
    "marts.articles.outlets_are_known": _MORE_ARTICLES.format(n=30)
    + "UPDATE marts.articles SET outlet = NULL;",
    "marts.articles.outlets_are_still_there": "INSERT INTO previous.marts.articles SELECT a.* REPLACE ('صحيفة قديمة' AS outlet) FROM previous.marts.articles a, range(20);",
    "marts.articles.days_are_still_there": "INSERT INTO previous.marts.articles SELECT a.* REPLACE (DATE '2024-01-01' AS published_on) FROM previous.marts.articles a, range(20);",
    "marts.articles.dated_share_is_steady": _MORE_ARTICLES.format(n=60)
    + "INSERT INTO previous.marts.articles SELECT a.* REPLACE (NULL AS published_on) FROM previous.marts.articles a, range(60);",
    # marts.people
    "marts.people.counts_are_those_of_the_mentions": "UPDATE marts.people SET mention_count = 9;",
    "marts.people.article_count_is_in_range": "UPDATE marts.people SET article_count = 0;",
    "marts.people.articles_are_not_more_than_mentions": "UPDATE marts.people SET article_count = 5;",
    "marts.people.aliases_are_there_and_told_once": "UPDATE marts.people SET aliases = [];",
    "marts.people.wikidata_id_is_well_formed": "UPDATE marts.people SET wikidata_id = 'P31';",
    "marts.people.name_latin_is_well_formed": "UPDATE marts.people SET name_latin = 'ليان';",
    "marts.people.publication_days_are_in_order": "UPDATE marts.people SET last_published_on = DATE '2020-01-01';",
    "marts.people.nobody_is_everybody": "UPDATE marts.people SET article_count = 2, aliases = list_transform(range(40), lambda i: 'اسم ' || i);",
    "marts.people.same_name_and_country_is_rare": "INSERT INTO marts.people SELECT p.* REPLACE (md5(i::VARCHAR) AS person_id) FROM marts.people p, range(20) r(i);",
    "marts.people.people_per_article_is_steady": "INSERT INTO previous.marts.articles SELECT a.* FROM previous.marts.articles a, range(30);",
    "marts.people.well_known_people_are_still_there": "UPDATE previous.marts.people SET person_id = md5(person_id), mention_count = 50;",
    # marts.person_mentions, roles, history
    "marts.person_mentions.surface_is_an_alias": "UPDATE marts.people SET aliases = ['غير ذلك'];",
    "marts.person_roles.article_count_is_in_range": "UPDATE marts.person_roles SET article_count = 0;",
    "marts.person_roles.publication_days_are_in_order": "UPDATE marts.person_roles SET last_published_on = DATE '2020-01-01';",
    "marts.person_roles.roles_say_something": "UPDATE marts.person_roles SET title = NULL, country = NULL;",
    "marts.person_id_history.ids_have_changed": "UPDATE marts.person_id_history SET old_person_id = person_id;",
    "marts.person_id_history.since_is_not_in_the_future": "UPDATE marts.person_id_history SET since = now()::TIMESTAMP + INTERVAL 9 DAY;",
    # marts.meetings
    "marts.meetings.date_edtf_is_well_formed": "UPDATE marts.meetings SET date_edtf = '3 March 2025';",
    "marts.meetings.interval_is_in_order": "UPDATE marts.meetings SET date_latest = DATE '2025-01-01';",
    "marts.meetings.days_lie_in_the_interval": "UPDATE marts.meetings SET starts_on = DATE '2025-01-01';",
    "marts.meetings.meetings_are_short": "UPDATE marts.meetings SET ends_on = starts_on + 90, date_latest = starts_on + 90;",
    "marts.meetings.held_meetings_are_not_to_come": "UPDATE marts.meetings SET starts_on = DATE '2025-06-01', ends_on = DATE '2025-06-01', date_latest = DATE '2025-06-01';",
    "marts.meetings.article_count_is_that_of_the_reports": "UPDATE marts.meetings SET article_count = 3;",
    "marts.meetings.parties_are_named": "UPDATE marts.meetings SET parties = ['JO', 'JO'];",
    "marts.meetings.meetings_name_somebody": "INSERT INTO marts.meetings SELECT m.* REPLACE (md5(i::VARCHAR) AS meeting_id, [] AS parties) FROM marts.meetings m, range(30) r(i);",
    "marts.meetings.meetings_are_not_series": "UPDATE marts.meetings SET article_count = 900;",
    "marts.meetings.dated_share_is_steady": "INSERT INTO marts.meetings SELECT m.* REPLACE (NULL AS starts_on) FROM marts.meetings m, range(60);"
    "INSERT INTO previous.marts.meetings SELECT m.* FROM previous.marts.meetings m, range(60);",
    "marts.meetings.planned_share_is_steady": "INSERT INTO marts.meetings SELECT m.* REPLACE ('planned' AS status) FROM marts.meetings m, range(60);"
    "INSERT INTO previous.marts.meetings SELECT m.* FROM previous.marts.meetings m, range(60);",
    # marts.meeting_participants, mentions
    "marts.meeting_participants.article_count_is_plausible": "UPDATE marts.meeting_participants SET article_count = 7;",
    "marts.meeting_participants.participants_are_named_where_the_meeting_is_reported": "UPDATE marts.meeting_participants SET person_id = md5(person_id);",
    "marts.meeting_participants.meetings_are_no_roll_calls": "INSERT INTO marts.meeting_participants SELECT p.* FROM marts.meeting_participants p, range(80);",
    "marts.meeting_mentions.date_edtf_is_well_formed": "UPDATE marts.meeting_mentions SET date_edtf = 'yesterday';",
    # marts.statements
    "marts.statements.persons_are_linked": "UPDATE marts.statements SET speaker_person_id = NULL;",
    "marts.statements.cue_stands_in_the_body": "UPDATE marts.statements SET cue = 'هدد';",
    "marts.statements.repeats_lead_to_a_first": "UPDATE marts.statements SET repeats = statement_id;",
    "marts.statements.said_before_it_was_printed": "UPDATE marts.statements SET said_on = DATE '2025-03-09';",
    "marts.statements.text_is_a_statement": "UPDATE marts.statements SET text = '.';",
    "marts.statements.speakers_are_known": "INSERT INTO marts.statements SELECT s.* REPLACE (NULL AS speaker_person_id) FROM marts.statements s, range(60);",
    "marts.statements.share_without_a_person_is_steady": "INSERT INTO marts.statements SELECT s.* REPLACE (NULL AS speaker_person_id) FROM marts.statements s, range(60);"
    "INSERT INTO previous.marts.statements SELECT s.* FROM previous.marts.statements s, range(60);",
    "marts.statements.share_of_direct_quotes_is_steady": "INSERT INTO marts.statements SELECT s.* REPLACE ('mixed' AS mode) FROM marts.statements s, range(60);"
    "INSERT INTO previous.marts.statements SELECT s.* FROM previous.marts.statements s, range(60);",
    # marts.statement_speakers
    "marts.statement_speakers.positions_have_no_gap": "INSERT INTO marts.statement_speakers SELECT s.* REPLACE (4 AS position) FROM marts.statement_speakers s;",
    "marts.statement_speakers.first_speaker_is_that_of_the_statement": "UPDATE marts.statement_speakers SET person_id = NULL;",
    # marts.data_dictionary
    "marts.data_dictionary.every_column_is_described": "DELETE FROM marts.data_dictionary WHERE column_name = 'body';",
    "marts.data_dictionary.no_column_is_invented": "UPDATE marts.data_dictionary SET column_name = 'bodies' WHERE column_name = 'body';",
    "marts.data_dictionary.both_languages_are_there": "UPDATE marts.data_dictionary SET description_ar = 'meaning';",
}
