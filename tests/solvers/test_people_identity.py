"""Who is who over articles."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import polars as pl

from solvers.described import describe
from solvers.full_names import Node, context
from solvers.names import parse
from solvers.people import resolve

SCHEMA = {
    "article_id": pl.String,
    "person_no": pl.Int32,
    "name": pl.String,
    "title": pl.String,
    "organization": pl.String,
    "country": pl.String,
    "gender": pl.String,
    "name_latin": pl.String,
    "confidence": pl.Float64,
    "published_on": pl.Date,
}


def people(*articles: list[Any]) -> pl.DataFrame:
    """A frame of articles; a person is a name, or (name, country), or (name, country, title)."""
    rows = []
    for number, named in enumerate(articles):
        for person_no, person in enumerate(named):
            name, country, title = (
                *((person,) if isinstance(person, str) else person),
                None,
                None,
            )[:3]
            rows.append(
                {
                    "article_id": f"article-{number}",
                    "person_no": person_no,
                    "name": name,
                    "title": title,
                    "country": country,
                    "confidence": 1.0,
                    "published_on": date(2025, 2, 18),
                }
            )
    return pl.DataFrame(rows, schema=SCHEMA)


def ids(*articles: list[Any]) -> list[list[str]]:
    """person_id by article and person."""
    found = resolve(people(*articles)).sort("article_id", "person_no")
    of: dict[str, list[str]] = {}
    for article_id, _, person_id in found.iter_rows():
        of.setdefault(article_id, []).append(person_id)
    return [of[f"article-{n}"] for n in range(len(articles))]


def test_spellings_of_one_name_are_one_row() -> None:
    found = ids([("سيرجي لافروف", "RU")], [("سيرغي لافروف", "RU")], ["سيرغي لاڤروڤ"])
    assert found[0] == found[1] == found[2]


def test_brothers_with_one_surname_stay_two() -> None:
    found = ids([("سعد الحريري", "LB"), ("بهاء الحريري", "LB")], [("سعد الحريري", "LB")])
    assert found[0][0] != found[0][1]
    assert found[0][0] == found[1][0]


def test_a_surname_alone_joins_the_only_one_who_bears_it() -> None:
    found = ids([("ستيف ويتكوف", "US")], [("ستيفن ويتكوف", "US")], ["ويتكوف"])
    assert found[0] == found[1] == found[2]


def test_a_surname_alone_joins_the_one_of_its_state() -> None:
    found = ids(
        [("أحمد الزياني", "MA")],
        [("عبد اللطيف الزياني", "BH")],
        [("الزياني", "BH", "وزير الخارجية البحريني")],
    )
    assert found[2] == found[1]


def test_a_surname_of_two_who_are_as_usual_joins_nobody() -> None:
    found = ids(["سعد الحريري"], ["بهاء الحريري"], ["الحريري"])
    assert found[2] not in (found[0], found[1])


def test_a_given_name_alone_is_nobody_elses() -> None:
    found = ids(["أحمد منصور"], ["أحمد"], ["أحمد"])
    assert len({found[0][0], found[1][0], found[2][0]}) == 3


def test_the_king_is_not_the_crown_prince() -> None:
    found = ids(
        [("الملك سلمان", "SA"), ("محمد بن سلمان", "SA")],
        [("الملك سلمان", "SA")],
        [("محمد بن سلمان", "SA")],
    )
    assert found[0][0] == found[1][0]
    assert found[0][1] == found[2][0]
    assert found[0][0] != found[0][1]


def test_a_common_name_in_two_states_is_two_men_and_a_rare_one_is_one() -> None:
    common = ids([("محمد علي", "EG")], [("محمد علي", "YE")])
    rare = ids([("فالديس دومبروفسكيس", "LV")], [("فالديس دومبروفسكيس", "BE")])
    assert common[0] != common[1]
    assert rare[0] == rare[1]


def test_the_states_of_articles_part_two_men_less_surely_than_what_is_said_of_them() -> None:
    name = parse("جواد الحامدي")
    said = context(Node(name, "MA"), Node(name, "TN"))
    unsaid = context(Node(name, "MA"), Node(name, "TN", is_said=False))
    assert said < unsaid < 0


def test_a_full_rare_name_vouches_for_two_short_forms_of_it() -> None:
    found = ids(
        *[[("عبد الملك الحوثي", "YE")]] * 5,
        [("عبد الملك بدر الدين الحوثي", "YE")],
        [("عبد الملك بدر الدين", "YE")],
    )
    assert found[0] == found[5] == found[6]


def test_a_fathers_name_glued_as_the_maghreb_does_is_the_same() -> None:
    found = ids([("عبد الإله بنكيران", "MA")], [("عبد الإله بن كيران", "MA")])
    assert found[0] == found[1]


def test_letters_without_their_dots_are_spellings() -> None:
    found = ids([("الشاذلي بن جديد", "DZ")], [("الشادلي بن جديد", "DZ")])
    assert found[0] == found[1]


def test_a_lone_name_spelled_otherwise_joins_no_obscure_bearer() -> None:
    found = ids([("مصطفى سعدون", "IQ")], [("سيدون", "IL")])
    assert found[0] != found[1]


def test_a_short_name_within_two_that_contradict_each_other_does_not_join_them() -> None:
    found = ids(
        [("محمد بن سلمان آل سعود", "SA")],
        [("محمد بن سلمان", "SA")],
        [("محمد بن سلمان آل خليفة", "BH")],
    )
    assert found[0] == found[1]
    assert found[2] != found[1]


def test_two_first_names_of_one_surname_are_not_joined_by_a_man_who_bears_both() -> None:
    found = ids(*[["محمد الطرابلسي"]] * 3, *[["عماد الطرابلسي"]] * 3, ["محمد عماد الطرابلسي"])
    assert found[0] != found[3]


def test_a_list_that_was_read_as_one_name_joins_no_two_people() -> None:
    found = ids(["طه ياسين الخنيسي"], ["يوسف المساكني"], ["يوسف المساكني طه ياسين الخنيسي"])
    assert found[0] != found[1]


def test_a_word_too_many_in_one_place_is_no_name_of_the_man() -> None:
    found = ids(*[[("دونالد ترامب", "US")]] * 9, [("دونالد ترامب الرياض", "US")], ["الرياض"])
    assert found[0] == found[9]
    assert found[10] != found[0]


def test_foreign_first_names_may_change_places_and_arab_ones_may_not() -> None:
    foreign = ids(["برنار هنري ليفي"], ["هنري برنار ليفي"])
    arab = ids([("محمد علي أحمد", "EG")], [("علي محمد أحمد", "EG")])
    assert foreign[0] == foreign[1]
    assert arab[0] != arab[1]


def test_a_son_is_not_his_father() -> None:
    found = ids([("علي عبد الله صالح", "YE")], [("أحمد علي عبد الله صالح", "YE")])
    assert found[0] != found[1]
    junior = ids([("دونالد ترامب", "US")], [("دونالد ترامب جونيور", "US")])
    assert junior[0] != junior[1]


def test_a_name_without_its_first_part_joins_the_one_of_its_state() -> None:
    found = ids([("حسين أمير عبد اللهيان", "IR")], [("أمير عبد اللهيان", "IR")])
    assert found[0] == found[1]


def test_ids_are_the_same_in_any_order() -> None:
    frame = people(
        [("سيرغي لافروف", "RU"), ("ماركو روبيو", "US")],
        ["لافروف", "دونالد ترمب"],
        [("دونالد ترامب", "US"), "روبيو"],
        [("محمد علي", "EG"), ("محمد علي", "YE")],
    )
    rows = list(range(len(frame)))
    random.Random(7).shuffle(rows)
    key = ["article_id", "person_no"]
    assert resolve(frame).sort(key).equals(resolve(frame[rows]).sort(key))


def test_ids_stay_when_articles_are_added() -> None:
    first = [
        [("سيرغي لافروف", "RU")],
        [("ماركو روبيو", "US"), "دونالد ترامب"],
        [("محمد علي", "EG")],
    ]
    more = [["لافروف"], [("سيرجي لافروف", "RU")], [("دونالد ترمب", "US")], ["محمد علي الحوثي"]]
    before = ids(*first)
    after = ids(*first, *more)
    assert after[: len(first)] == before


def test_an_id_says_nothing_of_the_other_articles() -> None:
    assert ids([("قيس سعيد", "TN")])[0] == ids([("ناصر بوريطة", "MA")], [("قيس سعيد", "TN")])[1]


def test_scraps_that_are_no_names_are_rows_and_no_failure() -> None:
    scraps = [
        "",
        " ",
        "أبو",
        "عبد",
        "عبد ال",
        "ال",
        "بن",
        "ابن بن",
        "د.",
        "12",
        "Latin Only",
        "أبو أبو",
        "ءء",
        "الله",
        "آل",
        "و",
    ]
    frame = people(*[[scrap] for scrap in scraps], scraps)
    found = resolve(frame)
    assert len(found) == 2 * len(scraps)
    assert found["person_id"].null_count() == 0
    assert describe(frame, found)["name_ar"].null_count() == 0


def described(*articles: list[Any]) -> dict[str, dict[str, Any]]:
    frame = people(*articles)
    return {row["name_ar"]: row for row in describe(frame, resolve(frame)).iter_rows(named=True)}


def test_an_individual_is_called_by_the_fullest_usual_form() -> None:
    found = described(
        *[[("محمد حمدان دقلو", "SD")]] * 3, *[["دقلو"]] * 5, *[[("محمد دقلو", "SD")]] * 2
    )
    assert list(found) == ["محمد حمدان دقلو"]


def test_the_state_is_what_most_articles_say() -> None:
    found = described([("جواد الحامدي", "MA")], [("جواد الحامدي", "MA")], ["جواد الحامدي"])
    assert found["جواد الحامدي"]["country"] == "MA"


def test_one_article_that_says_the_state_outweighs_two_that_are_about_another() -> None:
    frame = people(*[[("جواد الحامدي", "AE")]] * 2, [("جواد الحامدي", "MA")]).with_columns(
        country_is_said=pl.col("country") == "MA"
    )
    assert describe(frame, resolve(frame))["country"].to_list() == ["MA"]


def test_a_text_that_says_the_state_outweighs_a_public_namesake_with_a_usual_name() -> None:
    found = described([("محمد صلاح", "TN")])
    assert found["محمد صلاح"]["country"] == "TN"


def test_a_public_person_has_the_usual_latin_and_the_state_that_the_text_leaves_out() -> None:
    found = described(["سيرجي لافروف"])
    row = found["سيرجي لافروف"]
    assert (row["name_latin"], row["country"], row["wikidata_id"]) == (
        "Sergey Lavrov",
        "RU",
        "Q58217",
    )


def test_a_rare_surname_alone_has_the_state_and_latin_of_its_one_public_bearer() -> None:
    found = described(["لافروف"], ["الأسد"])
    assert (found["لافروف"]["country"], found["لافروف"]["name_latin"]) == ("RU", "Sergey Lavrov")
    # Many public people bear this one: of nearly all of them the state is certain, which of them is
    # meant is not.
    assert found["الأسد"]["country"] == "SY"
    assert "Bashar" not in found["الأسد"]["name_latin"]


def test_latin_printed_in_the_text_goes_before_what_is_worked_out() -> None:
    frame = people([("غونزالو بيرنتسن", None)]).with_columns(name_latin=pl.lit("Gonzalo Berntsen"))
    assert describe(frame, resolve(frame))["name_latin"].to_list() == ["Gonzalo Berntsen"]


def test_one_part_is_less_sure_than_two() -> None:
    found = described(["توفيق البجاوي"], ["بنزيمة"])
    assert found["بنزيمة"]["confidence"] < found["توفيق البجاوي"]["confidence"] <= 1


def test_two_letters_that_changed_places_are_a_slip_of_the_pen() -> None:
    one, other = ids([("فولوديمير زيلينسكي", "UA")], [("فولوديمير زيلينكسي", "UA")])
    assert one == other
