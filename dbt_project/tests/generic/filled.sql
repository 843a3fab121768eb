{#- None of the columns is ever empty. One query for all of them: many small tests cost more than they tell. -#}
{% test filled(model, columns) %}
select
    {%- for column in columns %}
    count(*) - count({{ column }}) as {{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
from {{ model }}
having
    {%- for column in columns %}
    count({{ column }}) < count(*){{ ' or' if not loop.last }}
    {%- endfor %}
{% endtest %}
