"""Who said what: every attributed proposition of an article, with its speakers and its exact words.

A statement is read in this order, one module a step:

1. `cues`: words in a form (`reader.verb_forms`) of a verb of saying, from the table
   `reporting_cues`; not their `homographs`.
2. `complements`: what the verb governs, and so where the thing said starts: behind its subject
   (`verb_subjects`), over its `adverbials` and over whom it addresses (`addressees`), at a sign
   (`signs`: أن, ب, a colon; `marks`; `starts`), a quotation or a noun phrase (`things`; not what
   is `unsaid`); of papers, what they tell (`papers`). No complement, no speech.
3. `subjects` (who speaks as printed; `fronted`: before the verb, `relatives`: in a relative
   clause), `speakers` (as understood), `referents` (whom an office means, from its `titles`,
   compared as `offices`; `variation`: under another one; `pairs`: a dual), `impersonal` (nobody
   does), `choice`.
4. `boundaries` (the narrator's next verb of saying; `agreement`: whose it can be), `narrator`
   (other ways in which he comes back), `asides` (what is said by the way), `comments` (on what was
   said) and `spans`: where the thing said ends; quoted or not.
5. `context`: medium, day, encounter; `confidence`: how sure it all is.

Attribution without a verb of its own (وفقا لـ) is `attributions`, the stretch that it covers
`attributed`; what stands between quotation marks, `quotations`; `passage` reads a document with all
of them. Not here: identity of speakers over articles.
"""

from __future__ import annotations

from reader.document import Document, Statement
from reader.statements.passage import Passage


def find_statements(document: Document) -> None:
    """Fills `document.statements`, in order of position. People and meetings must have been found
    before.
    """
    reading = Passage(document)
    reading.read()
    document.statements = sorted(reading.statements, key=lambda s: (s.start, s.end))


def read_with_features(document: Document) -> list[tuple[Statement, frozenset[str]]]:
    """Statements with the features of their confidence, for calibration
    (`training/calibrate_statements.py`).
    """
    reading = Passage(document)
    reading.read()
    return list(zip(reading.statements, reading.features, strict=True))
