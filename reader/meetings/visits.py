"""Visits and arrivals: who comes to which country, as guest of whom.

Here: verbs (زار, وصل إلى) and the noun زيارة, their destinations, and arrivals that make no report
of their own but place and date those of others. Not here: meetings during a visit (`verbs`,
`nouns`), what arrivals mean for them (`settle`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.document import Place
from reader.meetings.drafts import Arrival, Draft, Part, Setting, usual_or_printed
from reader.meetings.phrases import Actor
from reader.meetings.scenes import Scenes
from reader.meetings.subjects import Subjects
from reader.meetings.title_words import REALMS
from reader.meetings.vocabulary import CAPITAL_WORDS, IN, INVITATIONS, POINTING, QUOTES, RELATIVES
from reader.meetings.words import Cue, bare, function_words
from reader.places import capital_of

_VERB_REACH, _NOUN_REACH = 30, 22  # words behind a verb or noun among which its destination stands
_COMPANY_OF_VERB = ("with", "members", "head", "present", "inviter", "host")
_PAYER_REACH = 5
_INVITATION_REACH = 6
_PURPOSE_REACH = 12
_GOING = ("visit", "place", "arrival")
_ERRANDS = function_words("errands")
_EMBASSIES = function_words("embassies")
_EMBASSY_REACH = 5  # words behind the visit
_MADE = function_words("made")
_PAYING = function_words("paying")
_PURPOSES = function_words("purposes")
_TOLD_AGAIN = function_words("told_again")


class Visits(Subjects, Scenes):
    """Reads visits."""

    def _visit(
        self, draft: Draft, clause: int, low: int, actors: list[Actor], before: list[Actor]
    ) -> bool:
        """A visit needs a visitor and a place; an arrival also a word that says what for."""
        cue, at = draft.cue, draft.cue_at
        window = self._clause_behind(at, self.text.sentences[draft.sentence][1])
        subject = before or [p.actor for p in draft.parts if p.slot == "direct1"]
        if not before and not any(a.class_ != "state" for a in subject) and not cue.with_pronoun:
            subject = [a for a in self._main_subject(at, clause, low, actors) if a.people]
            one = len(subject) == 1 and len(subject[0].people) == 1
            subject = [] if one and self.is_plural_verb(at) else subject
            subject = self._who_came(subject, actors, window)
            subject = subject or [a for a in self._elided(cue, at, clause, low, actors) if a.people]
        subject = [a for a in subject if a.people or a.class_ in ("group", "role")]
        goals = self._towns_and_states(window, actors)
        if cue.class_ == "arrival":
            goals = [i for i in goals if self._is_reached(i, draft.cue_at, actors)]
        places = (self.text.places[i][0] for i in goals)
        place = next((p for p in places if _is_abroad(p, subject)), None)
        hosts = [p.actor for p in draft.parts if p.slot in ("direct1", "direct2")]
        hosts = [a for a in hosts if a not in subject and (a.people or a.class_ == "role")]
        if subject and place is None and hosts and cue.class_ == "place":
            self._call_on(draft, subject, hosts)
            return True
        if not subject or place is None:
            return False
        if draft.status in ("held", "ongoing", "planned"):
            self._when(draft, clause)
            self._note_arrival(draft, subject, place)
        if cue.class_ == "arrival" and not self._says_what_for(draft):
            return False
        company = [
            p for p in draft.parts if p.slot in _COMPANY_OF_VERB and p.actor.class_ != "state"
        ]
        for part in company:
            part.slot = "subject" if part.slot == "with" else part.slot
        draft.parts = [Part(a, "subject") for a in subject] + company
        if before and cue.class_ == "place":  # "X تزور الرئيس Y في بغداد"
            draft.parts += [Part(a, "host") for a in hosts if a.people]
        self._go_to(draft, place, subject[0], clause)
        return True

    def _clause_behind(self, at: int, high: int) -> range:
        """The words behind a verb up to the next thought ("زار الوزير المصنع، مؤكدا أن بغداد
        …").
        """
        for i in range(at + 2, min(high, at + _VERB_REACH)):
            found = self.text.marker(i, high)
            if self.text.is_stop(i) or (found and found[0] == "end" and not self.in_name(i)):
                return range(at + 1, i)
        return range(at + 1, min(high, at + _VERB_REACH))

    def _call_on(self, draft: Draft, guests: list[Actor], hosts: list[Actor]) -> None:
        """ "زار وفد الحركة X في منزله": a visit to somebody, not to a place."""
        draft.parts = [Part(a, "subject") for a in guests] + [Part(a, "host") for a in hosts]
        draft.is_anchored = True

    def _who_came(self, subject: list[Actor], actors: list[Actor], window: range) -> list[Actor]:
        """ "استقبل X Y، بعدما وصل إلى بغداد", X of Baghdad: Y has come."""
        places = self._towns_and_states(window, actors)
        place = self.text.places[places[0]][0] if places else None
        if not subject or place is None or all(_is_abroad(place, [a]) for a in subject):
            return subject
        guests = [
            a
            for a in actors
            if subject[0].end <= a.start < window.start
            and (a.people or self.text.offices.holders(a))
            and a.countries
            and _is_abroad(place, [a])
        ]
        return guests[-1:] or subject

    def _is_reached(self, at: int, cue_at: int, actors: list[Actor]) -> bool:
        """ "وصل X إلى بغداد", "وصل X بغداد", not "تصل إلى حد التطابق مع نجم برشلونة"."""
        lead = bare(self._lead(at))
        behind_subject = any(a.end == at for a in actors if a.class_ in ("person", "role", "group"))
        clitic = self.text.clitic_of(at)
        return lead in IN or clitic.endswith(("ل", "ب")) or behind_subject or at == cue_at + 1

    def _towns_and_states(self, window: range, actors: list[Actor]) -> list[int]:
        """Where places stand that are no part of somebody's title."""
        places = self.text.places
        return [
            i
            for i in window
            if i in places
            and places[i][0].kind in ("city", "country")
            and not any(a.start <= i < a.end and a.class_ != "state" for a in actors)
        ]

    def _says_what_for(self, draft: Draft) -> bool:
        """ "وصل … في زيارة", "توجه … للقاء Y"; who leaves for a state goes there with a purpose."""
        text, cue, after = self.text, draft.cue, draft.cue_at + 1
        window = range(after, min(text.sentences[draft.sentence][1], after + _VERB_REACH))
        if any(
            (noun := text.words[i].cue) is not None
            and noun.part == "noun"
            and (noun.class_ == "visit" or text.words[i].clitic.endswith("ل"))
            for i in window
        ):
            return True
        leaves = text.folds[draft.cue_at].lstrip("وسف")[:3] in ("يغا", "تغا")
        meets = any(
            self.text.folds[i] in _PURPOSES and self.text.folds[i + 1 : i + 2] == ["مع"]
            for i in window
        )
        return meets or (cue.tense != "past" and cue.lemma == "توجه" and not leaves)

    def _go_to(self, draft: Draft, place: Place, guest: Actor, clause: int) -> None:
        """Gives a visit its destination, and its clause the guest who stands before it."""
        if clause <= guest.start < draft.start:
            draft.start = guest.start
        draft.country = place.country
        draft.city = usual_or_printed(place.name) if place.kind == "city" else None
        draft.parties = [place.country]
        draft.is_anchored = True
        high = self.text.sentences[draft.sentence][1]
        told = self.text.folds[draft.cue_at + 1 : min(draft.cue_at + _NOUN_REACH, high)]
        draft.is_errand = not _ERRANDS.isdisjoint(told)

    def _note_arrival(self, draft: Draft, subject: list[Actor], place: Place | None) -> None:
        """Keeps who has come when, and to which places, for the encounters of the rest of the
        article.
        """
        people = frozenset(
            person for a in subject for person in (a.people or self.text.offices.holders(a))
        )
        if not people:
            return
        is_past = draft.status == "held" and draft.cue.tense in ("", "past")
        low, high, _ = self.text.sentences[draft.sentence]
        arrived = any(
            cue is not None and cue.class_ == "arrival"
            for cue in (word.cue for word in self.text.words[low:high])
        )  # "وصل الخميس في زيارة": the day of the arrival alone
        whole = draft.cue.part == "noun" and not arrived
        draft.is_arrival = arrived
        arrival = Arrival(people, None, None, draft.when, draft.sentence, is_past, whole)
        if place is None:
            self.arrivals.append(arrival)
            return
        for where in (place, *self._joined_to(place)):  # "زيارة إلى X وY"
            city = usual_or_printed(where.name) if where.kind == "city" else None
            self.arrivals.append(replace(arrival, country=where.country, city=city))

    def _joined_to(self, place: Place) -> Iterator[Place]:
        """The places that stand right behind one, each joined to it by و."""
        places = self.text.places
        stop = next(stop for one, stop in places.values() if one.start == place.start)
        while stop in places and self.text.clitic_of(stop).startswith("و"):
            other, stop = places[stop]
            if other.kind in ("city", "country"):
                yield other

    def _visit_noun(self, draft: Draft, setting: Setting) -> bool:
        """ "زيارة X إلى بغداد": False where nobody in particular goes to a foreign place."""
        cue = draft.cue
        if self._is_invitation(draft.cue_at, setting.low):
            return False
        genitive = [
            p.actor
            for p in draft.parts
            if (p.slot == "genitive" or _is_owner(p, cue))
            and p.actor.class_ != "state"
            and not (p.actor.class_ == "body" and p.actor.clitic)  # "زيارته لجامعة …"
            and p.actor.head not in _EMBASSIES
        ]
        made = self._is_made(draft)
        draft.is_told_again = self.text.folds[draft.cue_at - 1] in _TOLD_AGAIN
        told = [a for a in genitive if self._is_somebody(a)]
        # "أشار X إلى زيارة خبراء إلى روما": not his.
        nobody_named = bool(genitive) and not (told or cue.with_pronoun or setting.is_adverbial)
        subject = [] if nobody_named else told or self._visitor(draft, setting, made=made)
        destination = self._destination(draft, setting)
        pointed_at = bare(self.text.folds[draft.cue_at - 1]) in POINTING  # "هذه الزيارة لمستشارة …"
        draft.is_anaphoric = (
            cue.is_definite and not cue.with_pronoun and (pointed_at or not genitive)
        )
        if draft.is_anaphoric and not made:
            draft.parts = []
            draft.country = destination.country if destination is not None else None
            return True
        subject = [a for a in subject if self._is_somebody(a)]
        if destination is None and told and draft.status == "held" and not cue.is_plural:
            self._when(draft, setting.clause)
            self._note_arrival(draft, told, None)
        if destination is None and subject and self._is_to_embassy(draft, setting, subject):
            return True
        if destination is None or not subject or cue.is_plural:
            return False
        hosts: list[Actor] = []
        if cue.with_pronoun and all(destination.country in a.countries for a in subject):
            hosts, subject = subject, self._guest_of(subject, destination, setting, draft.cue_at)
        if not subject or all(not _is_abroad(destination, [a]) for a in subject):
            return False
        draft.parts = [Part(a, "subject") for a in subject] + _company(draft)
        draft.parts += [Part(a, "host") for a in hosts]
        self._go_to(draft, destination, subject[0], setting.clause)
        if draft.status in ("held", "ongoing", "planned"):
            self._when(draft, setting.clause)
            self._note_arrival(draft, subject, destination)
        return True

    def _is_to_embassy(self, draft: Draft, setting: Setting, subject: list[Actor]) -> bool:
        """ "قام الأمير X بزيارة لسفارة الهند": a call on another state, paid at home."""
        behind = (a for a in setting.actors if 0 < a.start - draft.cue_at <= _EMBASSY_REACH)
        embassy = next((a for a in behind if a.head in _EMBASSIES), None)
        if embassy is None or not embassy.countries or not subject[0].people:
            return False
        if not subject[0].countries or set(subject[0].countries) & set(embassy.countries):
            return False
        draft.parts = [Part(actor, "subject") for actor in subject] + [Part(embassy, "host")]
        draft.country = subject[0].countries[0]
        return True

    def _is_invitation(self, at: int, low: int) -> bool:
        """ "وجه دعوة إلى الجميع لزيارة تونس": nobody has come, nobody is said to."""
        purpose = self.text.words[at].clitic == "ل" or self.text.folds[at - 1] == "الي"
        before = self.text.folds[max(low, at - _INVITATION_REACH) : at]
        return purpose and not INVITATIONS.isdisjoint(before)

    def _is_somebody(self, actor: Actor) -> bool:
        return bool(actor.people or actor.countries or self.text.offices.holders(actor))

    def _is_made(self, draft: Draft) -> bool:
        """ "الزيارة التي قام بها": a verb of making, with a pronoun, follows."""
        high = self.text.sentences[draft.sentence][1]
        folds = self.text.folds[draft.cue_at + 1 : min(draft.cue_at + 4, high)]
        return any(fold in _MADE for fold in folds)

    def _visitor(self, draft: Draft, setting: Setting, *, made: bool) -> list[Actor]:
        """Who pays a visit that has no genitive: who does what the clause tells, or who was spoken
        of.
        """
        text, cue, at = self.text, draft.cue, draft.cue_at
        clause, low, actors = setting.clause, setting.low, setting.actors
        if made and draft.is_after and self.focus:
            return self.focus
        payer = self._payer(at, actors)
        if payer is not None:
            return [payer]
        told = cue.with_pronoun or setting.is_adverbial or setting.light_at is not None
        subject: list[Actor] = []
        if told or draft.parts or at > clause:
            subject = [
                a
                for a in self._main_subject(at, clause, low, actors)
                if a.people or a.class_ in ("role", "group")
            ]
        if not cue.with_pronoun:  # "زيارة يعتزم الرئيس القيام بها"
            reach = 2 if subject else 5
            behind = (a for a in actors if 0 < a.start - at <= reach and a.people)
            visitor = next((a for a in behind if not self._is_governed(a, at)), None)
            subject = [visitor] if visitor is not None else subject
        if not subject and setting.is_adverbial and not made:  # "وفي زيارة لروما للقاء Y، قال X"
            others = [a for a in actors if not a.is_mate]
            subject = [a for a in self._subject_after(draft.end, others) if a.people]
        if not subject and (cue.with_pronoun or made):
            subject = self.focus
        if not subject and at > low and bare(text.folds[at - 1]) in _PAYING:
            subject = self._elided(cue, at - 1, clause, low, actors)  # "حيث يؤدي زيارة إلى …"
        return subject

    def _payer(self, at: int, actors: list[Actor]) -> Actor | None:
        """ "زيارة رسمية يؤديها وزير الخارجية البرتغالي": who stands behind the verb that pays
        it.
        """
        for i in range(at + 1, min(at + _PAYER_REACH, len(self.text.folds))):
            if self.text.folds[i] in _MADE and self.text.folds[i] != "بها":
                behind = (a for a in actors if a.start == i + 1 and self._is_somebody(a))
                return next(behind, None)
        return None

    def _destination(self, draft: Draft, setting: Setting) -> Place | None:
        """The place that a visit goes to: behind the noun, or right before it ("توجه إلى بغداد في
        زيارة").
        """
        text, at = self.text, draft.cue_at
        high = text.sentences[draft.sentence][1]
        alone = draft.cue.with_pronoun and text.folds[at + 1 : at + 2] in (["،"], [","])
        # "خلال زيارتها، وصفت X الوضع في …"
        for i in range(at + 1, at + 1 if alone else min(at + _NOUN_REACH, high)):
            if i in text.places and self._is_destination(i, at, setting.actors):
                for goal in self._towns_and_states(range(i, i + 1), setting.actors):
                    return text.places[goal][0]
            capital = self._capital_at(i)
            if capital is not None:
                return capital
            marker = text.marker(i, high)
            if text.folds[i] in RELATIVES | QUOTES or (marker and marker[0] in ("end", "topic")):
                break
        before = range(max(setting.low, at - 8), at)
        return next(
            (
                text.places[i][0]
                for i in reversed(before)
                if i in text.places
                and text.places[i][0].kind in ("city", "country")
                and text.folds[i - 1] == "الي"
            ),
            None,
        )

    def _capital_at(self, at: int) -> Place | None:
        """ "إلى العاصمة المصرية": the town without its name, or with the name in quotation
        marks.
        """
        place, _ = self.text.places.get(at, (None, 0))
        if place is None or place.kind != "adjective" or not self._means_capital(at):
            return None
        return place._replace(kind="city", name=capital_of(place.country) or place.name)

    def _guest_of(self, hosts: list[Actor], place: Place, setting: Setting, at: int) -> list[Actor]:
        """ "وقال X لـY خلال زيارته بغداد", X of Baghdad: Y is the guest."""
        others = [
            a
            for a in setting.actors
            if setting.clause <= a.start and a.end <= at and a.people and _is_abroad(place, [a])
        ]
        return others[-1:]

    def _is_destination(self, at: int, cue_at: int, actors: list[Actor]) -> bool:
        """ "زيارة X إلى بغداد", "لبغداد", "زيارته بغداد", "زيارته الأخيرة العاصمة اللبنانية
        بيروت".
        """
        text = self.text
        realm = text.folds[at - 1]
        if text.clitic_of(at).endswith(("ل", "ب")) or (realm[0] in "لب" and realm[1:] in REALMS):
            return True  # "زيارة X لجمهورية كذا"
        i = at - 1
        while i > cue_at and (
            i in text.places
            or text.folds[i] in CAPITAL_WORDS
            or text.folds[i] in ("الاخيره", "الحاليه", "الرسميه", "كل", "من")
        ):
            i -= 1
        return i == cue_at or text.folds[i] in ("الي", "في") or any(a.end == i + 1 for a in actors)

    def _was_visited(self, at: int | None, clause: int) -> bool:
        """A verb of the past that means a visit stands before, of which what follows tells the
        purpose.
        """
        return at is not None and any(
            (cue := self.text.words[i].cue) is not None
            and cue.class_ == "place"
            and cue.tense == "past"
            for i in range(clause, at)
        )

    def _is_purpose(self, at: int, clause: int) -> bool:
        """ "في زيارة لفنزويلا للقاء Y", "وصل ليلتقي Y": behind a word of going, what it is for."""
        text, cue = self.text, self.text.words[at].cue
        if text.words[at].clitic != "ل" or cue is None or cue.class_ == "visit":
            return False
        for i in range(at - 1, max(clause, at - _PURPOSE_REACH) - 1, -1):
            before = text.words[i].cue
            if before is not None:
                return before.class_ in _GOING and not self._is_invitation(i, clause)
        return False

    def _is_bound_for(self, at: int | None, clause: int) -> bool:
        """A verb of going somewhere stands before, of which what follows tells the purpose ("يتوجه
        … لإجراء محادثات").
        """
        if at is None or self.text.folds[at] in _ERRANDS:
            return False
        cues = (self.text.words[i].cue for i in range(clause, at))
        return any(cue is not None and cue.class_ == "arrival" for cue in cues)


def _company(draft: Draft) -> list[Part]:
    """Who comes with the guest, who invites and who receives."""
    return [
        p
        for p in draft.parts
        if p.slot in ("members", "head", "inviter", "host")
        or (p.slot in ("with", "present") and p.actor.class_ == "person")
    ]


def _is_owner(part: Part, cue: Cue) -> bool:
    """ "زيارة للوزير إلى بغداد"; "زيارته للوزير" is whom he visits."""
    return part.slot == "with" and part.actor.clitic == "ل" and not cue.with_pronoun


def _is_abroad(place: Place, actors: list[Actor]) -> bool:
    """Not in the state of one of them."""
    return not any(place.country in a.countries for a in actors)
