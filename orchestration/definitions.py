"""What Dagster loads (`workspace.yaml`): the house for the settings of this environment."""

from __future__ import annotations

from assets.settings import Settings
from orchestration.house import build

defs = build(Settings.from_environment())
