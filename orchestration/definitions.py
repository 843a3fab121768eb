"""What Dagster loads: `dagster dev -w workspace.yaml`, or `orchestration.run`."""

from __future__ import annotations

import dagster as dg

from assets import models
from assets.settings import Settings
from orchestration.console import console
from orchestration.jobs import executor, refresh
from orchestration.resources import House
from orchestration.stages import dbt_resource, intake_stage, models_stage, reading_stage


def build(settings: Settings) -> dg.Definitions:
    """All definitions for these settings; makes dbt's manifest if it is missing or old."""
    stages = dg.Definitions(
        assets=[intake_stage, reading_stage, models_stage(models.prepare(settings))],
        jobs=[refresh],
        executor=executor,
        loggers={"console": console},
        resources={"house": House(), "dbt": dbt_resource(settings)},
    )
    return stages


defs = build(Settings.from_environment())
