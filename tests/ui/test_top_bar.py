"""The bar in a narrow window: the search keeps its room, and nothing is lost."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("interface", ["fa", "en"])
@pytest.mark.parametrize(
    ("width", "moved"),
    [
        (900, set()),
        (600, {"back", "forward", "theme"}),
        (480, {"back", "forward", "theme", "persian", "both", "english"}),
    ],
)
def test_what_has_no_room_is_in_the_menu(open_window, interface, width, moved):
    window = open_window(interface=interface, place="guide", size=(width, 640))
    bar = window._bar
    listed = bar._more.menu().actions()
    for name in ("back", "forward", "theme", "persian", "both", "english"):
        action = window._actions[name]
        assert (action in listed) == (name in moved)
        shown = bar._buttons.get(name, bar._languages)
        assert shown.isVisible() == (name not in moved)
        assert action.text()
    assert bar.search.width() >= 150
    window.resize(1180, 640)
    assert window._actions["theme"] not in bar._more.menu().actions()
    assert bar._languages.isVisible()
