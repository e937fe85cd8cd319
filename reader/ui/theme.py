"""One theme: colours from a TOML file, as a palette and a style sheet for the window."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from reader.ui.text_size import scaled

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Theme:
    """What each colour is for; all ``#rrggbb``.

    Attributes:
        name: name of its file.
        dark: whether light text stands on a dark page.
        paper: the page.
        desk: fields and buttons that rest on the bars.
        side: bars and side column.
        ink: text.
        soft: secondary text.
        pale: passage numbers.
        line: rules and borders.
        accent: links, focus, what is chosen.
        wash: background of what is chosen.
        hit: background of a match.
        current: background of the match one stands on.
        tick: a match on the scroll bar.
        hit_ink: text on a match.
        alarm: what must not be overlooked.
        alarm_wash: background of such a thing.
    """

    name: str
    dark: bool
    paper: str
    desk: str
    side: str
    ink: str
    soft: str
    pale: str
    line: str
    accent: str
    wash: str
    hit: str
    current: str
    tick: str
    hit_ink: str
    alarm: str
    alarm_wash: str

    @classmethod
    def load(cls, folder: Path, name: str) -> Theme:
        """Read a theme file.

        Args:
            folder: where the theme files are.
            name: file name without its ending.

        Raises:
            OSError: there is no such theme.
        """
        with (folder / f"{name}.toml").open("rb") as file:
            return cls(name=name, **tomllib.load(file))

    @property
    def colours(self) -> dict[str, str]:
        """What each colour is, by name."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if str(value).startswith("#")}

    def palette(self) -> QPalette:
        """Return the palette for every widget.

        The inactive group is the same, or a selection would turn grey when the search field has focus.
        """
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, colour in (
            (roles.Window, self.side),
            (roles.WindowText, self.ink),
            (roles.Base, self.paper),
            (roles.AlternateBase, self.desk),
            (roles.Text, self.ink),
            (roles.PlaceholderText, self.soft),
            (roles.Button, self.side),
            (roles.ButtonText, self.ink),
            (roles.ToolTipBase, self.paper),
            (roles.ToolTipText, self.ink),
            (roles.Highlight, self.wash),
            (roles.HighlightedText, self.ink),
            (roles.Link, self.accent),
            (roles.LinkVisited, self.accent),
            (roles.Mid, self.line),
            (roles.Accent, self.accent),
        ):
            palette.setColor(role, QColor(colour))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.soft))
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet for the window's frame; the page styles itself."""
        return f"""
        QMainWindow, #bar, #status {{ background: {self.side}; }}
        #bar {{ border-bottom: 1px solid {self.line}; }}
        #status {{ border-top: 1px solid {self.line}; }}
        #status QLabel {{ color: {self.soft}; font-size: {scaled(12)}px; padding: 0 2px; }}
        #status #verdict {{ color: {self.ink}; font-weight: bold; font-size: {scaled(12)}px;
            border: 2px solid transparent;
            border-radius: 6px; padding: 1px 6px; background: transparent; }}
        #status #verdict[tone="good"] {{ color: {self.accent}; }}
        #status #verdict[tone="bad"] {{ color: {self.alarm}; }}
        #status #verdict:hover {{ background: {self.desk}; }}
        #status #verdict:focus {{ border-color: {self.accent}; }}
        #side {{ background: {self.side}; border: none; }}
        #area, #sideEdge {{ background: {self.line}; }}
        QListView {{ background: {self.side}; border: none; outline: none; }}
        QToolButton {{ border: 2px solid transparent; border-radius: 8px; padding: 5px; color: {self.ink}; }}
        QToolButton:hover {{ background: {self.desk}; }}
        QToolButton:checked {{ background: {self.wash}; color: {self.accent}; }}
        QToolButton:focus {{ border-color: {self.accent}; }}
        QToolButton:disabled {{ color: {self.soft}; }}
        QToolButton::menu-indicator {{ image: none; width: 0; }}
        #languages, #segments {{ border: 1px solid {self.line}; border-radius: 9px;
            background: {self.desk}; }}
        #languages QToolButton, #segments QToolButton {{ border-radius: 7px; padding: 4px 11px;
            color: {self.soft}; }}
        #languages QToolButton:checked, #segments QToolButton:checked {{ background: {self.wash};
            color: {self.accent}; font-weight: bold; }}
        #search {{ border: 1px solid {self.line}; border-radius: 9px; background: {self.paper};
            padding: 1px; }}
        #search[focused="true"] {{ border: 2px solid {self.accent}; padding: 0; }}
        #search QLineEdit {{ border: none; background: transparent; color: {self.ink};
            font-size: {scaled(15)}px; selection-background-color: {self.wash};
            selection-color: {self.ink}; }}
        #search QLabel {{ color: {self.soft}; border: 1px solid {self.line}; border-radius: 5px;
            padding: 1px 6px; font-size: {scaled(11)}px; }}
        #search #glass {{ border: none; padding: 0; }}
        #filters QToolButton, #offers QToolButton, #completions QToolButton, #example QToolButton {{
            border: 2px solid transparent; border-radius: 12px; padding: 2px 9px; font-size: {scaled(12)}px;
            color: {self.soft}; background: transparent; }}
        #filters QToolButton {{ border: 1px solid {self.line}; padding: 3px 10px; }}
        #offers QToolButton {{ color: {self.accent}; background: {self.wash}; border-color: {self.wash};
            font-weight: bold; }}
        #offers QToolButton[quiet="true"] {{ color: {self.soft}; background: transparent;
            border: 1px solid {self.line}; padding: 3px 10px; font-weight: normal; }}
        #completions QToolButton, #example QToolButton {{ color: {self.accent}; border-color: transparent;
            padding: 2px 5px; font-size: {scaled(13)}px; }}
        #completions QLabel {{ border: 1px solid {self.line}; border-radius: 5px; padding: 1px 6px;
            font-size: {scaled(11)}px; }}
        #filters QToolButton:hover, #offers QToolButton:hover, #completions QToolButton:hover,
            #example QToolButton:hover {{ background: {self.desk}; }}
        #filters QToolButton:checked {{ background: {self.wash}; color: {self.accent}; font-weight: bold;
            border-color: {self.wash}; }}
        #filters QToolButton:focus, #offers QToolButton:focus, #completions QToolButton:focus,
            #example QToolButton:focus {{ border: 2px solid {self.accent}; }}
        #filters QToolButton:focus, #offers QToolButton[quiet="true"]:focus {{ padding: 2px 9px; }}
        #examples, #examples > QWidget > QWidget {{ background: transparent; }}
        QToolButton#small {{ padding: 2px 0; font-size: {scaled(12)}px; color: {self.soft};
            border-radius: 6px; }}
        QToolButton#small:checked {{ color: {self.accent}; }}
        QToolButton#small:focus {{ border-color: {self.accent}; }}
        #goTo {{ background: {self.side}; border-bottom: 1px solid {self.line}; }}
        #goTo QLineEdit {{ border: 1px solid {self.line}; border-radius: 7px; padding: 5px 9px;
            background: {self.paper}; color: {self.ink}; }}
        #goTo QLineEdit:focus {{ border-color: {self.accent}; }}
        #goTo #fault {{ color: {self.alarm}; }}
        #notice {{ background: {self.wash}; border-bottom: 1px solid {self.line}; }}
        #notice QLabel {{ color: {self.ink}; }}
        #notice QPushButton {{ border: 1px solid {self.line}; border-radius: 7px; padding: 4px 12px;
            background: {self.paper}; color: {self.ink}; }}
        #notice QPushButton:focus {{ border-color: {self.accent}; }}
        #panel QLabel {{ color: {self.soft}; font-size: {scaled(13)}px; }}
        #panel QLabel#said {{ color: {self.ink}; font-weight: bold; }}
        #sheetCard {{ background: {self.paper}; border: 1px solid {self.line}; border-radius: 14px; }}
        #sheetCard QLabel {{ color: {self.ink}; font-size: {scaled(14)}px; background: transparent; }}
        #sheetCard #sheetTitle {{ font-size: {scaled(18)}px; font-weight: bold; }}
        #sheetCard #sheetSoft {{ color: {self.soft}; font-size: {scaled(13)}px; }}
        #sheetCard #sheetNumber {{ font-size: {scaled(16)}px; selection-background-color: {self.wash};
            selection-color: {self.ink}; }}
        #sheetCard #sheetFault {{ color: {self.alarm}; }}
        #segments QToolButton {{ padding: 4px 2px; border: 2px solid transparent;
            font-size: {scaled(14)}px; }}
        #segments QToolButton:focus {{ border: 2px solid {self.accent}; }}
        #sheetCard QLineEdit {{ border: 1px solid {self.line}; border-radius: 9px; padding: 7px 10px;
            font-size: {scaled(14)}px; background: {self.desk}; color: {self.ink};
            selection-background-color: {self.wash}; selection-color: {self.ink}; }}
        #sheetCard QLineEdit:focus {{ border: 2px solid {self.accent}; padding: 6px 9px; }}
        #sheetCard QListWidget {{ background: {self.paper}; border: 1px solid {self.line};
            border-radius: 9px; padding: 4px; }}
        #sheetCard QListWidget:focus {{ border: 2px solid {self.accent}; padding: 3px; }}
        #option {{ border: 1px solid {self.line}; border-radius: 10px; margin: 1px; }}
        #option[chosen="true"] {{ border-color: {self.accent}; background: {self.wash}; }}
        #option[focused="true"] {{ border: 2px solid {self.accent}; margin: 0; }}
        #option QRadioButton {{ font-size: {scaled(14)}px; font-weight: bold; color: {self.ink};
            outline: none; background: transparent; }}
        #option QRadioButton::indicator {{ width: {scaled(10)}px; height: {scaled(10)}px;
            border: 2px solid {self.soft}; border-radius: {scaled(10) // 2 + 2}px;
            background: {self.paper}; }}
        #option QRadioButton::indicator:checked {{ width: {scaled(6)}px; height: {scaled(6)}px;
            border: 4px solid {self.accent}; border-radius: {scaled(6) // 2 + 4}px; }}
        #sheetScroll, #sheetScroll > QWidget > QWidget {{ background: transparent; }}
        #sheetCard QListWidget#disk {{ background: {self.paper}; border: 1px solid {self.line};
            border-radius: 9px; padding: 4px; }}
        QListWidget#disk::item {{ padding: 7px 8px; border-radius: 6px; color: {self.ink}; }}
        QListWidget#disk::item:selected {{ background: {self.wash}; color: {self.accent}; }}
        #sheetCard QProgressBar {{ background: {self.desk}; border: none; border-radius: 4px;
            min-height: 8px; max-height: 8px; }}
        #sheetCard QProgressBar::chunk {{ background: {self.accent}; border-radius: 4px; }}
        #driveBox {{ background: {self.paper}; border: 1px solid {self.accent}; border-radius: 10px; }}
        #sheetCard #driveName {{ font-weight: bold; }}
        #verdictBox {{ background: {self.desk}; border: 1px solid {self.line}; border-radius: 10px; }}
        #verdictBox[tone="good"] {{ background: {self.wash}; border-color: {self.wash}; }}
        #verdictBox[tone="bad"] {{ background: {self.alarm_wash}; border-color: {self.alarm_wash}; }}
        #verdictBox #verdictName {{ font-weight: bold; }}
        #verdictBox #verdictMark {{ padding: 0; }}
        #verdictBox[tone="bad"] QLabel {{ color: {self.alarm}; }}
        #sheetCard QPushButton {{ border: 1px solid {self.line}; border-radius: 9px; padding: 8px 18px;
            font-size: {scaled(14)}px; color: {self.ink}; background: {self.paper}; }}
        #sheetCard QPushButton:hover {{ background: {self.desk}; }}
        #sheetCard QPushButton#main {{ background: {self.accent}; border-color: {self.accent};
            color: {self.paper}; font-weight: bold; }}
        #sheetCard QPushButton:focus {{ border: 2px solid {self.accent}; padding: 7px 17px; }}
        #sheetCard QPushButton#main:focus {{ border-color: {self.ink}; }}
        #sheetCard QPushButton:disabled, #sheetCard QPushButton#main:disabled {{ color: {self.soft};
            background: {self.desk}; border: 1px dashed {self.line}; font-weight: normal; }}
        #bubble {{ background: {self.paper}; border: 1px solid {self.soft}; border-radius: 9px; }}
        QMenu {{ background: {self.paper}; color: {self.ink}; border: 1px solid {self.line}; padding: 5px; }}
        QMenu::item {{ padding: 6px 22px; border-radius: 5px; }}
        QMenu::item:selected {{ background: {self.wash}; color: {self.accent}; }}
        QMenu::item:disabled {{ color: {self.soft}; }}
        QMenu::separator {{ height: 1px; background: {self.line}; margin: 5px 8px; }}
        QToolTip {{ background: {self.paper}; color: {self.ink}; border: 1px solid {self.line};
            padding: 3px; }}
        QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
        #area QScrollBar:vertical {{ background: {self.paper}; }}
        QScrollBar::handle:vertical {{ background: {self.line}; border-radius: 4px; min-height: 36px;
            margin: 2px; }}
        QScrollBar::handle:vertical:hover {{ background: {self.soft}; }}
        QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
            background: transparent; height: 0; }}
        """


def names(folder: Path) -> list[str]:
    """Return the names of the themes there are.

    Args:
        folder: where the theme files are.
    """
    return sorted(path.stem for path in folder.glob("*.toml"))
