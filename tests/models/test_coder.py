"""The coder's initials are taken from the login name until somebody says otherwise."""

import getpass

import pytest

from models.coder import NOBODY, default_coder, initials


@pytest.mark.parametrize(
    ("login", "short"),
    [("jane.doe", "JD"), ("anna", "AN"), ("x", "X"), ("Ida Marie Brekke Holm", "IMB"), ("user1", "US"), ("åse", "ÅS")],
)
def test_initials_stand_for_a_login_name(login: str, short: str) -> None:
    assert initials(login) == short


@pytest.mark.parametrize("login", ["", "1234", "_"])
def test_a_login_without_letters_still_gives_a_coder(login: str) -> None:
    assert initials(login) == NOBODY


@pytest.mark.parametrize("error", [KeyError, OSError])
def test_a_machine_without_a_login_name_still_gives_a_coder(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", fail)
    assert default_coder() == NOBODY
