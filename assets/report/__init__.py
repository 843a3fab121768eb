"""The report of a publication: one static page of pictures, in Arabic, right to left, whole in one
file.

Here: the page (`page`), its pictures (`figures`, `network`) and words (`words`). Not here: when it
is built (`assets.publication`).
"""

from assets.report.page import Quality, page, write

__all__ = ["Quality", "page", "write"]
