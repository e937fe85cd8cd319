"""The results of a search, in place of the contents: hits, or plain words on why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from reader.ui.hit_delegate import COUNT, HIT, WHERE, HitDelegate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from reader.errors import ReaderError
    from reader.search.finder import Answer, Hit
    from reader.ui.theme import Theme
    from reader.ui.translations import Speech

Index = QModelIndex | QPersistentModelIndex
MOST_LISTED = 200
"""Hits shown in the list."""


class HitModel(QAbstractListModel):
    """The hits of one answer."""

    def __init__(self, where: Callable[[Hit], str], speech: Speech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self.speech = speech
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row says."""
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role == WHERE:
            return self._where(hit)
        if role == COUNT:
            return self.speech.number(len(hit.ranges)) if len(hit.ranges) > 1 else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._where(hit)}: {hit.text}"
        return None


class SearchPanel(QWidget):
    """The result list and what is said above it.

    Signals:
        hit_selected: the row one stands on changed; carries its Hit.
        hit_chosen: a row was clicked or entered; carries its Hit.
        query_offered: an example or a suggestion was chosen; carries its text.
    """

    hit_selected = Signal(object)
    hit_chosen = Signal(object)
    query_offered = Signal(str)

    def __init__(
        self, theme: Theme, speech: Speech, where: Callable[[Hit], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._speech = speech
        self._answer: tuple[Answer, int] | None = None
        self._said = QLabel(self)
        self._said.setObjectName("said")
        self._more = QLabel(self)
        for label in (self._said, self._more):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(16, 6, 16, 2)
        self._model = HitModel(where, speech, self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._delegate = HitDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.clicked.connect(lambda index: self.hit_chosen.emit(index.data(HIT)))
        self._list.activated.connect(lambda index: self.hit_chosen.emit(index.data(HIT)))
        self._list.selectionModel().currentChanged.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._said)
        column.addWidget(self._more)
        column.addWidget(self._list, 1)
        self.say_how()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def set_speech(self, speech: Speech) -> None:
        """Speak another language; what is listed stays."""
        self._speech = speech
        self._model.speech = speech
        self._list.setAccessibleName(self.tr("Search results"))
        if self._answer is not None:
            self.show_answer(*self._answer)
        else:
            self.say_how()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits listed."""
        return self._model.hits

    def say_how(self) -> None:
        """Say what can be typed; nothing is searched for yet."""
        self._answer = None
        examples = [self.tr("strike"), self.tr("internet shutdown"), "1404", self.tr("18 Dey")]
        self._say(
            self.tr("Type a word of any document."),
            self.tr("Spelling, half-spaces and digits do not matter. For example:")
            + "\n"
            + "\n".join(self._speech.number(example) for example in examples),
        )
        self._model.show(())

    def say_preparing(self) -> None:
        """Say that the documents are still being read."""
        self._answer = None
        self._say(self.tr("One moment: the documents are being read."), "")

    def say_fault(self, fault: ReaderError) -> None:
        """Say that a search went wrong."""
        self._answer = None
        self._say(self._speech.wording.error(fault), "")
        self._model.show(())

    def show_answer(self, answer: Answer, documents: int) -> None:
        """List the hits of an answer, or say that there are none.

        Args:
            answer: what was found.
            documents: how many documents were searched.
        """
        self._answer = (answer, documents)
        self._model.show(answer.hits[:MOST_LISTED])
        if answer.hits:
            self._say(self._speech.number(self.tr("%n passage(s)", "", answer.total)), "")
            self._list.scrollToTop()
            return
        self._say(
            self.tr("Nothing was found for “%1”.").replace("%1", _short(answer.query)),
            self._speech.number(
                self.tr(
                    "All %n document(s) were searched, in Persian and English, in every spelling.",
                    "",
                    documents,
                )
            )
            + "\n"
            + self.tr("Try fewer letters, or another word."),
        )

    def step(self, by: int) -> None:
        """Move the selection up or down.

        Args:
            by: rows, negative for up.
        """
        if not self._model.hits:
            return
        row = self._list.currentIndex().row()
        self.select(row + by if row >= 0 else 0)

    def select(self, row: int) -> None:
        """Stand on a row."""
        row = max(0, min(row, len(self._model.hits) - 1))
        self._list.setCurrentIndex(self._model.index(row))

    def selected(self) -> Hit | None:
        """Return the hit one stands on."""
        index = self._list.currentIndex()
        return index.data(HIT) if index.isValid() else None

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.hit_selected.emit(current.data(HIT))

    def _say(self, said: str, more: str) -> None:
        self._said.setText(said)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows find their new height."""
        super().resizeEvent(event)
        self._list.scheduleDelayedItemsLayout()


def _short(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
