"""Look-ups of states, nationalities and cities."""

from __future__ import annotations

import pytest

from reader import places
from reader.places import places_of
from reader.text import Plain, tokenize


def found(text: str) -> list[tuple[str, str, str]]:
    plain = Plain.of(text)
    return [(p.name, p.kind, p.country) for p in places_of(plain, tokenize(plain))]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("روسيا", "RU"),
        ("الروسي", "RU"),
        ("الروسية", "RU"),
        ("الروس", "RU"),
        ("أمريكا", "US"),
        ("أميركا", "US"),
        ("الأميركيون", "US"),
        ("المملكة المتحدة", "GB"),
        ("الكوري الجنوبي", "KR"),
        ("جنوب أفريقي", "ZA"),
        ("الكرملين", "RU"),
        ("مصرية", "EG"),
        ("كوسوفو", "XK"),
    ],
)
def test_names_adjectives_and_palaces_mean_their_state(word: str, state: str) -> None:
    assert places.country_of(word) == state


@pytest.mark.parametrize("word", ["المالي", "الوزير", "القمرية", "الرياض"])
def test_words_that_are_no_states_mean_none(word: str) -> None:
    assert places.country_of(word) is None


def test_a_capital_means_its_state_and_a_state_has_a_capital() -> None:
    assert places.country_of_capital("واشنطن") == "US"
    assert places.country_of_capital("جدة") is None
    assert places.capital_of("RU") == "موسكو"
    assert places.name_of("SA") == "السعودية"


def test_a_city_lies_in_its_state_and_has_a_usual_name() -> None:
    assert places.country_of_city("جدة") == "SA"
    assert places.country_of_city("بنغازي") == "LY"
    assert places.usual_city_name("نيو دلهي") == "نيودلهي"


def test_places_of_a_text_stand_without_clitics_and_the_longest_name_wins() -> None:
    assert found("وصل إلى الرياض وبجنوب أفريقيا") == [
        ("الرياض", "city", "SA"),
        ("جنوب أفريقيا", "country", "ZA"),
    ]


def test_a_city_that_begins_like_a_conjunction_stays_whole() -> None:
    assert found("زار وجدة")[0] == ("وجدة", "city", "MA")


def test_oman_is_a_state_after_sultanate_and_a_city_in_jordan_otherwise() -> None:
    assert found("سلطنة عمان") == [("سلطنة عمان", "country", "OM")]
    assert found("في عمان") == [("عمان", "city", "JO")]


def test_a_financial_matter_is_no_nationality() -> None:
    assert found("الدعم المالي كبير") == []


def names_in(text: str) -> list[str]:
    plain = Plain.of(text)
    return [place.name for place in places_of(plain, tokenize(plain))]


def test_common_words_are_places_only_where_something_leads_up_to_them() -> None:
    assert names_in("في إطار بيان عن وقف النار في جامعة قرب مدينة بابل") == ["بابل"]


def test_like_before_a_word_makes_no_town_of_it() -> None:
    assert names_in("كان أثر كورونا كبيرا في مدن كباريس") == ["باريس"]


@pytest.mark.parametrize(
    ("text", "town", "state"),
    [
        ("التقيا في العقبة أمس", "العقبة", "JO"),
        ("قمة في سان بطرسبورغ", "سان بطرسبورغ", "RU"),
        ("زار الإسكندرية وعدن", "الإسكندرية", "EG"),
        ("وصل إلى بيونجيانج", "بيونجيانج", "KP"),
        ("ولد في بيت لحم", "بيت لحم", "PS"),
    ],
)
def test_towns_that_the_gazetteer_spells_otherwise(text: str, town: str, state: str) -> None:
    assert (town, "city", state) in found(text)


@pytest.mark.parametrize("text", ["حرب تدمر المدن", "نقلت العين الخبر", "العقبة الكبرى أمام الحل"])
def test_words_that_are_towns_too_need_a_word_that_leads_up_to_a_town(text: str) -> None:
    assert found(text) == []
