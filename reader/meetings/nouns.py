"""Nouns of encounter: a meeting, talks, a summit, with the verb, the owner or the host that says
whose.

Here: from the slots that the walk found to the sides of a noun. Not here: the noun زيارة
(`visits`), verbs (`verbs`).
"""

from __future__ import annotations

from dataclasses import replace

from reader.meetings.drafts import Draft, Part, Setting, usual_or_printed
from reader.meetings.phrases import Actor
from reader.meetings.sides import Sides, is_speech
from reader.meetings.visits import Visits
from reader.meetings.vocabulary import (
    ADVERBIAL,
    AFTER_LINKS,
    ANCHORS,
    CREDENTIALS,
    INVITATIONS,
    LIGHT,
    OPENING,
    QUOTES,
    WITH_HIM,
)
from reader.meetings.words import bare, function_words

_LIGHT_REACH, _HOST_REACH, _INVITING_REACH = 30, 8, 25  # words before the noun
_VISITOR_REACH = 12  # words before "لقائه" among which the visit of its owner stands
_LIQA, _RECEIVED = "لقاء", "استقبل"
_POINTING_TO = function_words("pointing_to")
_DELIVERING = function_words("delivering")
_THEIRS_REACH = 6
_MEANWHILE = function_words("circumstance") - {"لدي"}
_SPEECH_REACH = 16  # words
_BEFORE = {"امام"}
_OWN_SLOTS = ("subject", "object", "pair", "genitive", "present", "head")
_HOSTS = function_words("hosts")
_BETWEEN = function_words("between")
_OWN_MEETING = function_words("own_meeting")
_INVITING = function_words("inviting")
_BROUGHT_HIM = function_words("brought_him")
_TAKING_PART = function_words("taking_part")
_PREPARING = function_words("preparing")
_ENTERING = function_words("entering")
_PAYING = function_words("paying")
_ORDINALS = function_words("ordinals")
_OF_THE_TWO = function_words("of_the_two")
_HELD_BY_ALL = function_words("held_by_all")


class Nouns(Visits, Sides):
    """Reads the nouns but those of visiting."""

    def _noun(self, draft: Draft, clause: int, low: int, actors: list[Actor]) -> bool:
        """Turns the slots of a noun into sides; False where it reports no encounter."""
        folds, at = self.text.folds, draft.cue_at
        setting = Setting(
            clause,
            low,
            actors,
            light_at=self._last_of(self._light(at), at, max(clause, at - _LIGHT_REACH)),
            host_at=self._last_of(_HOSTS, at, max(clause, at - _HOST_REACH)),
            is_adverbial=at > low and bare(folds[at - 1]) in ADVERBIAL,
            is_after=at > low and folds[at - 1] in AFTER_LINKS,
        )
        if draft.cue.class_ == "visit":
            return self._visit_noun(draft, setting)
        if self._is_of_one_body(draft):
            return False
        if setting.host_at is not None:
            self._take_host(draft, setting)
        if draft.cue.lemma == CREDENTIALS:
            return self._gave_credentials(draft, setting)
        waiting = at > low and folds[at - 1] == "في"
        if draft.cue.lemma == "استقبال" and waiting and not draft.cue.with_pronoun:
            return self._was_awaited(draft)
        if draft.cue.lemma == "استقبال" and (waiting or not draft.cue.with_pronoun):
            draft.is_welcome = waiting
            return self._was_given_reception(draft, setting)
        subject = self._subject_of_noun(draft, setting)
        subject = self._take_partner_by_pronoun(draft, setting, subject)
        entourage = self._entourage(subject, at, actors) if subject else []
        draft.has_union = draft.cue.with_pronoun and any(self._is_union(a) for a in subject)
        partners = self._partners_before(setting, at)
        draft.parts = [Part(actor, "subject") for actor in subject] + entourage + draft.parts
        draft.parts += [Part(a, "object") for a in partners if a not in subject]
        self._take_owner(draft)
        if subject and clause <= subject[0].start < draft.start:
            draft.start = subject[0].start
        city_genitive = self._take_city(draft)
        if draft.cue.class_ == "talk" and not draft.parts and not draft.parties:
            commas = [i for i in range(setting.low, at) if folds[i] in ("،", ",")]
            since = commas[-1] if commas else setting.low  # two states of another thought are none
            told = [a for a in actors if a.start >= since and (not draft.topic or a.end <= at)]
            draft.parts = [Part(actor, "pair") for actor in self._two_states(told)]
        self._describe(draft, setting, city_genitive)
        return True

    def _take_owner(self, draft: Draft) -> None:
        """ "مباحثات للرئيس X مع Y": whose talks they are, and with whom; else all are whom somebody
        met.
        """
        told = [p.actor.people or [p.actor.start] for p in draft.parts if p.slot == "subject"]
        draft.parts = [p for p in draft.parts if p.slot != "with" or p.actor.people not in told]
        partners = [p for p in draft.parts if p.slot == "with"]
        owners = [p for p in partners if p.actor.clitic == "ل"]
        owned = bool(owners) and not told
        for part in partners:
            is_owner = owned and part in owners and len(partners) > len(owners)
            part.slot = "subject" if is_owner else "object"

    def _light(self, at: int) -> frozenset[str]:
        """The verbs that may hold what the noun tells of; "دخل في محادثات" only with its
        preposition.
        """
        before = self.text.folds[at - 1]
        if bare(before).removeprefix("ل") in _PREPARING:
            return frozenset()  # "للمشاركة في إنجاح القمة": who helps does not meet
        return LIGHT | _ENTERING if before == "في" else LIGHT

    def _last_of(self, words: frozenset[str], at: int, first: int) -> int | None:
        """Where the last of some words stands before a noun."""
        folds = self.text.folds
        return next(
            (
                i
                for i in range(at - 1, first - 1, -1)
                if folds[i] in words or folds[i].removeprefix("و") in words
            ),
            None,
        )

    def _was_given_reception(self, draft: Draft, setting: Setting) -> bool:
        """ "حظي X باستقبال من قبل Y", "استقبال Y X", "حضر الاستقبال X", "كان في استقباله Y"."""
        cue, at = draft.cue, draft.cue_at
        if cue.with_pronoun:
            draft.is_anchored = True
            hosts = [p for p in draft.parts if p.slot == "genitive"]
            for part in hosts:
                part.slot = "subject"
            found = self._main_subject(at, setting.low, setting.low, setting.actors) or self.focus
            guests = [Part(a, "object") for a in found if a not in [p.actor for p in hosts]]
            draft.parts = hosts + guests + [p for p in draft.parts if p.slot == "present"]
            return bool(hosts and guests)
        hosts = [p for p in draft.parts if p.slot == "agent"]
        own = [p for p in draft.parts if p.slot in ("genitive", "present")]
        draft.is_anaphoric, draft.is_anchored = cue.is_definite, True
        if cue.is_definite:
            for part in own:
                part.slot = "present"
            return True
        guests = own[1:] or [
            p for p in draft.parts if p.slot == "with" and p.actor.clitic.endswith("ل")
        ]
        if hosts:
            found = self._main_subject(at, setting.clause, setting.low, setting.actors)
            guests = [Part(actor, "object") for actor in found or self.focus]
        hosts = hosts or own[:1]
        for part in hosts:
            part.slot = "subject"
        for part in guests:
            part.slot = "object"
        draft.parts = hosts + guests
        return bool(hosts and guests)

    def _was_awaited(self, draft: Draft) -> bool:
        """ "كان في استقبال الوزير العماني كل من X وY": the guest, then the hosts."""
        own = [p for p in draft.parts if p.slot in ("genitive", "present")]
        draft.is_anchored = draft.is_welcome = True
        draft.parts = own
        for number, part in enumerate(own):
            part.slot = "subject" if number else "object"
        return len(own) > 1

    def _gave_credentials(self, draft: Draft, setting: Setting) -> bool:
        """ "قدم X أوراق اعتماده إلى Y", "تسلم Y أوراق اعتماد X": a head of state receives an
        ambassador.
        """
        at, clause = draft.cue_at, setting.clause
        subject = self._main_subject(at, clause, setting.low, setting.actors)
        slot = "with" if draft.cue.with_pronoun else "genitive"
        others = [p.actor for p in draft.parts if p.slot == slot]
        envoys, hosts = (subject, others) if draft.cue.with_pronoun else (others, subject)
        draft.parts = [Part(a, "subject") for a in hosts] + [Part(a, "object") for a in envoys]
        draft.is_anchored = True
        if subject and clause <= subject[0].start < draft.start:
            draft.start = subject[0].start
        return bool(envoys and hosts)

    def _is_of_one_body(self, draft: Draft) -> bool:
        """ "المؤتمر الجهوي لحزب …": a body among its own people."""
        own = [p.actor for p in draft.parts if p.slot == "genitive" and p.actor.class_ == "body"]
        return any(a.head.removeprefix("ال") in _OWN_MEETING for a in own) and not any(
            p.slot in ("with", "pair", "object") for p in draft.parts
        )

    def _take_host(self, draft: Draft, setting: Setting) -> None:
        """Who hosts is no side; the encounter takes place in their state."""
        host_at = setting.host_at
        assert host_at is not None
        hosts = [
            a for a in setting.actors if host_at < a.start and a.end <= draft.cue_at
        ] or self._subject_before(host_at, setting.clause, setting.actors)
        for actor in hosts:
            if actor.countries and draft.country is None:
                draft.country = actor.countries[0]
                if actor.is_capital:  # "تستضيف بغداد اجتماعا"
                    draft.city = usual_or_printed(self.text.places[actor.start][0].name)
            draft.parts.append(Part(actor, "mediator"))
            draft.start = min(draft.start, actor.start)

    def _subject_of_noun(self, draft: Draft, setting: Setting) -> list[Actor]:
        """Who met, as far as it stands before the noun or follows from what was told before."""
        cue, at, actors = draft.cue, draft.cue_at, setting.actors
        clause, low = setting.clause, setting.low
        if self.is_intended(at, low) and not draft.parts:
            return [a for a in actors if a.end == at]
        speaker = self._speaker_at(setting, draft)
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
            first = pair[0].actor
            among = "plural" in self.text.words[first.start].roles  # "بين وزراء الخارجية"
            light = among and setting.light_at is not None
            if light and not first.names_a_side:
                return self._subject_of_light_verb(draft, setting, near)
            if self.text.folds[first.start - 1] in _BETWEEN or first.clitic.startswith("و"):
                return []  # the other of the two was not read
            return (
                self._main_subject(at, clause, low, actors) or self.focus
            )  # "اللقاء الذي جمعه بالوزير"
        of_the_two = not near and self._is_of_the_two(at)
        if setting.is_after and not (cue.with_pronoun or near or of_the_two):
            return []
        if setting.light_at is not None:
            return self._subject_of_light_verb(draft, setting, near)
        if of_the_two:
            return self._the_two(setting, at)
        # "قال X خلال جلسة لمجلس الأمن": who speaks at a sitting of states sits there.
        is_theirs = any(
            p.slot == "genitive" and not p.actor.is_mate and not self.is_council(p.actor.start)
            for p in near
        )
        via = self.text.folds[max(0, at - 2)] == "من"  # "من خلال القمة"
        led = setting.is_adverbial and bare(self.text.folds[at - 1]) in _MEANWHILE
        spoke_there = cue.class_ == "gathering" and led and not via
        told = setting.is_adverbial and (not cue.is_definite or spoke_there) and not is_theirs
        if cue.with_pronoun or told:
            return self._owner(draft, setting, bool(near), bool(pair))
        if self._is_invited_to(at, clause):
            return [
                a for a in self._people_between(setting, at) if not self._is_governed(a, clause)
            ]
        theirs = sum(p.slot == "genitive" for p in near) > 1  # "للقاء X وY": of the two
        of_another = self.text.words[at].clitic == "ل" or self._opens_visit(at, clause)
        of_another = (of_another and not theirs) or self._met_alone(setting, at, draft.parts)
        if self._is_pointed_to(at, clause) and not any(p.actor.is_mate for p in near):
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

    def _met_alone(self, setting: Setting, at: int, parts: list[Part]) -> bool:
        """ "قال X خلال لقاء Y", with nobody else named: whom X met."""
        cue = self.text.words[at].cue
        met = [p for p in parts if p.slot in _OWN_SLOTS or p.slot == "with"]
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
        purpose = self.text.folds[light_at].startswith("ل")
        if purpose and subject and all(a.class_ == "state" for a in subject):
            subject = self._traveller(light_at, setting) or subject  # "زيارة X اليابان لحضور …"
        partner = any(p.slot == "with" and not p.actor.clitic.endswith("ل") for p in near)
        if not subject and draft.cue.class_ != "talk" and self._takes_part(light_at):
            subject = (
                self._traveller(light_at, setting)
                or self._guest_met(light_at, setting)
                or self._main_subject(at, setting.clause, setting.low, actors, person=True)
            )
        if not subject and (draft.cue.with_pronoun or partner):
            return self._main_subject(at, setting.clause, setting.low, actors) or self.focus
        return subject

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
        """ "استقبل X Y، المشارك في …", "التقى X Y على هامش حضوره …": Y takes part, not his host."""
        cues = (self.text.words[i].cue for i in range(setting.clause, at))
        if not any(c is not None and c.part == "verb" and c.lemma == _RECEIVED for c in cues):
            return []
        return [a for a in setting.actors if a.end <= at and a.people][-1:]

    def _takes_part(self, at: int) -> bool:
        """ "يتوجه X إلى بغداد للمشاركة في …", "حيث حضر …"; not "دعوة لحضور …"."""
        folds = self.text.folds
        return bare(folds[at]) in _TAKING_PART and bare(folds[at - 1]) not in INVITATIONS

    def _partners_before(self, setting: Setting, at: int) -> list[Actor]:
        """ "عقد X مع Y جلسة مباحثات": with whom, told between the verb and its noun."""
        partners: list[Actor] = []
        for actor in setting.actors if setting.light_at is not None else ():
            if actor.start <= (setting.light_at or 0) or actor.end > at:
                continue
            with_him = self.text.folds[actor.start - 1] == "مع"
            joined = bool(partners) and actor.clitic == "و" and actor.start == partners[-1].end
            if with_him or joined:
                partners.append(actor)
        return partners

    def _owner(self, draft: Draft, setting: Setting, has_near: bool, has_pair: bool) -> list[Actor]:
        """Whose meeting it is ("لقائه", "خلال لقاء مع …"): who does what the clause tells."""
        cue, at, actors = draft.cue, draft.cue_at, setting.actors
        clause, low = setting.clause, setting.low
        visitor = self._visitor_before(setting, at)
        if visitor:
            return visitor
        subject = self._main_subject(at, clause, low, actors, person=cue.with_pronoun)
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
            subject = self._subject_after(draft.end, actors) or self.focus
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

    def _woman_before(self, setting: Setting, at: int) -> list[Actor]:
        """ "لقائها" is the meeting of the woman named last in the clause, whoever else it names."""
        cue = self.text.words[at].cue
        if cue is None or not cue.with_pronoun or not self.text.folds[at].endswith("ها"):
            return []
        people = self.text.document.people
        women = (
            a
            for a in reversed(self._people_between(setting, at))
            if all(people[p].gender == "f" for p in a.people)
        )
        return list(women)[:1]

    def _agrees(self, actor: Actor, at: int) -> bool:
        """ "لقائها" is no man's meeting, "لقائه" no woman's."""
        cue, fold = self.text.words[at].cue, self.text.folds[at]
        if cue is None or not cue.with_pronoun or not fold.endswith(("ه", "ها")):
            return True
        other = "m" if fold.endswith("ها") else "f"
        people = self.text.document.people
        return not actor.people or any(people[p].gender != other for p in actor.people)

    def _take_partner_by_pronoun(
        self, draft: Draft, setting: Setting, subject: list[Actor]
    ) -> list[Actor]:
        """ "عقد اجتماعا معه": the other side was named before; gives the subject."""
        at = draft.cue_at
        high = self.text.sentences[draft.sentence][1]
        with_him = any(self.text.folds[i] in WITH_HIM for i in range(at + 1, min(at + 5, high)))
        if not with_him or any(p.slot == "pair" for p in draft.parts):
            return subject
        subject = subject or self._main_subject(at, setting.clause, setting.low, setting.actors)
        before = self._main_subject(at, setting.low, setting.low, setting.actors)
        other = [a for a in before if a not in subject]
        other = other or [a for a in self.focus if a not in subject]
        draft.parts += [Part(a, "object") for a in other]
        return subject

    def _take_city(self, draft: Draft) -> bool:
        """The city that names an encounter ("محادثات جنيف") is its place and no side."""
        text, at = self.text, draft.cue_at
        quoted = at + 1 < len(text.folds) and text.folds[at + 1] in QUOTES
        place, _ = text.places.get(at + 2 if quoted else at + 1, (None, 0))
        if place is None or place.kind != "city":
            return False
        draft.city, draft.country = usual_or_printed(place.name), place.country
        draft.parts = [p for p in draft.parts if p.actor.start != at + 1 + quoted]
        return True

    def _describe(self, draft: Draft, setting: Setting, city_genitive: bool) -> None:
        """What kind of mention it is: points back, is one occasion, is told in passing, is what a
        visit was for.
        """
        text, cue, at = self.text, draft.cue, draft.cue_at
        light_at, folds = setting.light_at, text.folds
        has_verb = light_at is not None or setting.host_at is not None
        opened = at > setting.low and folds[at - 1] in OPENING
        near_words = set(folds[max(setting.clause, at - 4) : min(at + 6, len(folds))])
        draft.is_after = setting.is_after
        draft.takes_earlier_times = has_verb or setting.is_adverbial or opened
        is_new = folds[at + 1 : at + 2] and folds[at + 1] in _ORDINALS  # "الاجتماع الثالث للجنة …"
        is_new = is_new and folds[at + 2 : at + 3] and folds[at + 2].startswith("لل")
        pointed_at = cue.is_definite and not cue.with_pronoun and not is_new
        draft.is_anaphoric = pointed_at or city_genitive
        draft.is_anchored = (
            cue.class_ != "talk"
            or bool(near_words & ANCHORS)
            or has_verb
            or any(first >= at and stop <= draft.end + 1 for _, first, stop in self.times)
            or any(p.slot in _OWN_SLOTS and p.actor.people for p in draft.parts)
        )
        draft.is_setting = self._is_margin(at, setting.low)
        # What a visit is for: "لإجراء محادثات", "للمشاركة في المفاوضات".
        purpose = light_at is not None and folds[light_at].startswith("ل")
        visited = purpose and self._was_visited(light_at, setting.clause)
        bound_for = purpose and self._is_bound_for(light_at, setting.clause)
        draft.in_visit = cue.class_ in ("event", "talk") and (
            text.words[at].clitic == "ل" or visited or bound_for
        )
        draft.is_purpose = self._is_purpose(at, setting.clause)
        if draft.in_visit and visited and draft.status == "planned":
            draft.status = "held"
        if cue.class_ == "gathering":
            draft.name = self._gathering_name(at)

    def _gathering_name(self, at: int) -> str:
        text = self.text
        end = at + 1
        for i in range(at + 1, min(at + 7, len(text.folds))):
            if (
                text.is_stop(i)
                or text.folds[i] in ("،", ",", "في", "الذي", "التي")
                or text.marker(i, len(text.folds))
            ):
                break
            end = i + 1
        return " ".join(text.folds[at:end])


def _state_of(actor: Actor) -> Actor:
    """ "قال الوزير X إن المحادثات مع روما مستمرة": his state has them, whoever holds them."""
    return replace(actor, class_="state", people=[]) if actor.countries else actor
