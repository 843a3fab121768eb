-- Made of the descriptions in the project itself, so that it cannot fall behind.
{%- set tables = [
    'articles', 'people', 'person_mentions', 'person_roles', 'person_id_history', 'meetings', 'meeting_participants',
    'meeting_mentions', 'statements', 'statement_speakers'
] %}
-- depends_on: {% for table in tables %}{{ ref(table) }} {% endfor %}
{%- set rows = [] %}
{%- if execute %}
    {%- for node in graph.nodes.values()
        if node.resource_type == 'model' and node.package_name == project_name and node.name in tables + [this.name] %}
        {%- do rows.append((node.name, none, 0, none, none, node.description, node.config.meta.get('description_ar', ''))) %}
        {%- for column in node.columns.values() %}
            {%- set nullable = column.constraints | map(attribute='type') | select('equalto', 'not_null') | list | length == 0 %}
            {%- do rows.append((
                node.name, column.name, loop.index, column.data_type | upper, nullable, column.description,
                column.config.meta.get('description_ar', '')
            )) %}
        {%- endfor %}
    {%- endfor %}
{%- endif %}

with documented (
    table_name, column_name, position, data_type, is_nullable, description_en, description_ar
) as (
    values
    {%- for row in rows | sort(attribute='0') %}
    (
        {{ sql_literal(row[0]) }}, {{ sql_literal(row[1]) }}, {{ row[2] }}, {{ sql_literal(row[3]) }}, {{ 'null' if row[4] is none else row[4] | lower }},
        {{ sql_literal(row[5]) }}, {{ sql_literal(row[6]) }}
    ){{ ',' if not loop.last }}
    {%- endfor %}
    {%- if not rows %}
    (null::varchar, null::varchar, null::integer, null::varchar, null::boolean, null::varchar, null::varchar)
    {%- endif %}
),

examples as (
    {%- for table in tables %}
    select '{{ table }}' as table_name, column_name, example
    from (
        unpivot (
            select
                {%- for row in rows if row[0] == table and row[1] %}
                (
                    select left(replace({{ row[1] }}::varchar, chr(10), ' '), 80)
                    from {{ ref(table) }}
                    where {{ row[1] }} is not null
                    limit 1
                ) as {{ row[1] }},
                {%- endfor %}
                'unused' as "unused"
        ) on columns(*) into name column_name value example
    )
    {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select
    documented.table_name,
    documented.column_name,
    documented.position::integer as position,
    documented.data_type,
    documented.is_nullable::boolean as is_nullable,
    documented.description_en,
    documented.description_ar,
    examples.example
from documented
left join examples using (table_name, column_name)
order by documented.table_name, documented.position
