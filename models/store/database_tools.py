"""sqlite_utils without pandas and numpy.

sqlite_utils loads both where they are installed, as they may be for exports, to accept their numbers as values. Nothing
here has such numbers, and loading them would delay every start by seconds.
"""

import sys

_ABSENT = [name for name in ("pandas", "numpy") if name not in sys.modules]

for name in _ABSENT:
    sys.modules[name] = None  # type: ignore[assignment]  # Python's way to say that it cannot be imported
try:
    from sqlite_utils import Database
finally:
    for name in _ABSENT:
        del sys.modules[name]

__all__ = ["Database"]
