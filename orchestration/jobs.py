"""Jobs: which assets make one run, and where its steps are executed."""

from __future__ import annotations

import dagster as dg

#: Everything, from the folder of raw files to the published database.
REFRESH = "refresh"

# In one process: of a small run 85% are imports, and each further process pays them again; what is
# heavy (the reader, dbt) has processes of its own anyway. It also is what lets one lock cover the
# whole run.
executor = dg.in_process_executor

refresh = dg.define_asset_job(
    REFRESH,
    selection=dg.AssetSelection.all(),
    executor_def=executor,
    description="Raw articles to published tables: intake, reading, models, checks, publication.",
)
