"""The card for taking the briefing away: in which form, in which language, where to and under which name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui import take_away_forms
from reader.ui.announcing import announce
from reader.ui.choice_row import ChoiceRow
from reader.ui.option_card import OptionCard
from reader.ui.path_words import path_words
from reader.ui.sizes import size_words
from reader.ui.working_sheet import WorkingSheet
from reader.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reader.editions import Form
    from reader.library.document import Language
    from reader.ui.surroundings import Surroundings
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

NAME = "reading"
"""Of the file, before anything else is typed: it says nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made.

    Attributes:
        form: the kind of file.
        languages: those of the text, the first one leads.
        folder: where it is to lie; None as long as none is chosen.
        name: of the file, without the ending.
    """

    form: Form
    languages: tuple[Language, ...]
    folder: Path | None = None
    name: str = NAME

    @property
    def file_name(self) -> str:
        """The whole name of the file."""
        return f"{self.name}.{self.form.name}"


class TakeAwaySheet(WorkingSheet):
    """Asks what is to be made, shows how far it is, and tells where it lies.

    Args:
        forms: those that are offered.
        languages: those of the briefing, in its order.
        around: icons.
        theme: the colours.
        speech: the language of the window.
        window: what it is shown over.

    Signals:
        folder_asked: a folder is to be chosen.
        weighed: other languages were chosen; carries them.
        wanted: the file is to be made; carries the Wish.
    """

    folder_asked = Signal()
    weighed = Signal(object)
    wanted = Signal(object)

    def __init__(
        self,
        forms: Sequence[Form],
        languages: tuple[Language, ...],
        around: Surroundings,
        theme: Theme,
        speech: Speech,
        window: QWidget,
    ) -> None:
        super().__init__(around, theme, speech, window)
        self._forms, self._languages = tuple(forms), languages
        self._sizes: dict[str, int] = {}
        self._wish = Wish(self._forms[0], languages)
        self._cards: dict[str, OptionCard] = {}
        self.ask()

    # Asking

    def ask(self, fault: str = "") -> None:
        """Ask what is to be made; everything that was chosen before still is.

        Args:
            fault: why it could not be made; empty for none.
        """
        self.end_work(self.tr("Take away"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(9)
        self._offer_forms(column)
        if len(self._languages) > 1:
            column.addWidget(self._language_row())
        column.addLayout(self._folder_row())
        column.addLayout(self._name_row())
        column.addWidget(self._soft(self.tr("The file is not locked: whoever has it can read it.")))
        column.addStretch(1)
        area = self.scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area, 1)
        self._fault = self.add_text(fault, "sheetFault")
        self._fault.setVisible(bool(fault))
        self.add_button(self.tr("Cancel"), self.leave)
        self._make = self.add_button(self.tr("Make the file"), self._want, main=True)
        self._show_sizes()
        self.open(self._name if fault else self._cards[self._wish.form.name].button)
        announce(self._fault, fault)

    def _offer_forms(self, column: QVBoxLayout) -> None:
        group = QButtonGroup(column.parentWidget())
        self._cards = {}
        wording = self._speech.wording
        for form in self._forms:
            said = take_away_forms.title(form, wording), take_away_forms.purpose(form, wording)
            card = OptionCard(*said, group)
            card.button.setChecked(form is self._wish.form)
            card.button.toggled.connect(lambda on, form=form: self._choose(form=form) if on else None)
            column.addWidget(card)
            self._cards[form.name] = card

    def _language_row(self) -> ChoiceRow:
        names = [((language,), self._speech.name_of(language)) for language in self._languages]
        every = self.tr("Both") if len(names) == 2 else self.tr("All")
        row = ChoiceRow(self.tr("Language"), [(self._languages, every), *names], self._wish.languages)
        row.picked.connect(self._choose_languages)
        return row

    def _folder_row(self) -> QHBoxLayout:
        self._folder = WrappedLabel()
        self._folder.setObjectName("sheetText")
        button = QPushButton(self.tr("Choose…"))
        button.setObjectName("other")
        button.setAutoDefault(False)
        button.clicked.connect(self.folder_asked)
        self._folder_button = button
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._folder, 1)
        row.addWidget(button)
        self._say_folder()
        return row

    def _name_row(self) -> QHBoxLayout:
        said = QLabel(self.tr("Name of the file"))
        self._name = QLineEdit(self._wish.name)
        self._name.setAccessibleName(said.text())
        self._name.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._name.textChanged.connect(lambda text: self._choose(name=text.strip()))
        self._ending = QLabel()
        for label in (said, self._ending):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(said)
        # A file's name reads from left to right, its ending behind it.
        file = QWidget()
        file.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        together = QHBoxLayout(file)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(4)
        together.addWidget(self._name, 1)
        together.addWidget(self._ending)
        row.addWidget(file, 1)
        return row

    def _soft(self, text: str) -> WrappedLabel:
        label = WrappedLabel()
        label.setObjectName("sheetSoft")
        label.setText(text)
        return label

    # What is chosen

    def choose_folder(self, folder: Path) -> None:
        """Take a folder that was picked."""
        self._choose(folder=folder)
        self._say_folder()
        self._make.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._folder, self._folder.text())

    def _choose_languages(self, languages: tuple[Language, ...]) -> None:
        self._sizes = {}
        self._choose(languages=languages)
        self.weighed.emit(languages)

    def _choose(
        self,
        *,
        form: Form | None = None,
        languages: tuple[Language, ...] | None = None,
        folder: Path | None = None,
        name: str | None = None,
    ) -> None:
        wish = self._wish
        self._wish = Wish(
            form or wish.form,
            languages or wish.languages,
            folder or wish.folder,
            wish.name if name is None else name,
        )
        self._fault.hide()
        self._show_sizes()

    def _say_folder(self) -> None:
        folder = self._wish.folder
        if folder is None:
            self._folder.setText(self.tr("Where to? On a stick, a memory card or in a folder."))
        else:
            self._folder.setText(self.tr("Where to: %1").replace("%1", path_words(folder)))
        self._folder_button.setAccessibleDescription(self._folder.text())

    def say_sizes(self, languages: tuple[Language, ...], sizes: Mapping[str, int]) -> None:
        """Show about how large the files will be.

        Args:
            languages: those they were weighed in; other ones may be chosen meanwhile.
            sizes: bytes by form.
        """
        if languages == self._wish.languages:
            self._sizes = dict(sizes)
            self._show_sizes()

    def _show_sizes(self) -> None:
        if self._busy:
            return
        for name, card in self._cards.items():
            size = self._sizes.get(name)
            said = self.tr("about %1").replace("%1", size_words(size, self._speech)) if size else "…"
            card.say_aside(said)
        self._ending.setText(f".{self._wish.form.name}")

    def _want(self) -> None:
        if self._wish.folder is None:
            self.folder_asked.emit()
        else:
            self.wanted.emit(self._wish)

    # What comes of it

    def begin(self, wish: Wish) -> None:
        """Show that the file is being made."""
        self.begin_work(
            self.tr("Making “%1”").replace("%1", f"\u2068{wish.file_name}\u2069"),
            self.tr("The documents are being put together."),
        )

    def say_written(self) -> None:
        """Show that the file is made, and is being written."""
        self.say_step(self.tr("The file is being written."))

    def tell(self, wish: Wish, size: int) -> None:
        """Tell that the file is there."""
        assert wish.folder is not None
        self.end_work(self.tr("The file is there"))
        words = self.tr("“%1” (%2) lies in %3.").replace("%1", f"\u2068{wish.file_name}\u2069")
        words = words.replace("%2", size_words(size, self._speech)).replace("%3", path_words(wish.folder))
        told = self.add_text(words)
        self.add_text(
            self.tr(
                "It is not protected against changes. To check it, have a copy of this program that you "
                "trust make it once more: both files must be the same, byte for byte."
            ),
            "sheetSoft",
        )
        self.add_button(self.tr("Another file"), lambda: self.ask())
        self.open(self.add_button(self.tr("Close"), self.leave, main=True))
        announce(told, words)
