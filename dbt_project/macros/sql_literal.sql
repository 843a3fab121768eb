{#- A Jinja value as an SQL literal; none is null. -#}
{% macro sql_literal(value) -%}
    {{ 'null' if value is none else "'" ~ (value | string | replace("'", "''")) ~ "'" }}
{%- endmacro %}
