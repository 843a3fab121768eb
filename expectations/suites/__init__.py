"""One module per table, each with `SUITE`, a plain list of rules; here they are gathered, in the
order of the data's way.

Not here: keys, foreign keys, accepted values, nullability of contract columns (dbt).
"""

from __future__ import annotations

from expectations.rules import Suite
from expectations.suites import (
    marts_articles,
    marts_data_dictionary,
    marts_meeting_mentions,
    marts_meeting_participants,
    marts_meetings,
    marts_people,
    marts_person_id_history,
    marts_person_mentions,
    marts_person_roles,
    marts_publication,
    marts_statement_speakers,
    marts_statements,
    raw_files,
    raw_pages,
    raw_quarantine,
    reading_articles,
    reading_meeting_report_participants,
    reading_meeting_reports,
    reading_pages,
    reading_people,
    reading_person_mentions,
    reading_statement_speakers,
    reading_statements,
    reading_times,
)

RAW: tuple[Suite, ...] = (raw_files.SUITE, raw_pages.SUITE, raw_quarantine.SUITE)

READING: tuple[Suite, ...] = (
    reading_pages.SUITE,
    reading_articles.SUITE,
    reading_times.SUITE,
    reading_people.SUITE,
    reading_person_mentions.SUITE,
    reading_meeting_reports.SUITE,
    reading_meeting_report_participants.SUITE,
    reading_statements.SUITE,
    reading_statement_speakers.SUITE,
)

MARTS: tuple[Suite, ...] = (
    marts_articles.SUITE,
    marts_people.SUITE,
    marts_person_mentions.SUITE,
    marts_person_roles.SUITE,
    marts_person_id_history.SUITE,
    marts_meetings.SUITE,
    marts_meeting_participants.SUITE,
    marts_meeting_mentions.SUITE,
    marts_statements.SUITE,
    marts_statement_speakers.SUITE,
    marts_data_dictionary.SUITE,
)

#: Tables that exist in the published file only.
PUBLISHED: tuple[Suite, ...] = (marts_publication.SUITE,)

ALL: tuple[Suite, ...] = (*RAW, *READING, *MARTS)
