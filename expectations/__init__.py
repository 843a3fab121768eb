"""Great Expectations over the warehouse: what the data must show before anyone may rely on it.

Here: suites as plain lists of rules (`expectations.suites`, one module a table), what a rule is
(`rules`), and the runner that holds them against a DuckDB file (`runner`). Not here: keys, foreign
keys, accepted values and column contracts (dbt owns those), and nothing of Dagster
(`orchestration.checks` turns results into asset checks).
"""
