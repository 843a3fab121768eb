"""The reader's version: part of every row it makes. Raised when what it finds changes, so that pages are read again."""

READER_VERSION = "1.0.0"
