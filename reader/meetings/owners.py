"""Whose a noun of encounter is: who met, as far as that stands before the noun ("عقد X لقاء", "خلال
لقائه", "في كلمة ألقاها X أمام المؤتمر").

Here: the owner, the subject of a light verb, the two who were spoken of. Not here: what follows the
noun (`complements`), what becomes of both (`nouns`).
"""

from __future__ import annotations

from dataclasses import replace

from reader.meetings.drafts import Draft, Part, Setting
from reader.meetings.phrases import Actor
from reader.meetings.sides import Sides, is_speech
from reader.meetings.visits import Visits
from reader.meetings.vocabulary import ADVERBIAL, INVITATIONS
from reader.meetings.words import bare, function_words

OWN_SLOTS = ("subject", "object", "pair", "genitive", "present", "head")
_INVITING_REACH = 25  # words before the noun
_VISITOR_REACH = 12  # words before "لقائه" among which the visit of its owner stands
_SPEECH_REACH = 16  # words before the noun among which the speech stands
_THEIRS_REACH = 6  # words behind the noun
_TWO = 2
_LIQA, _RECEIVED = "لقاء", "استقبل"
_BEFORE = {"امام"}
_MEANWHILE = function_words("circumstance") - {"لدي"}
_SENDING = function_words("sending")
_BETWEEN = function_words("between")
_CONTENT = function_words("complementizers")
_HAD, _TO_HIM = function_words("had"), function_words("to_him")
_INVITING = function_words("inviting")
_PREPARING_REACH = 4  # words before the noun
_PREPARING = function_words("preparing")
_POINTING_TO = function_words("pointing_to")
_DELIVERING = function_words("delivering")
_BROUGHT_HIM = function_words("brought_him")
_TAKING_PART = function_words("taking_part")
_PAYING = function_words("paying")
_OF_THE_TWO = function_words("of_the_two")
_HELD_BY_ALL = function_words("held_by_all")


class Owners(Visits, Sides):
    """Finds who met, before a noun."""

    def _subject_of_noun(self, draft: Draft, setting: Setting) -> list[Actor]:
        """Who met, as far as it stands before the noun or follows from what was told before."""
        cue, at, actors = draft.cue, draft.cue_at, setting.actors
        clause, low = setting.clause, setting.low
        if self.is_intended(at, low) and not draft.parts:
            return [a for a in actors if a.end == at]
        speaker = self._who_had(setting, at) or self._speaker_at(setting, draft)
        if speaker:
            return speaker
        pair = [p for p in draft.parts if p.slot == "pair"]
        near = [p for p in draft.parts if p.slot in ("genitive", "with")]
        brought = set(self.text.folds[at + 1 : draft.end]) & _BROUGHT_HIM
        if pair and brought:  # "اللقاءات التي جمعته والوزير X والقائد Y"
            return self._main_subject(at, clause, low, actors) or self.focus
        margin = self._is_margin(at, low) and not cue.with_pronoun
        if setting.host_at is not None or self._is_pair(pair) or margin:
            return []
        if len(pair) == 1:
            return self._other_of_pair(draft, setting, pair[0].actor, near)
        of_the_two = not near and self._is_of_the_two(at)
        if setting.is_after and not (cue.with_pronoun or near or of_the_two):
            return []
        whole = {part.slot for part in near} >= {"genitive", "with"}
        if setting.is_after and whole and not cue.with_pronoun:
            return []  # "وصل X عقب لقاء Y مع Z"
        if setting.light_at is not None:
            subject = self._subject_of_light_verb(draft, setting, near)
            if subject or not of_the_two:
                return subject
        if of_the_two:
            return self._the_two(setting, at)
        if cue.with_pronoun or self._is_told_there(draft, setting, near):
            return self._owner(draft, setting, bool(near), bool(pair))
        if self._is_invited_to(at, clause):
            return [
                a for a in self._people_between(setting, at) if not self._is_governed(a, clause)
            ]
        return self._subject_with(draft, setting, near)

    def _other_of_pair(
        self, draft: Draft, setting: Setting, first: Actor, near: list[Part]
    ) -> list[Actor]:
        """Who meets the one of two sides that stands behind the noun."""
        among = "plural" in self.text.words[first.start].roles  # "بين وزراء الخارجية"
        light = among and setting.light_at is not None
        if light and not first.names_a_side:
            return self._subject_of_light_verb(draft, setting, near)
        if self.text.folds[first.start - 1] in _BETWEEN or first.clitic.startswith("و"):
            return []  # the other of the two was not read
        woman = self._brought_woman(draft.cue_at, setting)
        if woman:
            return woman
        # "اللقاء الذي جمعه بالوزير"
        found = self._main_subject(draft.cue_at, setting.clause, setting.low, setting.actors)
        return found or self.focus

    def _who_had(self, setting: Setting, at: int) -> list[Actor]:
        """ "كانت للوزير X جلسة عمل مع …", "كما كان له لقاء بالسفير"."""
        folds = self.text.folds
        if folds[at - 2 : at - 1] and folds[at - 2] in _HAD and folds[at - 1] in _TO_HIM:
            return self._main_subject(at, setting.clause, setting.low, setting.actors) or self.focus
        return [
            a
            for a in setting.actors
            if a.end == at and a.clitic.endswith("ل") and folds[a.start - 1] in _HAD
        ]

    def _brought_woman(self, at: int, setting: Setting) -> list[Actor]:
        """ "بعد اللقاء الذي جمعها بالوزير": the woman who was named last before it."""
        behind = self.text.folds[at + 1 : at + 4]
        if not any(fold in _BROUGHT_HIM and fold.endswith("ها") for fold in behind):
            return []
        people = self.text.document.people
        named = [a for a in setting.actors if a.end <= at and a.people]
        women = [a for a in named if all(people[p].gender == "f" for p in a.people)]
        return women[-1:]

    def _is_told_there(self, draft: Draft, setting: Setting, near: list[Part]) -> bool:
        """ "قال X خلال لقاء", "قال X خلال جلسة لمجلس الأمن", "أكد X خلال القمة": who speaks
        meanwhile was there.
        """
        cue, at = draft.cue, draft.cue_at
        if not setting.is_adverbial:
            return False
        is_theirs = any(
            p.slot == "genitive" and not p.actor.is_mate and not self.is_council(p.actor.start)
            for p in near
        )
        via = self.text.folds[max(0, at - 2)] == "من"  # "من خلال القمة"
        meanwhile = bare(self.text.folds[at - 1]) in _MEANWHILE and not via
        spoke_there = cue.class_ == "gathering" and meanwhile
        return (not cue.is_definite or spoke_there) and not is_theirs

    def _subject_with(self, draft: Draft, setting: Setting, near: list[Part]) -> list[Actor]:
        """Who meets those behind the noun ("في اللقاء مع الوفد، قال X", "للقاء Y")."""
        cue, at, actors = draft.cue, draft.cue_at, setting.actors
        clause, low = setting.clause, setting.low
        theirs = sum(p.slot == "genitive" for p in near) > 1  # "للقاء X وY": of the two
        of_another = self.text.words[at].clitic == "ل" or self._opens_visit(at, clause)
        of_another = (of_another and not theirs) or self._met_alone(setting, at, draft.parts)
        if self._is_pointed_to(at, clause) and not any(p.actor.is_mate for p in near):
            return []
        if self._is_prepared(at, clause):
            return []
        if near and (of_another or all(p.slot == "with" for p in near)):
            found = self._main_subject(at, clause, low, actors)
            if cue.class_ == "talk" and not any(p.actor.people for p in near):
                found = [_state_of(a) if a.end < clause else a for a in found]
            # "في اللقاء مع الوفد، قال X"
            partners_end = max(part.actor.end for part in near)
            opens = setting.is_adverbial or (not found and self._opens_sentence(clause, at))
            return found or (self._subject_after(partners_end, actors) if opens else [])
        return []

    def _speaker_at(self, setting: Setting, draft: Draft) -> list[Actor]:
        """ "في كلمة ألقاها X أمام المؤتمر", "قال X في كلمته خلال القمة": who speaks there
        is there.
        """
        at, folds, cue = draft.cue_at, self.text.folds, draft.cue
        led = bare(folds[at - 1]) in ADVERBIAL | _BEFORE and not setting.is_after
        if not led or cue.with_pronoun or cue.class_ == "visit":
            return []
        for i in range(at - 2, max(setting.low, at - _SPEECH_REACH) - 1, -1):
            if self.text.words[i].cue is not None or self.text.is_stop(i):
                return []
            if is_speech(folds[i]):
                by = [a for a in setting.actors if i < a.start and a.end <= at]
                by = [a for a in by if not _DELIVERING.isdisjoint(folds[i + 1 : a.start])]
                subject = self._main_subject(i, setting.clause, setting.low, setting.actors)
                return [a for a in by[:1] or subject if a.people]
        return []

    def _is_pointed_to(self, at: int, clause: int) -> bool:
        """ "أشار X إلى لقاء مع Y": who speaks of it need not have a part in it."""
        folds = self.text.folds
        told = (bare(fold) for fold in folds[max(clause, at - _INVITING_REACH) : at - 1])
        pointed = folds[at - 1] in ("الي", "عن") and not _POINTING_TO.isdisjoint(told)
        return pointed and _BROUGHT_HIM.isdisjoint(folds[at + 1 : at + 4])

    def _is_prepared(self, at: int, clause: int) -> bool:
        """ "اجتمع الوفدان لتهيئة الأجواء لاجتماع القادة": who prepares an encounter of others has
        no part in it.
        """
        before = self.text.folds[max(clause, at - _PREPARING_REACH) : at]
        by_it = self.text.words[at].clitic == "ل"
        return by_it and any(fold.removeprefix("ل") in _PREPARING for fold in before)

    def _met_alone(self, setting: Setting, at: int, parts: list[Part]) -> bool:
        """ "قال X خلال لقاء Y", with nobody else named: whom X met."""
        cue = self.text.words[at].cue
        met = [p for p in parts if p.slot in OWN_SLOTS or p.slot == "with"]
        alone = len(met) == 1 and met[0].slot == "genitive" and len(met[0].actor.people) == 1
        return (
            alone
            and setting.is_adverbial
            and cue is not None
            and cue.lemma == _LIQA
            and not cue.is_definite
        )

    def _opens_sentence(self, clause: int, at: int) -> bool:
        """ "وفي زيارة للمغرب للقاء نظيره، قال X": a circumstance at the head of the sentence."""
        folds = self.text.folds
        return self.text.words[at].clitic == "ل" and bare(folds[clause]) in ADVERBIAL

    def _opens_visit(self, at: int, clause: int) -> bool:
        """ "استهل X زيارته بلقاء Y": whom X met."""
        by_it = self.text.words[at].clitic == "ب"
        return by_it and any(bare(fold) in _PAYING for fold in self.text.folds[clause:at])

    def _is_margin(self, at: int, low: int) -> bool:
        """ "على هامش اجتماع …": where another encounter took place."""
        return "هامش" in self.text.folds[max(low, at - 4) : at]

    def _is_of_the_two(self, at: int) -> bool:
        """ "اتصال هاتفي بينهما", "لقاء جمعهما", "مباحثات أجرياها": of the two who were spoken
        of; "الاجتماع الذي عقدوه": of all of them.
        """
        return self._is_of_them_all(at) or any(
            fold in _OF_THE_TWO or fold.endswith(("اه", "هما"))
            for fold in self.text.folds[at + 1 : at + 4]
        )

    def _is_of_them_all(self, at: int) -> bool:
        return not _HELD_BY_ALL.isdisjoint(self.text.folds[at + 1 : at + _THEIRS_REACH])

    def _the_two(self, setting: Setting, at: int) -> list[Actor]:
        named = [a for a in setting.actors if a.end <= at and a.people]
        both = [a for a in named if len(a.people) == len(a.countries) == _TWO]
        if both:
            return both[-1:]  # "وزيرا الخارجية المصري X والأردني Y"
        if len({a.people[0] for a in named}) < 2:
            named = self.two
        return named if self._is_of_them_all(at) else named[:2]

    def _is_pair(self, pair: list[Part]) -> bool:
        """Both sides stand after the noun."""
        return len(pair) >= 2 or any(
            self._means_both(p.actor)
            or "pair" in self.text.words[p.actor.start].roles
            or len(p.actor.countries) > 1
            or len(p.actor.people) > 1
            for p in pair
        )

    def _is_invited_to(self, at: int, clause: int) -> bool:
        """ "دعا X … إلى اجتماع"."""
        folds = self.text.folds
        return folds[at - 1] == "الي" and any(
            bare(f) in _INVITING for f in folds[max(clause, at - _INVITING_REACH) : at]
        )

    def _people_between(self, setting: Setting, at: int) -> list[Actor]:
        return [a for a in setting.actors if setting.clause <= a.start and a.end <= at and a.people]

    def _subject_of_light_verb(
        self, draft: Draft, setting: Setting, near: list[Part]
    ) -> list[Actor]:
        """ "عقد X لقاء", "X عقد لقاء"."""
        light_at, at, actors = setting.light_at, draft.cue_at, setting.actors
        assert light_at is not None
        subject = [
            a
            for a in actors
            if light_at < a.start and a.end <= at and not self._is_governed(a, light_at)
        ] or self._subject_before(light_at, setting.clause, actors)
        subject = [a for a in subject if not self.is_place_use(a, a.start)]
        subject = subject or self._sent(light_at, setting)
        purpose = self.text.folds[light_at].startswith("ل")
        if purpose and subject and all(a.class_ == "state" for a in subject):
            subject = self._traveller(light_at, setting) or subject  # "زيارة X اليابان لحضور …"
        partner = any(p.slot == "with" and not p.actor.clitic.endswith("ل") for p in near)
        listed = draft.cue.is_definite and any(p.slot == "genitive" for p in near)
        if not subject and listed and light_at >= at - 2:
            return []  # "وشارك في اللقاء X وY": they did
        if not subject and draft.cue.class_ != "talk" and self._takes_part(light_at):
            subject = (
                self._traveller(light_at, setting)
                or self._guest_met(light_at, setting)
                or self._main_subject(at, setting.clause, setting.low, actors, person=True)
            )
        if not subject and (draft.cue.with_pronoun or partner):
            return self._main_subject(at, setting.clause, setting.low, actors) or self.focus
        return subject

    def _sent(self, at: int, setting: Setting) -> list[Actor]:
        """ "أرسل الوزير X من أجل عقد اجتماع": X holds it, not who sent him."""
        words = range(setting.clause, at)
        sends = next((i for i in words if bare(self.text.folds[i]) in _SENDING), None)
        if sends is None:
            return []
        return [a for a in setting.actors if sends < a.start and a.end <= at and a.people][-1:]

    def _traveller(self, at: int, setting: Setting) -> list[Actor]:
        """ "تمهيدا لزيارة X إلى بغداد لحضور …": who pays the visit named before takes part, not who
        prepares it.
        """
        for i in range(at - 1, setting.clause - 1, -1):
            cue = self.text.words[i].cue
            if cue is not None and cue.class_ == "visit" and not cue.with_pronoun:
                return [a for a in setting.actors if a.start == i + 1 and a.class_ != "state"]
        return []

    def _guest_met(self, at: int, setting: Setting) -> list[Actor]:
        """ "استقبل X Y، المشارك في …": Y takes part, not his host."""
        cues = (self.text.words[i].cue for i in range(setting.clause, at))
        if not any(c is not None and c.part == "verb" and c.lemma == _RECEIVED for c in cues):
            return []
        return [a for a in setting.actors if a.end <= at and a.people][-1:]

    def _takes_part(self, at: int) -> bool:
        """ "يتوجه X إلى بغداد للمشاركة في …", "حيث حضر …"; not "دعوة لحضور …"."""
        folds = self.text.folds
        return bare(folds[at]) in _TAKING_PART and bare(folds[at - 1]) not in INVITATIONS

    def _owner(self, draft: Draft, setting: Setting, has_near: bool, has_pair: bool) -> list[Actor]:
        """Whose meeting it is ("لقائه", "خلال لقاء مع …"): who does what the clause tells."""
        cue, at, actors = draft.cue, draft.cue_at, setting.actors
        clause, low = setting.clause, setting.low
        visitor = self._visitor_before(setting, at)
        if visitor:
            return visitor
        if cue.class_ == "gathering" and cue.with_pronoun and not (has_near or has_pair):
            return []  # "المجموعة … في قمتها": of the group, not of who was spoken of
        subject = self._state_before(setting, at) or self._main_subject(
            at, clause, low, actors, person=cue.with_pronoun
        )
        subject = subject or self._main_subject(at, clause, low, actors)
        subject = self._woman_before(setting, at) or [a for a in subject if self._agrees(a, at)]
        if cue.is_dual_owner and len(subject) == 1 and len(subject[0].people) < 2:
            subject = [a for a in actors if a.end <= at and a.people and a.start >= low][:2]
        elif setting.is_adverbial and not has_near and not has_pair:
            mates = [
                a
                for a in actors
                if clause <= a.start
                and a.end <= at
                and (
                    a.is_mate
                    or (
                        a.people
                        and at - 2 <= a.end
                        and not self._is_governed(a, clause)
                        and not self.text.folds[a.start - 1].startswith("ل")  # "لرأي X"
                    )
                )
            ]
            subject += [a for a in mates if a not in subject]
        if not subject and cue.with_pronoun:
            between = self._people_between(setting, at)
            subject = [a for a in between if self._agrees(a, at)][-1:]
        if not subject and (has_near or cue.with_pronoun):
            subject = self._subject_after(draft.end, actors)
            # "أسقطت واشنطن القرار أثناء جلسة مجلس الأمن": not of whoever was spoken of before
            acts = any(low <= a.start and a.end <= at and a.names_a_side for a in actors)
            partner = any(
                p.slot in ("with", "object") and not p.actor.clitic.endswith("ل")
                for p in draft.parts
            )
            theirs = cue.with_pronoun or partner or not acts
            subject = subject or (self.focus if theirs else [])
        if cue.is_dual_owner and subject == self.focus and len(subject) == 1:
            return self.two or subject  # "اجتماعهما": of the two who were spoken of
        return [a for a in subject if self._agrees(a, at)]

    def _visitor_before(self, setting: Setting, at: int) -> list[Actor]:
        """ "خلال زيارة لـX قبل لقائه Y": whose visit it is, whoever acts in the clause."""
        cue = self.text.words[at].cue
        if cue is None or not cue.with_pronoun or not setting.is_after:
            return []
        first = max(setting.clause, at - _VISITOR_REACH)
        visits = (
            i
            for i in range(at - 1, first, -1)
            if (noun := self.text.words[i].cue) is not None
            and noun.part == "noun"
            and noun.class_ == "visit"
            and not noun.with_pronoun
        )
        visit = next(visits, None)
        if visit is None:
            return []
        return [a for a in setting.actors if visit < a.start <= visit + 2 and a.people][:1]

    def _state_before(self, setting: Setting, at: int) -> list[Actor]:
        """ "أفاد المتحدث بأن روسيا، خلال اجتماعها مع X، …": a state or a body that acts in the
        clause.
        """
        cue = self.text.words[at].cue
        if cue is None or not cue.with_pronoun or not self.text.folds[at].endswith("ها"):
            return []
        if self.text.folds[setting.clause - 1] not in _CONTENT:
            return []
        within = [a for a in setting.actors if setting.clause <= a.start and a.end <= at]
        opens = within[:1] if within and within[0].start == setting.clause else []
        return [a for a in opens if a.class_ in ("state", "body") and a.names_a_side]

    def _woman_before(self, setting: Setting, at: int) -> list[Actor]:
        """ "لقائها" is the meeting of the woman named last in the clause, whoever else it names."""
        cue = self.text.words[at].cue
        if cue is None or not cue.with_pronoun or not self.text.folds[at].endswith("ها"):
            return []
        people = self.text.document.people
        between = [a for a in setting.actors if setting.clause <= a.start and a.end <= at]
        women = (
            a
            for a in reversed(between)
            if (a.people and all(people[p].gender == "f" for p in a.people))
            or (not a.people and a.class_ == "role" and self._is_womans_office(a))
        )
        return list(women)[:1]

    def _is_womans_office(self, actor: Actor) -> bool:
        """ "وزيرة الخارجية", "الرئيسة"."""
        roles = self.text.words[actor.start].roles
        return "head" in roles and not actor.is_mate and actor.head.endswith(("يره", "يسه"))

    def _agrees(self, actor: Actor, at: int) -> bool:
        """ "لقائها" is no man's meeting, "لقائه" no woman's."""
        cue, fold = self.text.words[at].cue, self.text.folds[at]
        if cue is None or not cue.with_pronoun or not fold.endswith(("ه", "ها")):
            return True
        other = "m" if fold.endswith("ها") else "f"
        people = self.text.document.people
        return not actor.people or any(people[p].gender != other for p in actor.people)


def _state_of(actor: Actor) -> Actor:
    """ "قال الوزير X إن المحادثات مع روما مستمرة": his state has them, whoever holds them."""
    return replace(actor, class_="state", people=[]) if actor.countries else actor
