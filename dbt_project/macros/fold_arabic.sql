{#- The form under which two printed names are compared: marks out, letter variants equal, single spaces.
    The same rule as reader.text.key, which made the keys that arrive from the reader. -#}
{% macro fold_arabic(text) -%}
    trim(regexp_replace(lower(translate(
        regexp_replace({{ text }}, '[\x{0610}-\x{061A}\x{064B}-\x{065F}\x{0670}\x{06D6}-\x{06ED}\x{0640}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{00AD}\x{FEFF}]', '', 'g'),
        'أإآٱىیةؤئڤگکچپ', 'ااااييهويفككجب')), '\s+', ' ', 'g'))
{%- endmacro %}
