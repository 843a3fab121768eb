"""How the house is put together: every stage, check, job and resource, for given settings.

Here: the assembly. Not here: what the parts are (their modules), the instance
(`orchestration.instance`).
"""

from __future__ import annotations

import dagster as dg

from assets import models
from assets.settings import Settings
from orchestration.checks import quality_checks
from orchestration.console import console
from orchestration.jobs import executor, refresh
from orchestration.policies import schedules_and_sensors, with_freshness
from orchestration.publishing import publication_stage
from orchestration.resources import House
from orchestration.stages import (
    dbt_resource,
    intake_stage,
    models_stage,
    reader_accuracy,
    reading_stage,
)


def build(settings: Settings) -> dg.Definitions:
    """All definitions for these settings; makes dbt's manifest if it is missing or old."""
    dbt_models = models_stage(models.prepare(settings))
    expectations = quality_checks()
    marts = [key for key in dbt_models.keys if key.path[0] == "marts"]
    gates = [spec for checks in (dbt_models, *expectations) for spec in checks.check_specs]
    schedules, sensors = schedules_and_sensors()
    publication = publication_stage(marts, gates)
    stages = [intake_stage, reading_stage, reader_accuracy, dbt_models, publication]
    return dg.Definitions(
        assets=dg.map_asset_specs(with_freshness, stages),
        asset_checks=expectations,
        jobs=[refresh],
        schedules=schedules,
        sensors=sensors,
        executor=executor,
        loggers={"console": console},
        resources={"house": House(), "dbt": dbt_resource(settings)},
    )
