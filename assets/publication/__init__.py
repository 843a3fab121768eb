"""Publication: audited marts into a new versioned file, swapped in atomically behind one link.

Read `publish` first (whether there is anything new, then build, audit, swap); `database` is the
file that analysts open, `versions` the folder that they find it in. Not here: the rules of the
audit (`expectations`; the caller passes them in), the search index (`assets.search`), the report's
pictures (`assets.report`).
"""

from assets.publication.errors import PublicationFailed, PublicationRefused
from assets.publication.publish import code_version, run
from assets.publication.versions import Publication, clean, current

__all__ = [
    "Publication",
    "PublicationFailed",
    "PublicationRefused",
    "clean",
    "code_version",
    "current",
    "run",
]
