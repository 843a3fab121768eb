"""`marts.data_dictionary`: what each column means, in two languages."""

from expectations.rules import Suite, no_rows

SUITE = Suite(
    "marts",
    "data_dictionary",
    ("table_name", "column_name"),
    (
        no_rows(
            "every_column_is_described",
            "warning",
            "A column that is not described is used wrongly.",
            "SELECT c.table_name, c.column_name FROM duckdb_columns() c ANTI JOIN {batch} d "
            "ON d.table_name = c.table_name AND d.column_name = c.column_name "
            "WHERE c.schema_name = 'marts' AND c.database_name = current_database() "
            "AND c.table_name <> 'publication'",
        ),
        no_rows(
            "no_column_is_invented",
            "warning",
            "Whoever reads of a column expects to find it.",
            "SELECT d.table_name, d.column_name FROM {batch} d ANTI JOIN (SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE schema_name = 'marts' AND database_name = current_database()) c "
            "ON d.table_name = c.table_name AND d.column_name = c.column_name WHERE d.column_name IS NOT NULL",
        ),
        no_rows(
            "both_languages_are_there",
            "warning",
            "Analysts read Arabic, engineers English.",
            "SELECT table_name, column_name, description_en, description_ar FROM {batch} "
            "WHERE length(trim(coalesce(description_en, ''))) < 5 OR NOT regexp_matches(coalesce(description_ar, ''), '\\p{Arabic}')",
        ),
    ),
)
