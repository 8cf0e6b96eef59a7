"""Times are told alike everywhere, and where the coder is."""

import time
from datetime import UTC, datetime

import pytest

from models.times import in_words


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
def test_a_time_is_told_in_the_time_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as there:
        there.setenv("TZ", "JST-9")
        time.tzset()
        assert in_words(datetime(2026, 11, 26, 23, 37, tzinfo=UTC)) == "27 Nov 2026 08:37"
    time.tzset()
