{#- Whether a row is none that a person rejected: a mapping from its columns of ids to the tables in which those were rejected. -#}
{% macro is_kept(tables) -%}
    {%- for column, table in tables.items() %}
    {{- ' and ' if not loop.first }}{{ column }} not in (
        select row_id from {{ ref('corrections_rows') }} where table_name = '{{ table }}' and row_id is not null
    )
    {%- endfor %}
{%- endmacro %}
