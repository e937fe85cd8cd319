"""What every edition has in common, whatever its form: it tells how far it is, and can be cancelled."""

from __future__ import annotations

import pytest

from reader import editions, paths
from reader.wording import Wording
from tests.share.briefings import signed_desk


class Cancelled(Exception):
    """Raised by whoever no longer wants the edition."""


@pytest.fixture
def book(tmp_path):
    return signed_desk(tmp_path)


def make(book, form, progress):
    wordings = {each: Wording.load(each, paths.resources() / "translations") for each in ("fa", "en")}
    return editions.edition(book, editions.FORMS[form], ("fa", "en"), wordings, progress)


@pytest.mark.parametrize("form", editions.FORMS)
def test_it_tells_how_far_it_is(book, form):
    told: list[float] = []
    assert make(book, form, told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    assert len(set(told)) > len(book.briefing.documents)


@pytest.mark.parametrize("form", editions.FORMS)
@pytest.mark.parametrize("moment", [0, 1, 3])
def test_who_raises_meanwhile_cancels_it(book, form, moment):
    told: list[float] = []

    def progress(part: float) -> None:
        told.append(part)
        if len(told) > moment:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(book, form, progress)
    assert len(told) == moment + 1


def test_a_briefing_in_other_languages_is_spoken_of_in_english():
    assert editions.spoken(("fr", "ar")) == ("en",)
    assert editions.spoken(("en", "fr", "fa")) == ("en", "fa")
