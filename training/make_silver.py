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
from reader.names.edges import Span, compounds
from reader.names.features import clusters, name_parts, person_share, title_words
from reader.names.roles import find_roles
from reader.names.spans import find_spans
from reader.names.tagger import Tagger
from reader.names.titles import role_words
from reader.read import open_document
from reader.text import key

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
    """Writes one sentence a line: JSON list of [word, label]."""
    tagger = Tagger(model.read_bytes())
    names.load = lambda: tagger  # type: ignore[assignment,attr-defined]
    corpus = documents(bulk, stride)
    found: list[list[Span]] = []
    full: Counter[tuple[str, ...]] = Counter()
    total: Counter[str] = Counter()
    for start in range(0, len(corpus), 200):
        names.tag(corpus[start : start + 200])
    for document in corpus:
        spans = find_spans(document)
        taken = [False] * len(document.tokens)
        for span in spans:
            for at in range(span.first, span.last):
                taken[at] = True
        spans += framed(document, taken)
        found.append(spans)
        total.update(t.fold for t in document.tokens)
        for span in spans:
            words = tuple(span.words(document.tokens))
            if len(words) > 1:
                full[words] += 1
    known: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in (
        (Path(__file__).parent / "labels" / "known_names.tsv").read_text("utf-8").splitlines()[2:]
    ):
        full[tuple(key(line).split())] += 3
    for words, count in full.items():
        if count >= 3 and len(words) <= 5 and all(len(w) > 1 for w in words):
            known[words[0]].append(words)
    person: Counter[str] = Counter()
    for document, spans in zip(corpus, found, strict=True):
        _match(document, spans, known)
        for span in spans:
            person.update(span.words(document.tokens))
    full = Counter(
        tuple(s.words(d.tokens))
        for d, spans in zip(corpus, found, strict=True)
        for s in spans
        if s.last - s.first > 1
    )
    surnames = {
        words[-1] for words, count in full.items() if count >= 3 and words[-2] not in compounds()
    }
    bearers: Counter[str] = Counter()
    for words, count in full.items():
        bearers[words[-1]] += count
    in_cluster: Counter[str] = Counter()
    of_cluster: Counter[str] = Counter()
    for word, count in total.items():
        if word in clusters():
            in_cluster[clusters()[word][1]] += count
            of_cluster[clusters()[word][1]] += person[word]
    lone: set[str] = set()
    foreigners: set[str] = set()
    for word in surnames:
        share = person[word] / total[word] if total[word] else 0.0
        fine = clusters().get(word, ("", "", ""))[1]
        around = of_cluster[fine] / in_cluster[fine] if in_cluster[fine] else 0.0
        if (
            total[word] >= 5
            and len(word) > 3
            and not places.country_of_place(word)
            and total["ال" + word] <= 0.2 * total[word]
            and (share >= 0.6 or (around >= 0.45 and share >= 0.08))
        ):
            lone.add(word)
        # A foreign surname: often with its first name, never with an article.
        foreign = (
            not word.startswith("ال")
            and total["ال" + word] <= 0.01 * total[word]
            and word not in title_words()
        )
        if (
            foreign
            and len(word) > 3
            and bearers[word] >= 8
            and share >= 0.03
            and not places.country_of_place(word)
        ):
            lone.add(word)
            foreigners.add(word)
    print(
        len(corpus),
        "articles",
        sum(map(len, found)),
        "spans",
        len(known),
        "first words",
        len(lone),
        "lone surnames",
        file=sys.stderr,
    )
    full = Counter(
        tuple(s.words(d.tokens))
        for d, spans in zip(corpus, found, strict=True)
        for s in spans
        if s.last - s.first > 1
    )
    rng = random.Random(SEED)
    sentences: list[list[tuple[str, str]]] = []
    for document, spans in zip(corpus, found, strict=True):
        taken = [False] * len(document.tokens)
        for span in spans:
            for at in range(span.first, span.last):
                taken[at] = True
        for at, token in enumerate(document.tokens):
            if taken[at]:
                continue
            for cut in (0, 1):
                if token.fold[cut:] in lone and (cut == 0 or token.fold[0] in "ولبف"):
                    spans.append(Span(at, at + 1, cut))
                    break
        unsure = _unsure(document, spans, full, lone)
        sentences += [
            s
            for s in _sentences(document, spans, unsure)
            if len(s) <= 90
            and (any(label.endswith("PERS") for _, label in s) or rng.random() < 0.25)
        ]
    rng.shuffle(sentences)
    with out.open("w", encoding="utf-8") as file:
        for sentence in sentences[:SENTENCES]:
            file.write(json.dumps(sentence, ensure_ascii=False) + "\n")
    shares = [
        (w, max(8 if w in foreigners else 0, min(9, 10 * n // total[w])))
        for w, n in person.items()
        if n >= 3 and total[w] >= 5 and (10 * n >= total[w] or w in foreigners)
    ]
    with gzip.GzipFile(SHARES, "wb", mtime=0) as packed:
        packed.write("".join(f"{w}\t{share}\n" for w, share in sorted(shares)).encode())
    Path(str(out) + ".names").write_text(
        "".join(f"{' '.join(w)}\t{c}\n" for w, c in full.most_common() if c >= 2)
        + "".join(f"{w}\t{person[w]}\t{total[w]}\n" for w in sorted(lone)),
        "utf-8",
    )


def _unsure(
    document: Document, spans: list[Span], full: Counter[tuple[str, ...]], lone: set[str]
) -> set[int]:
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
                full[tuple(words)] >= 2
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
        if span.last - span.first > 1 or not {span.words(tokens)[0]} & (sure | lone)
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


def _sentences(
    document: Document,
    spans: list[Span],
    unsure: set[int] | frozenset[int] = frozenset(),
) -> list[list[tuple[str, str]]]:
    tokens = document.tokens
    labels = ["O" if label.endswith("PERS") else label for label in document.labels]
    for span in spans:
        labels[span.first] = "B-PERS"
        for at in range(span.first + 1, span.last):
            labels[at] = "I-PERS"
    for at in range(len(labels)):
        if labels[at].startswith("I-") and (at == 0 or labels[at - 1][2:] != labels[at][2:]):
            labels[at] = "B-" + labels[at][2:]
    result, at = [], 0
    for sentence in document.sentences:
        while at < len(tokens) and tokens[at].start < sentence.start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        if at > first and not unsure.intersection(range(first, at)):
            result.append([(tokens[i].text, labels[i]) for i in range(first, at)])
    return result


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        Path(sys.argv[3]),
        int(sys.argv[4]) if len(sys.argv) > 4 else 1,
    )
