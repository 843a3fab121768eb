{#- The form under which two printed names are compared: marks out, letter variants and digits equal, single spaces.
    The same rule as reader.text.key but for # and _ of hashtags (a test holds the two against each other). -#}
{% macro fold_arabic(text) -%}
    trim(regexp_replace(lower(translate(
        regexp_replace({{ text }}, '[\x{0610}-\x{061A}\x{064B}-\x{065F}\x{0670}\x{06D6}-\x{06ED}\x{0640}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{00AD}\x{FEFF}]', '', 'g'),
        'أإآٱٲٳىیےۍئةۀۃەہھؤڤڥﭪگکڭݣچژپ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
        'اااااايييييههههههوفففككككججب01234567890123456789')),
        '[\s\x{00A0}\x{2002}\x{2003}\x{2007}\x{2009}\x{202F}]+', ' ', 'g'))
{%- endmacro %}
