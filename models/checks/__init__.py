"""What is wrong or missing in a project, and the repairs for what can be repaired.

`faults` names every kind of finding, `checking` finds them, `repairing` says what the repair of one or of all changes.
"""

from models.checks.checking import check
from models.checks.finding import Finding

__all__ = ["Finding", "check"]
