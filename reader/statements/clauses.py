"""The narrator's main clauses as far as they show without a parser: where one begins, its verb, its
own subject.

Here: who acts in a stretch of text, for cues that print no subject of their own (واستقبل الوزير
فلانا وقال). Not here: who of those who act speaks (`speakers`), what is said (`spans`).
"""

from __future__ import annotations

from reader.lexicon import forms as lexicon_forms
from reader.lexicon import of_class
from reader.noun_phrases import bare, function_words, is_definite, noun_at, nouns, stop_words
from reader.statements.adverbials import skip_adverbial
from reader.statements.appositions import is_act_of_named
from reader.statements.phrases import Subject, clitic, looks_present
from reader.statements.signs import CLAUSE_SIGNS, COMMAS, DASHES, OPENERS
from reader.statements.subjects import read_subject
from reader.statements.things import is_verbal_noun
from reader.statements.voices import plain_person
from reader.verb_forms import forms
from reader.words import Words

_FEMININE = ("ت", "ته", "تها", "تهم")  # endings of the past
_WHILE = of_class("statement_words", "and while")
_LONGEST_SUBJECT = 8  # tokens
_LONGEST_OPENING = 30  # tokens of adverbials before a clause's verb


def subjects_of_clauses(words: Words, start: int, end: int) -> list[Subject]:
    """Subjects of the main clauses between two tokens, in order; clauses whose subject is a thing
    or not printed give none.
    """
    begins = start == words.sentence_start[start]
    start = _after_formula(words, _after_dateline(words, start), end)
    subject, at = _clause(words, start, end, nominal=begins)
    found = [subject]
    while at < end:
        word = words.fold[at]
        is_mark = at in words.closes or word in COMMAS or word in DASHES
        if is_mark or _is_joined_verb(words, at):
            subject, after = _clause(words, at + is_mark, end, nominal=False)
            found.append(subject)
            at = max(after, at + 1)
        elif (joined := _joined_before_verb(words, at, end)) is not None:
            found.append(joined)
            at = joined.end
        elif at in words.opens:
            at = max(min(words.quotes[words.opens[at]].close, end), at + 1)
        elif word in function_words()["subordinator"] or _is_that(word):
            at = _to_comma(words, at + 1, end)
        else:
            at += 1
    return [s for s in found if s is not None] or _first_actor(words, start, end)


def joined_subject(words: Words, verb: int) -> Subject | None:
    """The subject that stands right before a further verb with و, behind the first: نفته الشركة
    وقالت.
    """
    for first in range(verb - 1, max(words.sentence_start[verb], verb - _LONGEST_SUBJECT), -1):
        subject = _noun_phrase(words, first, verb)
        if subject is None or subject.end != verb or not _acts(subject):
            continue
        before = words.at(first - 1)
        form = forms().get(before)
        is_noun = words.at(first - 2) in function_words()["preposition"]  # في وجه فلان وقال
        is_finite = form is not None and form.kind in ("past", "present") and not is_noun
        if is_finite or (before.endswith(_FEMININE) and noun_at(words, first - 1) is None):
            return subject if _agrees(before, subject) else None
    return None


def _joined_before_verb(words: Words, at: int, end: int) -> Subject | None:
    """A subject that و joins to the clause before, its verb in the present right behind it: …،
    وحزب الوادي يجدد دعوته.
    """
    word = words.fold[at]
    if word[0] != "و" or len(word) < 4 or at == words.sentence_start[at]:
        return None
    if at in words.mention_at and clitic(words, at) != "و":
        return None
    subject = _noun_phrase(words, at, end)
    if subject is None or not _acts(subject) or subject.end >= end:
        return None
    verb = words.fold[subject.end]
    if not looks_present(verb) or is_verbal_noun(words, subject.end, surely=True):
        return None
    plural = subject.first.number == "p" or subject.first.kind == "person"
    return subject if plural or (subject.first.gender == "f") == (verb[0] == "ت") else None


def _clause(words: Words, at: int, end: int, *, nominal: bool) -> tuple[Subject | None, int]:
    """The subject of the clause that may begin at a token, and where to read on; `nominal`: it may
    stand before the verb.
    """
    begin = at
    while at < end and at - begin < _LONGEST_OPENING:
        word = words.fold[at]
        if word in function_words()["subordinator"] or _is_that(word):
            return None, at
        if at in words.breaks:
            return None, at + 1  # مؤكدا: the adverbial of another clause
        if word in function_words()["before_subject"]:
            nominal, at = True, at + 1
        elif word in OPENERS or word in function_words()["before_verb"]:
            at += 1
        else:
            after = skip_adverbial(words, at, end)
            if after <= at:
                break
            at = after
    if at >= end or at in words.opens:
        return None, at
    subject = _noun_phrase(words, at, end)
    if is_verb(words, at, subject):
        return _behind_verb(words, at, end)
    if subject is None:
        return None, at
    if _acts(subject):
        return subject if nominal else None, subject.end
    if nominal and bare(words.fold[at]) in function_words()["of_speech"]:
        owner = _noun_phrase(words, at + 1, end)  # انتقادات الجمعية طالت الوزارة
        if owner is not None and _acts(owner):
            return owner, owner.end
    form = forms().get(words.at(subject.end)) if nominal else None
    if form is not None and form.has_object:
        return _behind_verb(words, subject.end, end)  # هذا القرار وصفه الوزير بأنه
    return None, subject.end


def _first_actor(words: Words, start: int, end: int) -> list[Subject]:
    """The first actor that no preposition or noun governs, where no clause shows: behind glued or
    unknown words.
    """
    at = start
    for _ in range(_LONGEST_OPENING):
        if at in words.opens:
            at = words.quotes[words.opens[at]].close + 1
        if at >= end or (words.fold[at][0] == "و" and _is_that(words.fold[at])):
            break
        subject = _noun_phrase(words, at, end)
        if subject is not None and _acts(subject) and not is_act_of_named(words, at - 1):
            return [subject]
        after = skip_adverbial(words, at, end)
        at = max(after, at + 1, subject.end if subject is not None else 0)
    return []


def _behind_verb(words: Words, verb: int, end: int) -> tuple[Subject | None, int]:
    at, governed = verb + 1, False
    if at < end and at in words.opens:
        named = read_subject(words, at, end)
        is_body = named is not None and _names_body(words, at + 1)
        return named if is_body else None, named.end if named is not None else at
    for _ in range(4):
        if at >= end or words.fold[at] in CLAUSE_SIGNS or words.fold[at] in COMMAS:
            return None, at
        subject = _noun_phrase(words, at, end)
        if subject is not None:
            fits = _acts(subject) and _agrees(words.fold[verb], subject)
            return subject if fits else None, subject.end
        after = skip_adverbial(words, at, end)
        if after <= at:
            break
        at, governed = after, True
    return None, at + 1 if governed else at


def _names_body(words: Words, at: int) -> bool:
    """Whether the first of words between marks can begin a body's name: أفرجت "حماس" عن; not شنت
    "هجوم الفجر".
    """
    word = words.at(at)
    known = is_definite(word) or nouns().get(word) is not None or words.at(at + 1) == '"'
    return known and at not in words.place_at


def _noun_phrase(words: Words, at: int, end: int) -> Subject | None:
    """A noun phrase of any kind at a token: of an actor, or of a thing with all that belongs to
    it.
    """
    if at in words.mention_at:
        if clitic(words, at) not in ("", "و", "ف"):
            return None
        return read_subject(words, at, end) or Subject(
            [plain_person(words, at)], words.mention_end[at]
        )
    if words.fold[at] in stop_words() or at in words.opens:
        return None
    return read_subject(words, at, end)


def _acts(subject: Subject) -> bool:
    first = subject.first
    return first.kind not in ("unknown", "document") and first.head not in lexicon_forms(
        "media_nouns", "words"
    )


def is_verb(words: Words, at: int, subject: Subject | None) -> bool:
    """Whether a word at the beginning of a clause is its verb: no name, no known noun, no article,
    no verbal noun.
    """
    if subject is not None and _acts(subject) and noun_at(words, at) is not None:
        return False
    word = words.fold[at]
    if at in words.mention_at or at in words.place_at or at in words.time_end or len(word) < 2:
        return False
    if is_act_of_named(words, at):
        return False
    if not ("\u0621" <= word[0] <= "\u06d3") or word in stop_words():
        return False
    for stem in {word, word[1:]} if word[0] in "وف" and len(word) > 3 else {word}:
        if is_definite(stem) or nouns().get(stem) is not None:
            return False
    if word in forms():
        return forms()[word].kind in ("past", "present", "jussive")
    if word.endswith(("ه", "ات", "ين", "يه")):
        return False
    return not is_verbal_noun(words, at, surely=True) or _opens_of_a_person(words, at)


def _opens_of_a_person(words: Words, at: int) -> bool:
    """Whether a word that may be a verbal noun opens a sentence with و before one person, who does
    it: وتطرق المدير.
    """
    if at != words.sentence_start[at] or not words.fold[at].startswith("وت"):
        return False
    noun = noun_at(words, at + 1)
    is_one = noun is not None and noun[1].kind == "role" and noun[1].number == "s"
    return is_one or (at + 1 in words.mention_at and clitic(words, at + 1) == "")


def _is_joined_verb(words: Words, at: int) -> bool:
    """Whether و and a verb begin a further clause without a comma: وقالت, ويشارك."""
    word = words.fold[at]
    if word in OPENERS and word != "و":
        return True
    if word[0] != "و" or len(word) < 5 or at in words.mention_at or at in words.place_at:
        return False
    form = forms().get(word)
    if form is not None:
        return form.kind in ("past", "present")
    stem = word[1:]
    looks = (stem[-1] == "ت" and not stem.endswith("ات")) or stem[0] == "ي"
    return looks and nouns().get(stem) is None and not is_definite(stem)


def _agrees(verb: str, subject: Subject) -> bool:
    """Whether a verb's gender, as far as it shows, is that of the noun behind it, which else is its
    object: وحذر الحكومة.
    """
    actor = subject.first
    if actor.gender is None or actor.number != "s":
        return True
    form = forms().get(verb)
    if form is not None and form.gender is not None and form.kind != "masdar":
        return form.gender == actor.gender or actor.kind == "person"
    feminine = verb.endswith("ت") or verb.lstrip("وفسل").startswith("ت")
    return feminine or actor.gender == "m" or actor.kind == "person"


def _is_that(word: str) -> bool:
    return word.removeprefix("و") in CLAUSE_SIGNS  # أن, وأن: what is told


def _to_comma(words: Words, at: int, end: int) -> int:
    while at < end and words.fold[at] not in COMMAS and words.fold[at] not in DASHES:
        at = words.quotes[words.opens[at]].close if at in words.opens else at
        at += 1
    return min(at, end)


def _after_formula(words: Words, start: int, end: int) -> int:
    """The token behind يذكر أن and its like, which are the narrator's own."""
    if words.at(start) not in function_words()["formula"]:
        return start
    behind = range(start + 1, min(start + 5, end))
    return next((i + 1 for i in behind if words.fold[i] in CLAUSE_SIGNS), start)


def _after_dateline(words: Words, start: int) -> int:
    """The token after "دبي، الإمارات (CNN) --" or "بيروت-", which says where a report was filed;
    `start` else.
    """
    if start not in words.place_at:
        return start
    for at in range(words.place_end[start], min(start + 10, len(words))):
        if words.fold[at] in DASHES:
            return at + 1
    return start


def opens_subordinate(words: Words, verb: int) -> bool:
    """Whether a verb stands right behind وفيما and its like, whose main clause is yet to come:
    وفيما أكد الوزير كذا، قام بـ.
    """
    before = words.at(verb - 1)
    if before == "حين":
        return words.at(verb - 2) == "وفي"
    opens = verb - 1 == words.sentence_start[verb] or words.at(verb - 2) in COMMAS
    return before in _WHILE and opens


def may_begin_main(words: Words, at: int) -> bool:
    """Whether the word behind a comma can be the verb of a main clause."""
    word = words.at(at)
    if word.startswith(("و", "ال", "ب", "ل", "م")) or word in stop_words():
        return False
    return word[:1].isalpha() and words.mention_of[at] < 0 and at not in words.time_end
