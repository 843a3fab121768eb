with mentions as (
    select * from {{ ref('stg_reading__person_mentions') }}
),

identified as (
    select article_id, person_no, person_id from {{ ref('int_identified_people') }}
)

select
    mentions.mention_id,
    identified.person_id,
    mentions.article_id,
    mentions.surface,
    mentions.title,
    mentions.organization,
    mentions.country,
    mentions.char_start,
    mentions.char_end
from mentions
inner join identified using (article_id, person_no)
order by mentions.article_id, mentions.char_start
