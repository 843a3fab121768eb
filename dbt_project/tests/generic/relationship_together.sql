{#- Several columns taken together name a row of another table. -#}
{% test relationship_together(model, columns, to) %}
select distinct {{ columns | join(', ') }}
from {{ model }}
where
    {%- for column in columns %}
    {{ column }} is not null{{ ' and' if not loop.last }}
    {%- endfor %}
except
select {{ columns | join(', ') }} from {{ to }}
{% endtest %}
