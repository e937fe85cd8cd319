"""The briefing of this program as an HTML edition, made once."""

from __future__ import annotations

import pytest

from tests.share.briefings import made, own_desk


@pytest.fixture(scope="package")
def whole_desk():
    return own_desk()


@pytest.fixture(scope="package")
def edition(whole_desk):
    return made(whole_desk, "fa", "en")
