-- A correction that fits nobody, or several people, does nothing: whoever wrote it should know. It warns and does not block.
{{ config(severity='warn') }}

select action, target, reason
from {{ ref('int_person_corrections') }}
where person_id is null or (action in ('merge', 'split') and target_person_id is null)
