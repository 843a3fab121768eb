"""Makes training sentences out of unlabelled news: what the first tagger and the reader's rules
find, made consistent over all articles.

Run by a developer: `python -m training.make_silver FIRST_MODEL.npz BULK_DIR OUT.jsonl`. A name of
two or more words that was found in several places is a name wherever it stands; so is a word that
is nearly always (part of) a person's name. Titles with a nationality lead to names that the first
tagger missed ("وزير الخارجية الكيني ألفريد موتوا"). The sentences stay with the developer; the
project ships weights only.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

from reader import names, places
from reader.document import Article, Document
from reader.names.features import clusters, name_parts, person_share, title_words
from reader.names.roles import find_roles
from reader.names.runs import Span, compounds
from reader.names.spans import find_spans
from reader.names.tagger import Tagger
from reader.names.titles import role_words
from reader.read import open_document
from reader.text import key
from training.sentences import Labelled, labelled_sentences

SENTENCES, SEED = 9_000, 11
SHARES = Path(__file__).parents[1] / "reader" / "names" / "shares.tsv.gz"


def documents(bulk: Path, stride: int = 1) -> list[Document]:
    """Every article of the news (or every `stride`-th), opened, near copies by first words left
    out.
    """
    found: dict[str, Document] = {}
    for path in sorted(bulk.glob("*.parquet")):
        texts = pl.read_parquet(path, columns=["text"])["text"].to_list()
        for text in texts[::stride]:
            if text:
                found.setdefault(text[:80], open_document(Article(0, False, None, text, [])))
    return list(found.values())


def framed(document: Document, taken: list[bool]) -> list[Span]:
    """Runs of unknown words right after "title … nationality": names that the tagger missed."""
    tokens, labels = document.tokens, document.labels
    stops = role_words("stop")
    spans = []
    for at in range(1, len(tokens) - 3):
        if (
            taken[at + 1]
            or not places.country_of_adjective(tokens[at].fold)
            or not tokens[at].fold.startswith("ال")
            or tokens[at].fold.endswith(("ين", "ون", "ات"))
        ):
            continue
        window = [t.fold for t in tokens[max(0, at - 4) : at]]
        if not any(title_words().get(w, "").rstrip("+") in ("head", "job", "rank") for w in window):
            continue
        last = at + 1
        while (
            last < min(at + 5, len(tokens))
            and not taken[last]
            and labels[last] in ("O", "B-PERS", "I-PERS", "B-LOC")
        ):
            word = tokens[last].fold
            group = clusters().get(word)
            listed = sum(name_parts().get(word, (0, 0, 0)))
            if (
                not tokens[last].is_arabic
                or word in stops
                or word in title_words()
                or places.country_of(word)
            ):
                break
            if (word.startswith("ال") and not listed) or (
                group is not None and int(group[2]) >= 5 and listed < 20
            ):
                break
            last += 1
        if last - at - 1 >= 2:
            spans.append(Span(at + 1, last, 0, "frame"))
    return spans


def main(model: Path, bulk: Path, out: Path, stride: int = 1) -> None:
    """Writes one sentence a line: JSON list of [word, label]; the shares of words go into the
    reader, names and surnames beside the sentences.
    """
    tagger = Tagger(model.read_bytes())
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    corpus = documents(bulk, stride)
    for start in range(0, len(corpus), 200):
        names.tag(corpus[start : start + 200])
    found = [_found(document) for document in corpus]
    known = _known(_names(corpus, found))
    for document, spans in zip(corpus, found, strict=True):
        _match(document, spans, known)
    words = Words(corpus, found)
    print(
        f"{len(corpus)} articles, {sum(map(len, found))} spans, {len(known)} first words, "
        f"{len(words.lone)} lone surnames",
        file=sys.stderr,
    )
    rng = random.Random(SEED)
    sentences: list[Labelled] = []
    for document, spans in zip(corpus, found, strict=True):
        _match_lone(document, spans, words.lone)
        unsure = _unsure(document, spans, words)
        sentences += [
            sentence
            for sentence in labelled_sentences(document, spans, unsure)
            if len(sentence) <= 90
            and (any(label.endswith("PERS") for _, label in sentence) or rng.random() < 0.25)
        ]
    rng.shuffle(sentences)
    with out.open("w", encoding="utf-8") as file:
        for sentence in sentences[:SENTENCES]:
            file.write(json.dumps(sentence, ensure_ascii=False) + "\n")
    with gzip.GzipFile(SHARES, "wb", mtime=0) as packed:
        packed.write("".join(f"{w}\t{share}\n" for w, share in words.shares()).encode())
    Path(str(out) + ".names").write_text(
        "".join(f"{' '.join(w)}\t{c}\n" for w, c in words.names.most_common() if c >= 2)
        + "".join(f"{w}\t{words.person[w]}\t{words.total[w]}\n" for w in sorted(words.lone)),
        "utf-8",
    )


def _found(document: Document) -> list[Span]:
    """What the reader finds in an article, and what titles lead to."""
    spans = find_spans(document)
    return spans + framed(document, _taken(document, spans))


def _taken(document: Document, spans: list[Span]) -> list[bool]:
    taken = [False] * len(document.tokens)
    for span in spans:
        taken[span.first : span.last] = [True] * (span.last - span.first)
    return taken


def _names(corpus: list[Document], found: list[list[Span]]) -> Counter[tuple[str, ...]]:
    """How often each name of two or more words stands in the corpus."""
    return Counter(
        tuple(span.words(document.tokens))
        for document, spans in zip(corpus, found, strict=True)
        for span in spans
        if span.last - span.first > 1
    )


def _known(full: Counter[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Names found in three places or more, and those that are listed, by their first words."""
    listed = Path(__file__).parent / "labels" / "known_names.tsv"
    for line in listed.read_text("utf-8").splitlines()[2:]:
        full[tuple(key(line).split())] += 3
    known: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words, count in full.items():
        if count >= 3 and len(words) <= 5 and all(len(w) > 1 for w in words):
            known[words[0]].append(words)
    return known


class Words:
    """What the corpus tells of single words: how often they stand in it (`total`), how often in a
    name (`person`), which surnames are names when they stand alone (`lone`), and which of those
    are foreign (`foreigners`).
    """

    def __init__(self, corpus: list[Document], found: list[list[Span]]) -> None:
        self.total = Counter(t.fold for document in corpus for t in document.tokens)
        self.person = Counter(
            word
            for document, spans in zip(corpus, found, strict=True)
            for span in spans
            for word in span.words(document.tokens)
        )
        self.names = _names(corpus, found)
        surnames = {
            words[-1]
            for words, count in self.names.items()
            if count >= 3 and words[-2] not in compounds()
        }
        bearers: Counter[str] = Counter()
        for words, count in self.names.items():
            bearers[words[-1]] += count
        around = self._shares_of_clusters()
        self.foreigners = {w for w in surnames if self._is_foreign(w, bearers[w])}
        self.lone = self.foreigners | {w for w in surnames if self._stands_alone(w, around)}

    def _share(self, word: str) -> float:
        return self.person[word] / self.total[word] if self.total[word] else 0.0

    def _shares_of_clusters(self) -> dict[str, float]:
        """For each cluster of words, the share of its tokens that stand in names."""
        tokens: Counter[str] = Counter()
        in_names: Counter[str] = Counter()
        for word, count in self.total.items():
            if word in clusters():
                tokens[clusters()[word][1]] += count
                in_names[clusters()[word][1]] += self.person[word]
        return {cluster: in_names[cluster] / count for cluster, count in tokens.items() if count}

    def _stands_alone(self, word: str, around: dict[str, float]) -> bool:
        share = self._share(word)
        cluster = clusters().get(word, ("", "", ""))[1]
        return (
            self.total[word] >= 5
            and len(word) > 3
            and not places.country_of_place(word)
            and self.total["ال" + word] <= 0.2 * self.total[word]
            and (share >= 0.6 or (around.get(cluster, 0.0) >= 0.45 and share >= 0.08))
        )

    def _is_foreign(self, word: str, bearers: int) -> bool:
        """A foreign surname: often with its first name, never with an article."""
        return (
            not word.startswith("ال")
            and self.total["ال" + word] <= 0.01 * self.total[word]
            and word not in title_words()
            and len(word) > 3
            and bearers >= 8
            and self._share(word) >= 0.03
            and not places.country_of_place(word)
        )

    def shares(self) -> list[tuple[str, int]]:
        """Tenths of a word's tokens that stand in names, for words of which that is a tenth."""
        person, total = self.person, self.total
        return sorted(
            (w, max(8 if w in self.foreigners else 0, min(9, 10 * n // total[w])))
            for w, n in person.items()
            if n >= 3 and total[w] >= 5 and (10 * n >= total[w] or w in self.foreigners)
        )


def _match_lone(document: Document, spans: list[Span], lone: set[str]) -> None:
    """Adds surnames that are names when they stand alone, behind a clitic too."""
    taken = _taken(document, spans)
    for at, token in enumerate(document.tokens):
        for cut in (0, 1) if not taken[at] else ():
            if token.fold[cut:] in lone and (cut == 0 or token.fold[0] in "ولبف"):
                spans.append(Span(at, at + 1, cut))
                break


def _unsure(document: Document, spans: list[Span], known: Words) -> set[int]:
    """Tokens of names that nothing but the tagger vouches for: sentences with them teach
    nothing.
    """
    tokens = document.tokens
    roles = find_roles(document, sorted(spans, key=lambda s: s.first))
    sure: set[str] = set()
    doubtful: list[Span] = []
    for span, role in zip(sorted(spans, key=lambda s: s.first), roles, strict=True):
        words = span.words(tokens)
        if (
            len(words) > 1
            and (
                known.names[tuple(words)] >= 2
                or (role is not None and role.head)
                or span.source == "frame"
            )
        ) or (
            len(words) > 1
            and all(person_share(w) >= 5 or sum(name_parts().get(w, (0,))) >= 5 for w in words)
        ):
            sure.add(words[-1])
        else:
            doubtful.append(span)
    return {
        at
        for span in doubtful
        if span.last - span.first > 1 or not {span.words(tokens)[0]} & (sure | known.lone)
        for at in range(span.first, span.last)
    }


def _match(document: Document, spans: list[Span], known: dict[str, list[tuple[str, ...]]]) -> None:
    tokens = document.tokens
    taken: dict[int, Span] = {at: span for span in spans for at in range(span.first, span.last)}
    for at, token in enumerate(tokens):
        for cut in (0, 1):
            if cut and token.fold[0] not in "وفبل":
                continue
            fits = [
                w
                for w in known.get(token.fold[cut:], ())
                if at + len(w) <= len(tokens)
                and all(tokens[at + i].fold == w[i] for i in range(1, len(w)))
            ]
            if not fits:
                continue
            best = max(fits, key=len)
            inside = {id(taken[i]): taken[i] for i in range(at, at + len(best)) if i in taken}
            if any(
                s.first < at or s.last > at + len(best) or s.last - s.first >= len(best)
                for s in inside.values()
            ):
                continue
            for span in inside.values():
                spans.remove(span)
            new = Span(at, at + len(best), cut)
            spans.append(new)
            taken.update(dict.fromkeys(range(at, at + len(best)), new))
            break


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        Path(sys.argv[3]),
        int(sys.argv[4]) if len(sys.argv) > 4 else 1,
    )
