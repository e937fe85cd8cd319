"""The bar above the page: contents, history, search, languages, text size, theme and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.ui.key_menu import KeyMenu
from reader.ui.search_field import SearchField
from reader.ui.text_size import BAR_HEIGHT, scaled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QIcon, QResizeEvent

_WIDEST_SEARCH = 560
_ICON, _ICONS_MOST = 20, 1.3
"""Pixels of an icon, and how many times that it grows: with more, the bar would hold no words."""


_NARROW = 680
"""Pixels below which less used buttons give their room to the search, and go into the menu of the rest."""
_NARROWEST = 540
"""Pixels below which the languages do so too."""


class TopBar(QWidget):
    """The bar.

    Args:
        actions: the window's actions by name.
        parent: the window.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self.search = SearchField(self)
        self._buttons = {
            name: self._button(actions[name]) for name in ("contents", "back", "forward", "theme")
        }
        self._size = self._menu_button(
            "zoom_in", "zoom_out", "zoom_reset", "", "face", "line_spacing", "measure"
        )
        self._more = self._menu_button(
            *("find", "go_to", "cite", "meaning", "terms", ""),
            *("bookmark", "bookmarks", "settings", ""),
            *("copy_to_stick", "take_away", ""),
            *("about_copy", "open_pack", "check_copy", ""),
            *("interface", "caret", "full_screen", ""),
            *("help", "quit", "leave"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for name in ("contents", "back", "forward"):
            row.addWidget(self._buttons[name])
        row.addStretch(1)
        row.addWidget(self.search, 40)
        row.addStretch(1)
        self._languages = self._language_buttons()
        row.addWidget(self._languages)
        row.addWidget(self._size)
        row.addWidget(self._buttons["theme"])
        row.addWidget(self._more)
        self.measure()
        self.retranslate()

    def measure(self) -> None:
        """Be as large as the size of text asks for."""
        self.setFixedHeight(scaled(BAR_HEIGHT))
        self.search.setMaximumWidth(scaled(_WIDEST_SEARCH))
        self.search.measure()
        icon = QSize(1, 1) * scaled(_ICON, _ICONS_MOST)
        for button in self._buttons.values():
            button.setIconSize(icon)
            button.setFixedSize(scaled(38, _ICONS_MOST), scaled(38))
        for button in (self._size, self._more):
            button.setIconSize(icon)
            button.setMinimumWidth(scaled(44, _ICONS_MOST))
            button.setFixedHeight(scaled(38))
        self._languages.setFixedHeight(scaled(36))
        if self.isVisible():
            self._make_room()

    def retranslate(self) -> None:
        """Speak the language of the window."""
        self.search.retranslate()
        self._actions["both"].setIconText(self.tr("Both"))
        self._size.setText(self.tr("Aa"))
        self._size.setToolTip(self.tr("Size and face of the text"))
        self._more.setToolTip(self.tr("More"))
        for button in (self._size, self._more):
            button.setAccessibleName(button.toolTip())
            button.menu().setAccessibleName(button.toolTip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put into the menu what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for names, shown in (
            (("persian", "both", "english"), self.width() >= scaled(_NARROWEST)),
            (("back", "forward", "theme"), self.width() >= scaled(_NARROW)),
        ):
            self._move_into_menu(names, into=not shown)
            for widget in {self._buttons.get(name, self._languages) for name in names}:
                widget.setVisible(shown)

    def _move_into_menu(self, names: tuple[str, ...], *, into: bool) -> None:
        menu = self._more.menu()
        first = menu.actions()[0]
        for name in names:
            if not into:
                menu.removeAction(self._actions[name])
            elif self._actions[name] not in menu.actions():
                menu.insertAction(first, self._actions[name])

    def set_icons(self, icons: Mapping[str, QIcon]) -> None:
        """Show the icons, drawn for the present theme and direction."""
        for name in self._buttons:
            # On the action: a button takes its icon from there whenever the action changes.
            self._actions[name].setIcon(icons[name])
        self._more.setIcon(icons["more"])
        self.search.set_icon(icons["search"])

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _menu_button(self, *names: str) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = KeyMenu(button)
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        button.setMenu(menu)
        return button

    def _language_buttons(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("languages")
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        # A language is named in itself, so that whoever reads it can find it.
        for name, said in (("persian", "فارسی"), ("both", ""), ("english", "English")):
            button = QToolButton(frame)
            button.setDefaultAction(self._actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            if said:
                self._actions[name].setIconText(said)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        return frame
