"""Decisions over many documents that SQL could not say readably: who is who, which reports tell of
one meeting, which day.

Here: pure functions over frames, called by the Python models of `dbt_project/models/intermediate`.
Not here: reading or writing of tables, and nothing that one document decides alone (`reader` does
that).
"""
