"""Time expressions of Arabic news, as constraints on a day.

`find_times` fills `document.times`; `near` finds the When that governs a clause; `publication_days`
names the Whens that date the article itself. Nothing here knows the article's day: what "أمس" or a
bare "الأحد" comes to is worked out once, over all evidence, by `dbt_project/solvers/dates.py`.

For users of `document.times` (meetings, statements): the list is in order of position, offsets are
those of the plain body, no two Whens overlap, and a When covers all that belongs to it ("مساء أمس
الأحد 23 آذار/مارس"). To date a clause call `near(document, start, end)`; for a verb alone give the
clause around it, not the verb. `is_vague` Whens ("مؤخرا") date nothing.
"""

from reader.times.find import find_times, near, publication_days

__all__ = ["find_times", "near", "publication_days"]
