"""Dagster wiring only: what is materialized when, under which checks, and how it is shown. Nobody
imports this room.
"""

from __future__ import annotations

import os

# Before any of these libraries is imported: nothing calls home.
os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
os.environ.setdefault("DBT_SEND_ANONYMOUS_USAGE_STATS", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("GX_ANALYTICS_ENABLED", "False")
