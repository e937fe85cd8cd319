"""What the window stands in: fonts, themes, languages and icons, from the resources folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

from reader.ui.text_size import interface_font
from reader.ui.theme import Theme
from reader.ui.translations import Speech, Translator
from reader.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from reader.actions import Action
    from reader.memory.memory import Kept
    from reader.security.trusted_keys import TrustedKeys

FAMILY = "Vazirmatn"


class Surroundings:
    """Gives the window what it is dressed in.

    Args:
        application: the running application.
        resources: the resources folder.
        data: the folder for what may be remembered; None where nothing can be.
        kept: a memory that was opened at the start, and what it held.
    """

    def __init__(
        self,
        application: QApplication,
        resources: Path,
        data: Path | None = None,
        kept: Kept | None = None,
    ) -> None:
        self._application = application
        self._resources = resources
        self.data, self.kept = data, kept
        self._wordings: dict[str, Wording] = {}
        self._translator: Translator | None = None
        self.icons = resources / "icons"
        self._families: set[str] = set()
        self.load_face(FAMILY)
        application.setFont(interface_font(FAMILY))

    def follow_text_size(self) -> bool:
        """Take the size of text that is chosen for the whole system now.

        Returns:
            Whether it is another than before.
        """
        font = interface_font(FAMILY)
        if font.pixelSize() == self._application.font().pixelSize():
            return False
        self._application.setFont(font)
        return True

    def load_face(self, family: str) -> None:
        """Make a font family available; the book face is read only when it is asked for.

        Args:
            family: its files are named after it.
        """
        if family not in self._families:
            self._families.add(family)
            for font in sorted((self._resources / "fonts").glob(f"{family}-*.ttf")):
                QFontDatabase.addApplicationFont(str(font))

    def theme(self, name: str) -> Theme:
        """Return a theme, and put its colours on the application."""
        theme = Theme.load(self._resources / "themes", name)
        self._application.setPalette(theme.palette())
        self._application.setStyleSheet(theme.style_sheet())
        return theme

    def speak(self, language: str) -> Speech:
        """Make the application speak a language."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        speech = Speech(self.wording(language))
        self._translator = speech.install(self._application)
        return speech

    def wording(self, language: str) -> Wording:
        """Return the sentences of a language."""
        if language not in self._wordings:
            known = language if language in LANGUAGES else "en"
            self._wordings[language] = Wording.load(known, self._resources / "translations")
        return self._wordings[language]

    def say(self, language: str, context: str, sentence: str) -> str:
        """Say one sentence in a language that need not be the window's."""
        return self.wording(language).say(context, sentence)

    def digits(self, language: str, number: str) -> str:
        """Write a number with a language's digits."""
        return self.wording(language).digits(number)

    def actions(self) -> tuple[Action, ...]:
        """Return the table of everything that can be done."""
        from reader.actions import read_actions

        return read_actions(self._resources / "keyboard" / "actions.toml")

    def trusted_keys(self) -> TrustedKeys:
        """Return the publishers whose signatures count.

        Raises:
            KeyUnreadable: the list is damaged.
        """
        from reader.security.trusted_keys import TrustedKeys

        return TrustedKeys.load(self._resources / "keys")

    def twins(self) -> dict[str, str]:
        """Return the Persian letter on the key of each Latin one that a shortcut uses."""
        from reader.actions import read_twins

        return read_twins(self._resources / "keyboard" / "twins.toml")
