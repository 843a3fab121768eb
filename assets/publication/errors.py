"""Why there is no new publication; in every case the last one stays."""

from __future__ import annotations

from collections.abc import Sequence


class PublicationFailed(RuntimeError):
    """The version could not be built; the last published one stays as it is."""


class PublicationRefused(PublicationFailed):
    """A critical rule failed, so there is no publication; the last one stays. `refusals` names the
    rules.
    """

    def __init__(self, refusals: Sequence[str]) -> None:
        self.refusals = list(refusals)
        shown = "; ".join(self.refusals[:5]) + ("; …" if len(self.refusals) > 5 else "")
        super().__init__(
            f"Not published, the last version stays: {len(self.refusals)} critical checks did not pass ({shown})."
        )
