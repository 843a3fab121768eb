-- Who denies, accuses and warns: speech acts by speaker.
select
    speaker_name,
    speaker_kind,
    count(*) filter (where cue_class = 'deny') as denials,
    count(*) filter (where cue_class = 'accuse') as accusations,
    count(*) filter (where cue_class = 'warn') as warnings,
    count(*) filter (where cue_class = 'demand') as demands,
    count(*) as utterances
from marts.statements
where repeats is null
group by speaker_name, speaker_kind
having denials + accusations + warnings + demands > 0
order by denials + accusations + warnings + demands desc, speaker_name
limit 30;
