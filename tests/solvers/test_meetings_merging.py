"""One encounter, one row over all articles; its day solved from all reports; articles dated by
meetings.
"""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import polars as pl

from solvers.article_days import article_rows
from solvers.meetings import solve

PARTS = (
    "year", "month", "day", "last_day", "weekday", "year_offset", "month_offset", "week_offset", "earliest_offset",
    "latest_offset",
)  # fmt: skip
YESTERDAY = {"earliest_offset": -1, "latest_offset": -1}
TODAY = {"earliest_offset": 0, "latest_offset": 0}


def constraint(parts: dict[str, Any] | None) -> dict[str, Any] | None:
    if parts is None:
        return None
    return dict.fromkeys(PARTS) | {"hijri": False, "is_vague": False} | parts


class Archive:
    """Articles and their reports, as the reader hands them over."""

    def __init__(self) -> None:
        self.articles: list[dict[str, Any]] = []
        self.reports: list[dict[str, Any]] = []
        self.people: list[dict[str, Any]] = []

    def article(self, name: str, published: date | None = None) -> None:
        self.articles.append({"article_id": name, "published_on": published})

    def report(
        self,
        article: str,
        people: str = "",
        parties: str = "",
        *,
        when: dict[str, Any] | None = None,
        not_before: dict[str, Any] | None = None,
        kind: str = "meeting",
        status: str = "held",
        city: str | None = None,
        country: str | None = None,
        encounter: int = 0,
        text: str | None = None,
    ) -> str:
        mention = f"{article}-{encounter}-{len(self.reports)}"
        self.reports.append(
            {
                "mention_id": mention,
                "article_id": article,
                "encounter_no": encounter,
                "kind": kind,
                "status": status,
                "when": constraint(when),
                "not_before": constraint(not_before),
                "city": city,
                "country": country,
                "parties": parties.split(),
                "text": text or mention,
                "is_vague": not people and not parties,
            }
        )
        self.people += [{"mention_id": mention, "person_id": person} for person in people.split()]
        return mention

    def frames(self, reports: list[dict[str, Any]] | None = None) -> tuple[pl.DataFrame, ...]:
        when = pl.Struct(
            dict.fromkeys(PARTS, pl.Int32) | {"hijri": pl.Boolean, "is_vague": pl.Boolean}
        )
        return (
            pl.DataFrame(
                reports or self.reports,
                schema_overrides={
                    "when": when,
                    "not_before": when,
                    "parties": pl.List(pl.String),
                    "city": pl.String,
                    "country": pl.String,
                },
            ),
            pl.DataFrame(self.people, schema={"mention_id": pl.String, "person_id": pl.String}),
            pl.DataFrame(self.articles, schema={"article_id": pl.String, "published_on": pl.Date}),
            pl.DataFrame(
                schema={"article_id": pl.String, "when": when, "is_publication_day": pl.Boolean}
            ),
        )

    def solve(self) -> dict[str, dict[str, Any]]:
        return {row["mention_id"]: row for row in solve(*self.frames()).iter_rows(named=True)}


def test_two_articles_on_one_meeting_make_one_row_and_their_dates_meet() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 18))
    one = archive.report("a", "sami nabil", "EG JO", when=YESTERDAY, city="عمان")
    two = archive.report("b", "sami nabil", "EG JO", when=TODAY)
    rows = archive.solve()
    assert rows[one]["meeting_id"] == rows[two]["meeting_id"]
    assert rows[one]["starts_on"] == rows[two]["starts_on"] == date(2025, 2, 18)


def test_meetings_of_the_same_people_on_different_days_stay_two() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 21))
    one = archive.report("a", "sami nabil", "EG JO", when=TODAY)
    two = archive.report("b", "sami nabil", "EG JO", when=TODAY)
    rows = archive.solve()
    assert rows[one]["meeting_id"] != rows[two]["meeting_id"]


def test_meetings_in_different_cities_stay_two() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 20))
    one = archive.report("a", "sami nabil", "EG JO", city="جنيف")
    two = archive.report("b", "sami nabil", "EG JO", city="بيروت")
    rows = archive.solve()
    assert rows[one]["meeting_id"] != rows[two]["meeting_id"]


def test_encounters_of_one_article_never_merge() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 19))
    first = archive.report("a", "sami nabil", "EG JO", encounter=0)
    second = archive.report("a", "sami nabil", "EG JO", encounter=1)
    archive.report("b", "sami nabil", "EG JO")
    rows = archive.solve()
    assert rows[first]["meeting_id"] != rows[second]["meeting_id"]


def test_a_planned_meeting_and_the_one_that_was_held_are_one_with_its_history() -> None:
    archive = Archive()
    archive.article("before", date(2025, 2, 14))
    archive.article("after", date(2025, 2, 19))
    planned = archive.report(
        "before", "sami nabil", "EG JO", status="planned", when={"weekday": 2, "week_offset": 1}
    )
    held = archive.report("after", "sami nabil", "EG JO", when=YESTERDAY)
    rows = archive.solve()
    assert rows[planned]["meeting_id"] == rows[held]["meeting_id"]
    assert rows[planned]["starts_on"] == date(2025, 2, 18)
    assert rows[planned]["report_edtf"] == "2025-02-18"


def test_what_was_held_before_is_not_what_is_planned_later() -> None:
    archive = Archive()
    archive.article("before", date(2025, 2, 14))
    archive.article("after", date(2025, 2, 19))
    held = archive.report("before", "sami nabil", "EG JO")
    planned = archive.report("after", "sami nabil", "EG JO", status="planned")
    rows = archive.solve()
    assert rows[planned]["meeting_id"] != rows[held]["meeting_id"]


def test_a_call_is_not_a_meeting() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 19))
    call = archive.report("a", "sami nabil", "EG JO", kind="phone_call")
    meeting = archive.report("b", "sami nabil", "EG JO")
    rows = archive.solve()
    assert rows[call]["meeting_id"] != rows[meeting]["meeting_id"]


def test_undated_articles_of_a_tuesday_and_a_monday_do_not_merge() -> None:
    archive = Archive()
    archive.article("undated")
    archive.article("monday", date(2025, 3, 24))
    tuesday = archive.report(
        "undated", "sami nabil", "RU US", kind="talks", city="الرياض", when={"weekday": 2}
    )
    monday = archive.report(
        "monday", "sami nabil", "RU US", kind="talks", city="الرياض", when=TODAY
    )
    rows = archive.solve()
    assert rows[tuesday]["meeting_id"] != rows[monday]["meeting_id"]


def test_talks_named_by_states_join_those_named_by_people_at_the_same_place() -> None:
    archive = Archive()
    archive.article("a")
    archive.article("b")
    people = archive.report("a", "sami nabil rami", "RU US", kind="talks", city="الرياض")
    states = archive.report("b", "", "RU US", kind="talks", city="الرياض")
    rows = archive.solve()
    assert rows[people]["meeting_id"] == rows[states]["meeting_id"]


def test_a_vague_report_joins_the_one_meeting_it_can_mean() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 20))
    named = archive.report("a", "sami nabil", "RU US", kind="talks", city="الرياض")
    vague = archive.report("b", kind="talks", city="الرياض")
    rows = archive.solve()
    assert rows[vague]["meeting_id"] == rows[named]["meeting_id"]


def test_a_vague_report_that_can_mean_two_meetings_belongs_to_none() -> None:
    archive = Archive()
    for name in "abc":
        archive.article(name, date(2025, 2, 19))
    archive.report("a", "sami nabil", "RU US", kind="talks", city="الرياض")
    archive.report("b", "rami hala", "UA US", kind="talks", city="الرياض")
    vague = archive.report("c", kind="talks", city="الرياض")
    assert vague not in archive.solve()


def test_contradictory_reports_settle_no_day_and_keep_what_each_says() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    one = archive.report("a", "sami nabil", "EG JO", when=YESTERDAY)
    two = archive.report("a", "sami nabil", "EG JO", when=TODAY)
    rows = archive.solve()
    assert rows[one]["meeting_id"] == rows[two]["meeting_id"]
    assert rows[one]["starts_on"] is None
    assert (rows[one]["date_earliest"], rows[one]["date_latest"]) == (
        date(2025, 2, 18),
        date(2025, 2, 19),
    )
    assert (rows[one]["report_edtf"], rows[two]["report_edtf"]) == ("2025-02-18", "2025-02-19")


def test_a_held_meeting_without_a_date_is_open_to_the_past_only() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    report = archive.report("a", "sami nabil", "EG JO")
    row = archive.solve()[report]
    assert (row["starts_on"], row["date_earliest"], row["date_latest"]) == (
        None,
        None,
        date(2025, 2, 19),
    )
    assert row["date_edtf"] == "../2025-02-19"


def test_a_meeting_of_several_days_has_its_first_and_last() -> None:
    archive = Archive()
    archive.article("a", date(2024, 4, 21))
    lasting = {"day": 22, "last_day": 24, "month": 4, "month_offset": 0}
    report = archive.report("a", "", "EG JO", kind="conference", status="planned", when=lasting)
    row = archive.solve()[report]
    assert (row["starts_on"], row["ends_on"]) == (date(2024, 4, 22), date(2024, 4, 24))
    assert row["date_edtf"] == "2024-04-22/2024-04-24"


def test_an_undated_article_that_says_yesterday_of_a_dated_meeting_is_of_the_day_after() -> None:
    archive = Archive()
    archive.article("dated", date(2025, 2, 18))
    archive.article("undated")
    archive.report("dated", "sami nabil", "EG JO", when=TODAY, city="عمان")
    archive.report("undated", "sami nabil", "EG JO", when=YESTERDAY, city="عمان")
    reports, people, articles, times = archive.frames()
    days = article_rows(articles, times, reports, solve(reports, people, articles, times))
    row = next(r for r in days.iter_rows(named=True) if r["article_id"] == "undated")
    assert (row["earliest"], row["latest"], row["basis"]) == (
        date(2025, 2, 19),
        date(2025, 2, 19),
        "derived",
    )


def test_an_undated_article_is_not_older_than_the_meeting_it_tells_of() -> None:
    archive = Archive()
    archive.article("dated", date(2025, 2, 18))
    archive.article("undated")
    archive.report("dated", "sami nabil", "EG JO", when=TODAY, city="عمان")
    archive.report("undated", "sami nabil", "EG JO", city="عمان")
    reports, people, articles, times = archive.frames()
    days = article_rows(articles, times, reports, solve(reports, people, articles, times))
    row = next(r for r in days.iter_rows(named=True) if r["article_id"] == "undated")
    assert (row["earliest"], row["latest"], row["basis"]) == (date(2025, 2, 18), None, "derived")


def test_the_ids_do_not_depend_on_the_order_of_arrival() -> None:
    archive = Archive()
    for name, day in (("a", 19), ("b", 20), ("c", 21)):
        archive.article(name, date(2025, 2, day))
        archive.report(name, "sami nabil", "EG JO", kind="talks", city="جنيف")
    found = set()
    for order in permutations(archive.reports):
        _, people, articles, times = archive.frames()
        solved = solve(archive.frames(list(order))[0], people, articles, times)
        found.add(tuple(solved.sort("mention_id")["meeting_id"]))
    assert len(found) == 1
    assert len(set(found.pop())) == 1


def test_a_guest_who_came_on_the_day_of_the_article_met_his_host_on_that_day() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 20))  # a Thursday
    came = {"weekday": 4, "earliest_offset": -6, "latest_offset": 0}
    met = archive.report("a", "sami nabil", "EG JO", not_before=came)
    assert archive.solve()[met]["starts_on"] == date(2025, 2, 20)


def test_a_guest_who_came_days_before_the_article_met_his_host_since_then() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 20))
    came = {"weekday": 2, "earliest_offset": -6, "latest_offset": 0}
    met = archive.report("a", "sami nabil", "EG JO", not_before=came)
    row = archive.solve()[met]
    assert (row["starts_on"], row["date_edtf"]) == (None, "2025-02-18/2025-02-20")


def test_the_same_sentence_in_two_articles_tells_of_one_meeting() -> None:
    sentence = "عقد الوزيران في ختام الزيارة لقاء مطولا تناولا فيه التعاون بين البلدين"
    archive = Archive()
    archive.article("a")
    archive.article("b")
    one = archive.report("a", "sami nabil", "EG JO", kind="phone_call", text=sentence)
    two = archive.report("b", "sami", "EG JO", kind="phone_call", text=sentence)
    rows = archive.solve()
    assert rows[one]["meeting_id"] == rows[two]["meeting_id"]


def test_two_who_talk_often_are_not_joined_over_articles_of_unknown_days() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 20))
    archive.article("b")
    one = archive.report("a", "sami nabil", "EG JO", kind="phone_call")
    two = archive.report("b", "sami nabil", "EG JO", kind="phone_call")
    rows = archive.solve()
    assert rows[one]["meeting_id"] != rows[two]["meeting_id"]


def test_a_visit_that_names_guest_and_host_is_the_meeting_it_was_for() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 20))
    archive.article("b", date(2025, 2, 20))
    visit = archive.report("a", "sami nabil", "EG JO", kind="visit", country="JO")
    met = archive.report("b", "sami nabil", "EG JO", country="JO")
    rows = archive.solve()
    assert rows[visit]["meeting_id"] == rows[met]["meeting_id"]


def test_what_was_called_off_is_not_what_was_held() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 20))
    off = archive.report("a", "sami nabil", "EG JO", status="cancelled")
    held = archive.report("b", "sami nabil", "EG JO")
    rows = archive.solve()
    assert rows[off]["meeting_id"] != rows[held]["meeting_id"]


def test_a_summit_named_by_its_city_is_no_meeting_on_its_margins() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 19))
    archive.article("b", date(2025, 2, 20))
    margin = archive.report("a", "sami nabil", "EG JO", city="بيروت")
    summit = archive.report("b", kind="summit", city="بيروت")
    rows = archive.solve()
    assert margin in rows and summit not in rows


def test_a_meeting_at_the_beginning_of_a_month_did_not_last_until_its_end() -> None:
    archive = Archive()
    archive.article("a", date(2023, 5, 28))
    met = archive.report(
        "a", "sami nabil", "EG JO", when={"day": 1, "last_day": 9, "month_offset": 0}
    )
    row = archive.solve()[met]
    assert (row["starts_on"], row["date_edtf"]) == (None, "2023-05-01/2023-05-09")


def test_an_article_that_tells_of_a_visit_both_ways_does_not_settle_its_day() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 20))
    archive.report("a", "sami", "EG JO", kind="visit", country="JO")
    soon = {"earliest_offset": 0, "latest_offset": 10}
    planned = archive.report(
        "a", "sami", "EG JO", kind="visit", country="JO", status="planned", when=soon
    )
    assert archive.solve()[planned]["starts_on"] is None


def test_a_meeting_on_one_day_of_a_session_did_not_last_as_long_as_the_session() -> None:
    archive = Archive()
    archive.article("a", date(2025, 2, 20))
    session = {"day": 20, "last_day": 22, "month_offset": 0}
    one = archive.report("a", "sami nabil", "EG JO", when=session, encounter=0)
    archive.report("a", "sami nabil", "EG JO", when=TODAY, encounter=0)
    row = archive.solve()[one]
    assert (row["starts_on"], row["ends_on"]) == (date(2025, 2, 20), date(2025, 2, 20))


def test_what_an_article_dates_after_itself_is_to_come_whatever_its_tense() -> None:
    archive = Archive()
    archive.article("a", date(2024, 3, 4))
    named = archive.report("a", "hana omar", "EG JO", when={"year": 2024, "month": 3, "day": 7})
    bare = archive.report("a", "hana omar", "EG JO")
    solved = archive.solve()
    assert {solved[named]["status"], solved[bare]["status"]} == {"planned"}
    assert solved[named]["starts_on"] == date(2024, 3, 7)


def test_what_an_article_dates_on_its_own_day_was_held() -> None:
    archive = Archive()
    archive.article("a", date(2024, 3, 4))
    named = archive.report("a", "hana omar", "EG JO", when=TODAY)
    assert archive.solve()[named]["status"] == "held"


def test_what_was_held_has_no_day_a_year_after_the_article() -> None:
    archive = Archive()
    archive.article("a", date(2024, 3, 4))
    held = archive.report(
        "a", "hana omar", "EG JO", when={"month": 1, "day": 20, "earliest_offset": 0}
    )
    solved = archive.solve()[held]
    assert (solved["status"], solved["starts_on"]) == ("held", None)
