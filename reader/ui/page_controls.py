"""What lies on a page as a widget: put there when the page needs it, and kept where its text goes."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from reader.ui.margin_links import MarginLinks
    from reader.ui.page_view import PageView
    from reader.ui.picture_names import PictureNames


class PageControls(QObject):
    """The widgets on one view.

    Args:
        view: shows the pages.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self.links: MarginLinks | None = None
        self.names: PictureNames | None = None
        self._began = False
        # The first page is painted before anything lies on it.
        view.first_painted.connect(self._begin)
        view.relaid.connect(self._add)

    def step(self) -> None:
        """Give the keyboard to the next link in the margin."""
        if self.links is not None:
            self.links.step()

    def _begin(self) -> None:
        self._began = True
        self._add()

    def _add(self) -> None:
        """Make what this page needs and those before it did not."""
        dress = self._view.dress
        if not self._began or dress is None:
            return
        if dress.explained and self.links is None:
            from reader.ui.margin_links import MarginLinks

            self.links = MarginLinks(self._view)
        if self._view.has_pictures and self.names is None:
            from reader.ui.picture_names import PictureNames

            self.names = PictureNames(self._view)


class PageControl(QObject):
    """Widgets of one kind.

    Args:
        view: the page they lie on.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self.view = view
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.place)
        self._followed: QTextDocument | None = None
        view.relaid.connect(self.begin)
        view.recoloured.connect(self.begin)
        view.verticalScrollBar().valueChanged.connect(lambda _: self.place())

    def begin(self) -> None:
        """Begin with another page, or with the same one dressed or broken anew."""
        document = self.view.document()
        if document is not self._followed:
            self._followed = document
            # The spaces between twins change without the page being laid out anew.
            document.documentLayout().documentSizeChanged.connect(lambda _: self._later.start())
        # Asked for the first time what stands above the first line, Qt names the last block.
        self.view.cursorForPosition(QPoint(0, 0))
        self.place()
        # Again when the scroll bar has settled.
        self._later.start()

    @abstractmethod
    def place(self) -> None:
        """Put everything where it belongs now."""
