"""The short walk of random gestures; the long one is `python -m tests.gestures`."""

import subprocess
import sys


def test_some_hundred_gestures_by_mouse_and_keys_meet_no_error() -> None:
    command = [sys.executable, "-m", "tests.gestures", "600", "--seed", "11"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "600 gestures with seed 11" in done.stdout
