{#- Several columns taken together name a row of another table. A column that is called otherwise there is given as
    `here as there`. -#}
{% test relationship_together(model, columns, to) %}
{%- set theirs = [] %}
{%- for column in columns %}{% do theirs.append((column.split(' as ') | last) | trim) %}{% endfor %}
with children as (
    select distinct {{ columns | join(', ') }} from {{ model }}
)

select children.*
from children
left join {{ to }} as parents using ({{ theirs | join(', ') }})
where
    {%- for column in theirs %}
    children.{{ column }} is not null and
    {%- endfor %}
    parents.{{ theirs[0] }} is null
{% endtest %}
