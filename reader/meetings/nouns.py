"""Nouns of encounter: a meeting, talks, a summit, with the verb, the owner or the host that says
whose.

Here: from the slots that the walk found to the sides of a noun. Not here: who met, where that
stands before the noun (`owners`), the noun زيارة (`visits`), verbs (`verbs`).
"""

from __future__ import annotations

from dataclasses import replace

from reader.meetings.drafts import Draft, Part, Setting, usual_or_printed
from reader.meetings.owners import OWN_SLOTS, Owners
from reader.meetings.phrases import Actor
from reader.meetings.vocabulary import (
    ADVERBIAL,
    AFTER_LINKS,
    ANCHORS,
    CREDENTIALS,
    GUESTS,
    HOSTS,
    IN,
    LIGHT,
    OPENING,
    QUOTES,
    WITH_HIM,
)
from reader.meetings.words import bare, function_words

_LIGHT_REACH, _HOST_REACH = 30, 8  # words before the noun
_TAKES_PLACE = function_words("takes_place")
_TAKES_PLACE_REACH = 8  # words before the noun
_OWN_MEETING = function_words("own_meeting")
_OWN_CONGRESS = function_words("own_congress")
_PREPARING = function_words("preparing")
_ENTERING = function_words("entering")
_RECEIVED_THEM = (["لهم"], ["له"], ["لها"], ["لهما"], ["لنا"], ["لي"], ["لهن"])
_CAME_ALONG = ("present", "head", "members")
_ORDINALS = function_words("ordinals")


class Nouns(Owners):
    """Reads the nouns but those of visiting."""

    def _noun(self, draft: Draft, clause: int, low: int, actors: list[Actor]) -> bool:
        """Turns the slots of a noun into sides; False where it reports no encounter."""
        folds, at = self.text.folds, draft.cue_at
        setting = Setting(
            clause,
            low,
            actors,
            light_at=self._last_of(self._light(at), at, max(clause, at - _LIGHT_REACH)),
            host_at=self._last_of(HOSTS, at, max(clause, at - _HOST_REACH)),
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
        by_another = any(p.slot == "agent" for p in draft.parts)  # "لاستقباله من قبل الرئيس"
        if draft.cue.lemma == "استقبال" and (waiting or by_another or not draft.cue.with_pronoun):
            draft.is_welcome = waiting
            return self._was_given_reception(draft, setting)
        if draft.cue.lemma == "استقبال" and folds[at + 1 : at + 2] in _RECEIVED_THEM:
            draft.is_anaphoric, draft.parts = True, []  # "شكروه على استقباله لهم"
            return True
        subject = self._subject_of_noun(draft, setting)
        subject = self._take_partner_by_pronoun(draft, setting, subject)
        entourage = self._entourage(subject, at, actors) if subject else []
        draft.has_union = draft.cue.with_pronoun and any(self._is_union(a) for a in subject)
        partners = self._partners_before(draft, setting, at)
        entourage = [part for part in entourage if part.actor not in partners]
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
        nobody = [-1]  # no person's number
        told = [p.actor.people or nobody for p in draft.parts if p.slot == "subject"]
        draft.parts = [
            p
            for p in draft.parts  # "شارك وزير X في الاجتماع لوزراء X وY": he is one of several
            if p.slot != "with" or p.actor.people not in told or len(p.actor.countries) > 1
        ]
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
            hosts = [p for p in draft.parts if p.slot == "agent"]
            hosts = hosts or [p for p in draft.parts if p.slot == "genitive"]
            for part in hosts:
                part.slot = "subject"
            found = self._main_subject(at, setting.low, setting.low, setting.actors)
            found = found or self._people_between(setting, at)[-1:] or self.focus
            guests = [Part(a, "object") for a in found if a not in [p.actor for p in hosts]]
            draft.parts = hosts + guests + [p for p in draft.parts if p.slot in _CAME_ALONG]
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
        draft.parts = hosts + guests + [p for p in draft.parts if p.slot in _CAME_ALONG[1:]]
        return bool(hosts and guests)

    def _was_awaited(self, draft: Draft) -> bool:
        """ "كان في استقبال الوزير العماني كل من X وY": the guest, then the hosts; "في استقبال الضيف
        X": the guest was told of, and X was there.
        """
        own = [p for p in draft.parts if p.slot in ("genitive", "present")]
        draft.is_anchored = draft.is_welcome = True
        draft.parts = own
        if bare(self.text.folds[draft.cue_at + 1]) in GUESTS:
            draft.is_anaphoric = True
            draft.parts = [replace(p, slot="present") for p in own if p.actor.people]
            return bool(draft.parts)
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
        behind = self.text.folds[draft.cue_at + 1 : draft.cue_at + 2]
        of_its_own = not _OWN_CONGRESS.isdisjoint(behind) and bool(own) and own[0].clitic == "ل"
        if draft.cue.lemma == "مؤتمر" and of_its_own:
            return True  # "المؤتمر الإقليمي للاتحاد"
        board = any("المركزي" in self.text.folds[a.start : a.end] for a in own)  # of a bank
        return (board or any(a.head.removeprefix("ال") in _OWN_MEETING for a in own)) and not any(
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
        town, _ = self.text.places.get(self._behind_town_word(host_at + 1), (None, 0))
        if town is not None and town.kind == "city" and draft.city is None:
            draft.city, draft.country = usual_or_printed(town.name), town.country  # "شهدت جدة لقاء"

    def _behind_town_word(self, at: int) -> int:
        return at + (bare(self.text.folds[at]) in IN)

    def _partners_before(self, draft: Draft, setting: Setting, at: int) -> list[Actor]:
        """ "عقد X مع Y جلسة مباحثات", "اتفق X مع Y في مكالمة على …": with whom, told before the
        noun.
        """
        since = setting.light_at
        if since is None:
            told = {p.slot for p in draft.parts} & {"with", "pair", "genitive", "object"}
            if told or not setting.is_adverbial or draft.cue.with_pronoun or draft.cue.is_definite:
                return []
            since = setting.clause
        partners: list[Actor] = []
        for actor in setting.actors:
            if actor.start <= since or actor.end > at:
                continue
            with_him = self.text.folds[actor.start - 1] == "مع"
            with_him = with_him and (setting.light_at is not None or bool(actor.people))
            joined = bool(partners) and actor.clitic == "و" and actor.start == partners[-1].end
            if with_him or joined:
                partners.append(actor)
        return partners

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
        first = max(setting.clause, at - _TAKES_PLACE_REACH)
        has_verb = has_verb or self._last_of(_TAKES_PLACE, at, first) is not None
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
            or any(p.slot in OWN_SLOTS and p.actor.people for p in draft.parts)
        )
        draft.is_setting = self._is_margin(at, setting.low)
        # What a visit is for: "لإجراء محادثات", "للمشاركة في المفاوضات".
        purpose = light_at is not None and folds[light_at].startswith("ل")
        if purpose and cue.class_ == "gathering":
            draft.takes_earlier_times = False  # "حل مساء أمس بعمان للمشاركة في القمة"
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
