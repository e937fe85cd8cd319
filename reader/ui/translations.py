"""The window's language: our words, Qt's own words, digits, dates and direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCalendar, QDate, QLibraryInfo, QLocale, Qt, QTranslator

from reader.text.direction import is_right_to_left

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from reader.wording import Wording


class Translator(QTranslator):
    """Gives Qt our sentences, then Qt's own translation, except for the names of keys.

    Qt's Persian file translates "Ctrl" to a word that stands on no keyboard, so the context of key
    names is answered with the word as it is.

    Args:
        wording: our sentences.
        parent: the owner.
    """

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._qt = QTranslator()
        self._has_qt = self._qt.load(
            f"qtbase_{wording.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        )

    def isEmpty(self) -> bool:
        """Whether there is nothing to say; Qt then never asks."""
        return False

    def translate(  # type: ignore[override]
        self,
        context: bytes | bytearray | memoryview | str,
        sourceText: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str | None:
        """Translate one sentence.

        Returns:
            The translation, or None to leave the sentence as it is.
        """
        where, sentence = str(context), str(sourceText)
        if where == "QShortcut":
            return None
        said = self._wording.say(where, sentence, n)
        if said != sentence:
            return said
        if self._has_qt:
            return self._qt.translate(context, sourceText, disambiguation, n) or None  # type: ignore[arg-type]
        return None


class Speech:
    """How the window speaks: one language, its digits, its calendar, its direction.

    Args:
        wording: our sentences in that language.
    """

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.language = wording.language
        self.locale = QLocale("fa_IR" if wording.language == "fa" else "en_GB")
        right_to_left = is_right_to_left(wording.language)
        self.direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight

    @property
    def is_right_to_left(self) -> bool:
        """Whether the window is mirrored."""
        return self.direction == Qt.LayoutDirection.RightToLeft

    def install(self, application: QApplication) -> Translator:
        """Make the application speak this language; the caller removes the translator of the one before.

        Args:
            application: the running application.
        """
        translator = Translator(self.wording, application)
        application.installTranslator(translator)
        QLocale.setDefault(self.locale)
        application.setLayoutDirection(self.direction)
        return translator

    def name_of(self, language: str) -> str:
        """Return what this language calls another."""
        names = {"fa": self.wording.say("Speech", "Persian"), "en": self.wording.say("Speech", "English")}
        return names.get(language, language)

    def number(self, text: object) -> str:
        """Write a number, or a number of several parts, with this language's digits."""
        return self.wording.digits(text)

    def date(self, day: datetime.date) -> str:
        """Write a date in this language's calendar."""
        system = QCalendar.System.Jalali if self.language == "fa" else QCalendar.System.Gregorian
        calendar = QCalendar(system)
        parts = calendar.partsFromDate(QDate(day.year, day.month, day.day))
        month = calendar.monthName(self.locale, parts.month, parts.year)  # type: ignore[attr-defined]
        return self.number(f"{parts.day} {month} {parts.year}")  # type: ignore[attr-defined]


def available(folder: Path) -> list[str]:
    """Return the languages there are translations for.

    Args:
        folder: where the ``.ts`` files are.
    """
    return sorted(path.stem.removeprefix("reader_") for path in folder.glob("reader_*.ts"))
