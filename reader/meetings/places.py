"""Where: the city, the state and the house that a sentence gives its encounter.

Here: which of the places of a sentence are the encounter's, and which belong to another phrase. Not
here: houses (`venues`), what a name of a place means (`reader.places`), places that follow from
other sentences (`settle`, `encounters`), time (`scenes`).
"""

from __future__ import annotations

from reader.clitics import stems
from reader.document import Place
from reader.meetings.drafts import Draft, usual_or_printed
from reader.meetings.venues import Venues
from reader.meetings.vocabulary import (
    AFTER_LINKS,
    ANCHORS,
    CAPITAL_WORDS,
    COMMAS,
    IN,
    OPENING,
    PREPOSITIONS,
    RELATIVES,
)
from reader.meetings.words import bare, function_words, venue_state
from reader.places import capital_of, country_of_city

_LOCATED = function_words("located")
_TAKING_UP = function_words("taking_up")
_SITUATIONS = function_words("situations")
_SITUATION_REACH = 2  # words before "في"
_TAKING_PLACE = function_words("taking_place")
_MARGINS = function_words("margins")
_COUNTRY_WORDS = function_words("country_words")
_ENVOYS = function_words("envoys")
_WITH = function_words("between") | {"مع"}
_SITE_LEADS = function_words("site_leads")
_RUNNING = function_words("running")
_CALLS = ("phone_call", "video_call")
_REACH_BEYOND = 6  # words behind the frame that may still say where
_REACH_BEHIND_TOPIC = 20
_REACH_BACK = 12  # sentences
_WHERE = "حيث"
_SAID_HE = ("انه", "انها", "بانه", "بانها")
_REACH_BEFORE_WHERE = 9  # words
_LONGEST_KIND_OF_VISIT = 4  # words
_COMING = "وصول"  # "لدى وصوله إلى"
_DURING = function_words("during")


class Places(Venues):
    """Gives a draft its place."""

    def _place(self, draft: Draft, clause: int) -> None:
        """City, country and venue of an encounter, as far as its sentence gives them."""
        if draft.kind in _CALLS:
            draft.city = draft.country = None
            return
        self._place_by_words(draft, clause)
        home = self._home_of_host(draft)
        if home is not None and draft.country != home:
            draft.country, draft.city = home, None
        if draft.country is None:
            self._place_before_where(draft, clause)
        if draft.country is None:
            self._place_of_speech(draft, clause)
        if draft.country is None:
            self._place_on_margin(draft, clause)
        if draft.country is None:
            low, high, _ = self.text.sentences[draft.sentence]
            states = (venue_state(self.text.folds, i) for i in range(low, high))
            draft.country = (
                next((state for state in states if state), None)
                or self._home_of_visit(draft)
                or self._post_by_town(draft)
                or _post(draft)
            )

    def _home_of_host(self, draft: Draft) -> str | None:
        """ "استقبلت عمان وزيري خارجية روسيا والصين": a state receives at home, wherever else the
        sentence goes.
        """
        if draft.cue.lemma != "استقبل":
            return None
        hosts = [p.actor for p in draft.parts if p.slot == "subject"]
        return hosts[0].countries[0] if hosts and hosts[0].class_ == "state" else None

    def _place_before_where(self, draft: Draft, clause: int) -> None:
        """ "استدعي السفير إلى الوزارة في أنقرة، حيث التقاه …": where the words before say that he
        was.
        """
        text, low = self.text, self.text.sentences[draft.sentence][0]
        if clause <= low or text.folds[clause - 1] != _WHERE:
            return
        for i in range(clause - 2, max(low, clause - _REACH_BEFORE_WHERE), -1):
            if i not in text.places or text.places[i][0].kind not in ("city", "country"):
                continue
            titled = any(
                a.start < i < a.end for a in text.actors(draft.sentence) if a.class_ != "state"
            )
            if not titled and (self._is_led(i, low) or text.folds[i - 1] in IN):
                _take(draft, text.places[i][0])
            return

    def _place_of_speech(self, draft: Draft, clause: int) -> None:
        """ "قال X في عمان إنه بحث مع الأردنيين …": who speaks at the home of those whom he met met
        them there.
        """
        text, low = self.text, self.text.sentences[draft.sentence][0]
        if clause <= low or text.folds[clause - 1] not in _SAID_HE or draft.status != "held":
            return
        met = [p.actor for p in draft.parts if p.slot in ("object", "with") or p.actor.is_mate]
        hosts = {country for actor in met for country in actor.countries}
        own = {c for p in draft.parts if p.actor not in met for c in p.actor.countries}
        for i in range(low, clause - 1):
            place, _ = text.places.get(i, (None, 0))
            if place is None or place.kind != "city" or place.country not in hosts - own:
                continue
            titled = any(
                a.start < i < a.end for a in text.actors(draft.sentence) if a.class_ != "state"
            )
            if not titled and self._is_led(i, low):
                _take(draft, place)
                return

    def _place_on_margin(self, draft: Draft, clause: int) -> None:
        """ "وعلى هامش القمة، عقد …": where the summit is that was told of before."""
        text = self.text
        low, high, _ = text.sentences[draft.sentence]
        first = next(
            (
                i
                for i in range(max(low, clause), min(draft.end + 2, high))
                if text.folds[i] in _MARGINS
            ),
            None,
        )
        if first is None:
            return
        lemma = next(
            (
                cue.lemma
                for cue in (word.cue for word in text.words[first + 1 : min(first + 5, high)])
                if cue is not None and cue.part == "noun"
            ),
            None,
        )
        here = next((i for i in range(first + 1, high) if text.words[i].cue is not None), None)
        if here is not None and self._take_site_after(draft, here, high):
            return
        for number in range(draft.sentence - 1, max(-1, draft.sentence - _REACH_BACK), -1):
            low, high, _ = text.sentences[number]
            for i in range(low, high):
                cue = text.words[i].cue
                if cue is not None and cue.lemma == lemma and self._take_site_after(draft, i, high):
                    return

    def _take_site_after(self, draft: Draft, cue_at: int, high: int) -> bool:
        """The first place behind a word of encounter that says where it is."""
        for i in range(cue_at + 1, min(cue_at + _REACH_BEHIND_TOPIC, high)):
            if self._is_end(i, high):
                return False
            if i not in self.text.places:
                continue
            place, _ = self.text.places[i]
            if place.kind == "adjective" and self._means_capital(i):
                draft.country, draft.city = place.country, capital_of(place.country)
                return True
            if place.kind in ("city", "country") and self._is_led(i, cue_at):
                _take(draft, place)
                return True
        return False

    def _post_by_town(self, draft: Draft) -> str | None:
        """ "التقى X السفير المصري بروما": who meets an ambassador meets him at his post."""
        for part in draft.parts:
            actor = part.actor
            if actor.head.removeprefix("ال") not in _ENVOYS:
                continue
            for i in range(actor.start + 1, actor.end):
                place, _ = self.text.places.get(i, (None, 0))
                led = self.text.clitic_of(i) == "ب" or self.text.folds[i - 1] in ("في", "لدي")
                if place is not None and led and place.kind in ("city", "country"):
                    return place.country
        return None

    def _home_of_visit(self, draft: Draft) -> str | None:
        """ "استقبل X … Y الذي يزور البلاد": in the state of the one who is no guest."""
        low, high, _ = self.text.sentences[draft.sentence]
        visited = any(
            self.text.folds[i] in _COUNTRY_WORDS and self._is_visited(i, low)
            for i in range(low, high)
        )
        hosts = [p.actor.countries for p in draft.parts if p.slot == "subject"]
        return hosts[0][0] if visited and hosts and hosts[0] else None

    def _is_visited(self, at: int, low: int) -> bool:
        """ "يزور البلاد", "زيارة رسمية إلى البلاد"; not "زيارته مع وزير خارجية البلاد", where it is
        a genitive.
        """
        text = self.text
        for i in range(at - 1, max(low, at - 5) - 1, -1):
            cue = text.words[i].cue
            if cue is not None:
                return cue.class_ in ("visit", "place")
            if text.words[i].roles or text.folds[i] in _WITH:
                return False
        return False

    def _place_by_words(self, draft: Draft, clause: int) -> None:
        """The first place of the clause that says where; behind the cue before in front of it."""
        for i in self._words_of_scene(draft, clause):
            if draft.venue is None and self._is_venue(i):
                draft.venue = self._venue(draft, i)
            if draft.city is not None or i not in self.text.places:
                continue
            place, _ = self.text.places[i]
            if place.kind == "adjective":
                if draft.country is None and self._means_capital(i):
                    draft.country, draft.city = place.country, capital_of(place.country)
            elif self._is_site(draft, i, clause):
                _take(draft, place)

    def _words_of_scene(self, draft: Draft, clause: int) -> list[int]:
        """The words that may say where an encounter was: of its frame, behind its subject matter,
        before its cue.
        """
        text = self.text
        low, high, _ = text.sentences[draft.sentence]
        at = draft.cue_at
        stop = next(
            (
                i
                for i in range(draft.end + 1, min(draft.end + _REACH_BEYOND, high))
                if self._is_end(i, high)
            ),
            min(draft.end + _REACH_BEYOND, high),
        )
        stop = self._other_event(at, max(stop, at + 1))
        stop = next((i for i in range(at + 2, stop) if self._is_matter(i)), stop)
        if draft.cue.part == "verb":
            met = min((p.actor.end for p in draft.parts if p.actor.start > at), default=stop)
            stop = next((i for i in range(met, stop) if self._describes(i, met, stop)), stop)
        late = self._place_after_topic(stop, high) if draft.topic else range(0)
        return [*range(at + 1, stop), *late, *range(max(low, clause), at)]

    def _is_end(self, at: int, high: int) -> bool:
        role, _ = self.text.marker(at, high) or ("", 0)
        return self.text.is_stop(at) or self.is_so(at) or role in ("end", "topic")

    def _is_matter(self, at: int) -> bool:
        """ "القمة التي تبحث النزاع في …": from here on it is what they discussed."""
        cue = self.text.words[at].cue
        return cue is not None and cue.class_ == "matter"

    def _describes(self, at: int, met: int, stop: int) -> bool:
        """ "التقى X، الذي رفض الاتفاق في …": where that was; but "الذي يزور …", "على هامش القمة
        التي …" say where both are.
        """
        if self.text.folds[at] not in RELATIVES:
            return False
        near = (*range(met, at), *range(at + 1, min(at + 3, stop)))
        return all(self.text.words[i].cue is None for i in near)

    def _means_capital(self, at: int) -> bool:
        """ "في العاصمة القطرية", without the name of the town."""
        _, stop = self.text.places[at]
        return self.text.folds[at - 1] in CAPITAL_WORDS and stop not in self.text.places

    def _is_site(self, draft: Draft, at: int, clause: int) -> bool:
        """The place at this word is where the encounter was."""
        text, cue_at = self.text, draft.cue_at
        place, _ = text.places[at]
        if place.kind not in ("city", "country", "region"):
            return False
        if any(a.start < at < a.end for a in text.actors(draft.sentence) if a.class_ != "state"):
            return False  # of a title
        if self._is_post(draft, at) or (at < cue_at and self._is_of_situation(at)):
            return False
        if (
            draft.cue.class_ == "matter"
            and at > cue_at + 1 + (text.folds[cue_at + 1] == "في")
            and not self._is_beside_partner(draft, at)
        ):
            return False  # in what they discussed
        if at > cue_at and draft.cue.part == "noun" and self._is_taken_up(cue_at):
            return False
        if draft.cue.class_ == "talk" and at > cue_at and self._is_of_subject_matter(cue_at, at):
            return False
        if at < cue_at and (
            self._is_of_other_cue(at, cue_at, clause, places=True)
            or self._is_complement(at, clause)
        ):
            return False
        if at > cue_at and self._is_of_noun(draft, at):
            return False
        return self._is_led(at, text.sentences[draft.sentence][0])

    def _is_taken_up(self, cue_at: int) -> bool:
        """ "وتناول اللقاء الأوضاع في السودان": behind the noun stands what it was about."""
        told = cue_at > 0 and bare(self.text.folds[cue_at - 1]) in _TAKING_UP
        return told and self.text.folds[cue_at + 1].startswith("ال")

    def _is_of_situation(self, at: int) -> bool:
        """ "في سياق متصل بالحرب في أوكرانيا، أعلن …": where the war is."""
        folds = self.text.folds
        before = folds[max(0, at - 1 - _SITUATION_REACH) : at - 1]
        return folds[at - 1] == "في" and any(
            stem in _SITUATIONS for fold in before for _, stem in stems(fold)[:3]
        )

    def _is_post(self, draft: Draft, at: int) -> bool:
        """ "بحضور السفيرة X رئيسة البعثة بالقاهرة، وY": where one of those who were there has her
        office.
        """
        listed = [p.actor for p in draft.parts if p.slot in ("present", "members")]
        _, end = self.text.places[at]
        behind = any(a.end in (at, at - 1) for a in listed)
        return behind and any(0 <= a.start - end <= 1 for a in listed)

    def _is_of_noun(self, draft: Draft, at: int) -> bool:
        """The place of the noun before it ("ضرورة وقف إطلاق النار في …", "أسرى موجودين في …"), not
        of the encounter.
        """
        text, cue = self.text, draft.cue
        last = at - 2  # before the preposition
        if bare(text.folds[at - 1]) != "في" or last <= draft.cue_at:
            return False
        if text.folds[last] in _LOCATED:
            return True
        if not text.folds[last].startswith("ال") or text.is_time(last) or self._is_in_place(last):
            return False
        if last == draft.cue_at + 1 or text.folds[last] in _TAKING_PLACE:
            return False  # "اجتمع الأخير في …", "المنتدى الاقتصادي المنعقد في …"
        if text.folds[last - 1] == "غير" and text.folds[last - 3] in _WITH:
            return False  # "مع المنظمات غير الحكومية في …"
        if text.folds[last - 1] in PREPOSITIONS:
            return False  # "ستعقد على الأرجح في …"
        if any(self._is_venue(i) for i in range(max(draft.cue_at + 1, last - 3), last)):
            return False  # "في قصر الضيافة في …"
        actors = text.actors(draft.sentence)
        if any(a.start <= last < a.end for a in actors) or self.in_name(last):
            return False
        since = max([draft.cue_at + 1, *(a.end for a in actors if a.end <= last)])
        own = cue.part == "noun" and cue.is_definite and since == draft.cue_at + 1
        chain = text.folds[since : last + 1]
        # "القمة العربية الطارئة في …": adjectives of the noun itself
        return not own or not all(fold.startswith("ال") for fold in chain)

    def _is_in_place(self, at: int) -> bool:
        return any(first <= at < stop for first, (_, stop) in self.text.places.items())

    def _is_complement(self, at: int, clause: int) -> bool:
        """A state that another word governs by ب ("علاقاته بروسيا"), where nothing shows that
        something was there.
        """
        place, _ = self.text.places[at]
        return (
            place.kind == "country"
            and self.text.clitic_of(at).endswith("ب")
            and at > clause
            and not self.text.is_time(at - 1)
            and at - 1 not in self.text.places
            and not any(self._is_venue(i) for i in range(max(clause, at - 3), at))
        )

    def _is_led(self, at: int, low: int) -> bool:
        """A word stands before the place that makes it a place where something is."""
        text = self.text
        lead = bare(self._lead(at))
        visit = text.words[at - 1].cue if at > low else None
        return (
            text.clitic_of(at).endswith("ب")
            or lead in _SITE_LEADS
            or (visit is not None and visit.class_ == "visit")
            or self._is_in_brackets(at)
            or self._is_goal_of_visit(at, low)
        )

    def _is_goal_of_visit(self, at: int, low: int) -> bool:
        """ "التقى X Y خلال زيارة سرية إلى أثينا": who meets on a visit meets where it leads."""
        text = self.text
        first = at - (text.folds[at - 1] == "الي")
        if first == at and text.clitic_of(at) != "ل":
            return False
        for i in range(first - 1, max(low, first - _LONGEST_KIND_OF_VISIT) - 1, -1):
            cue = text.words[i].cue
            coming = text.folds[i].startswith(_COMING)
            if cue is not None or coming:
                comes = coming or (cue is not None and cue.class_ == "visit")
                return comes and bare(text.folds[i - 1]) in _DURING
            if text.words[i].roles or text.folds[i] in COMMAS or i in text.mentions:
                return False
        return False

    def _is_beside_partner(self, draft: Draft, at: int) -> bool:
        """Nothing but places and times stands between one who took part and a place ("مع X، في
        العاصمة أنقرة").
        """
        text = self.text
        before = [p.actor.end for p in draft.parts if p.actor.end <= at]
        return bool(before) and all(
            text.folds[i] in COMMAS
            or text.folds[i] in IN
            or text.folds[i] in CAPITAL_WORDS
            or i in text.places
            or text.is_time(i)
            for i in range(max(before), at)
        )

    def _place_after_topic(self, first: int, high: int) -> range:
        """ "محادثات بين A وB حول X، في جنيف": a place that a comma sets off from the subject matter
        is that of the talks.
        """
        text = self.text
        for i in range(first, min(high - 1, first + _REACH_BEHIND_TOPIC)):
            if text.is_stop(i) or text.words[i].cue is not None:
                break
            if i > first and (text.marker(i, high) or ("",))[0] == "end":
                break
            leads = text.folds[i + 1] in IN or text.folds[i + 1] in CAPITAL_WORDS
            if text.folds[i] in ("،", ",") and leads:
                return range(i + 1, min(high, i + 5))
        return range(0)

    def _is_of_subject_matter(self, cue_at: int, at: int) -> bool:
        """The place of what talks are about ("محادثات وقف إطلاق النار في غزة"), not of the
        talks.
        """
        text = self.text
        first = cue_at + 1
        if first >= at or first in text.places or text.words[first].roles or first in text.mentions:
            return False
        fold = text.folds[first]
        if (
            fold.endswith(("يه", "ه"))
            or fold in RELATIVES
            or fold in IN
            or text.marker(first, at)
            or not text.tokens[first].is_arabic
        ):
            return False
        if cue_at > 0 and text.folds[cue_at - 1] in OPENING:
            return False  # "بدء محادثات سلام في جنيف"
        between = text.folds[first:at]
        return not any(
            w in ANCHORS or w in CAPITAL_WORDS or w in _RUNNING or w in ("مع", "بين")
            for w in between
        )

    def _other_event(self, cue_at: int, stop: int) -> int:
        """Where "، بعد …" turns to something that came before or after: its time and place are not
        the encounter's.
        """
        folds = self.text.folds
        for i in range(cue_at + 2, stop):
            if (
                folds[i] in AFTER_LINKS
                and folds[i - 1] in ("،", ",")
                and not self.text.is_time(i)
                and i + 1 < len(folds)
            ):
                return i
        return stop

    def _is_of_other_cue(self, at: int, cue_at: int, clause: int, *, places: bool = False) -> bool:
        """A time or place that stands in the complement of another word of encounter before it; a
        visit's place is shared.
        """
        text = self.text
        for i in range(at - 1, max(clause, at - 12) - 1, -1):
            if text.folds[i] in ("،", ","):
                return False
            cue = text.words[i].cue
            if (
                cue is not None
                and i != cue_at
                and not (places and cue.class_ in ("visit", "place", "arrival"))
            ):
                return True
        return False


def _take(draft: Draft, place: Place) -> None:
    """The place as the draft's: a city unless another state is told of, a state where none is."""
    if place.kind != "city":
        draft.country = draft.country or place.country
    elif draft.country in (None, place.country, country_of_city(place.name)):
        draft.city, draft.country = usual_or_printed(place.name), place.country


def _post(draft: Draft) -> str | None:
    """An ambassador who meets people of one other state is at his post."""
    sides = [p.actor for p in draft.parts if p.slot in ("subject", "object", "pair", "genitive")]
    envoys = [a for a in sides if a.head.removeprefix("ال") in _ENVOYS and a.countries]
    sent = {a.countries[0] for a in envoys}
    others = {c for a in sides if a not in envoys for c in a.countries} - sent
    return others.pop() if envoys and len(others) == 1 else None
