"""Words of the grammar that more than one of its parts asks for.

Here: the classes of meeting_function_words.tsv and the marks that several modules share. Not here:
what one module alone needs, which stands at its head; words of encounter and their roles (`words`).
"""

from __future__ import annotations

from reader.meetings.words import function_words

COMMAS = frozenset(("،", ",", "؛", ";", "-", "–", "—", "(", ")", '"', "“", "”", "«", "»"))
QUOTES = frozenset('"“”«»')
PREPOSITIONS = function_words("prepositions")
IN = function_words("in")
RELATIVES = function_words("relatives")
AFTER_LINKS = function_words("after_links")
ADVERBIAL = function_words("adverbial")
LIGHT, HOSTS = function_words("light"), function_words("hosts")
ANCHORS = function_words("anchors")
OPENING = function_words("opening")
CAPITAL_WORDS = function_words("capital_words")
EACH = function_words("each")
WITH_HIM = function_words("with_him")
INVITATIONS = function_words("invitations")
POINTING = frozenset(("هذا", "هذه", "ذلك", "تلك"))
LEADERS = function_words("leaders")
GUESTS = function_words("guests")
VENUES = function_words("venues")
CREDENTIALS = "اعتماد"  # lemma of the letters that an ambassador hands over
