-- What a person should look at first: rows of low confidence that much rests on. Corrections go to dbt_project/seeds.
(
    select
        'people' as table_name,
        person_id as row_id,
        name_ar as what,
        confidence,
        mention_count as weight
    from marts.people
    order by mention_count * (1 - confidence) desc, person_id
    limit 10
)
union all
(
    select
        'meetings',
        meeting_id,
        label,
        confidence,
        article_count
    from marts.meetings
    order by article_count * (1 - confidence) desc, meeting_id
    limit 10
)
union all
(
    select
        'statements',
        statement_id,
        speaker_name || ': ' || left(text, 60),
        confidence,
        1
    from marts.statements
    order by confidence, statement_id
    limit 10
)
order by table_name, confidence, row_id;
