"""A pack beside a copy that nobody signed: only the numbers of the issues can be compared."""

import pytest

from reader.ui.surroundings import Surroundings
from tests import packs
from tests.walks.test_packs import bring, issue, said


@pytest.mark.parametrize(
    ("version", "told"), [(2026010201, "The same issue as the one you have"), (2026010301, "Newer than")]
)
def test_the_same_number_is_not_called_newer(open_window, qtbot, tmp_path, monkeypatch, version, told):
    monkeypatch.setattr(Surroundings, "trusted_keys", lambda _self: packs.KEYS)
    window = open_window(interface="en")
    assert told in said(bring(window, qtbot, issue(version), tmp_path))
