"""What is materialized, one thin module per stage: fetch, call, load, report.

Nothing here imports Dagster at its top: the stages are plain functions that tests and other
schedulers can call.
"""
