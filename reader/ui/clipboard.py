"""What is put on the clipboard asks those who keep a history of it to leave it out."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
"""How Qt is told the name of a format of Windows."""
DO_NOT_KEEP = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}
"""What clipboard managers of KDE and others, and Windows itself, take for "do not keep this"."""
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def quiet(text: str) -> QMimeData:
    """Return a text for the clipboard that asks not to be kept.

    Args:
        text: plain text.
    """
    data = QMimeData()
    data.setText(text)
    for name, value in DO_NOT_KEEP.items():
        data.setData(name, value)
    return data


class QuietClipboard(QObject):
    """Sees to it that whatever this program puts on the clipboard asks not to be kept.

    The page and the citations ask by themselves; the fields in which one types are Qt's own, and what
    they copied is put there a second time, before anybody can have fetched the first.

    Args:
        parent: the window.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.changed.connect(self._changed)

    def _changed(self, mode: QClipboard.Mode) -> None:
        if mode not in _MODES or not owns(mode):
            return
        data: QMimeData | None = self._clipboard.mimeData(mode)
        if data is not None and data.hasText() and not all(data.hasFormat(name) for name in DO_NOT_KEEP):
            self._clipboard.setMimeData(quiet(data.text()), mode)


def clear_ours() -> None:
    """Take away what this program put on the clipboard; what others put there stays."""
    clipboard = QGuiApplication.clipboard()
    for mode in _MODES:
        if owns(mode):
            clipboard.clear(mode)


def owns(mode: QClipboard.Mode) -> bool:
    """Whether what is on the clipboard is from this program.

    Args:
        mode: the clipboard, or what is selected under X11.
    """
    clipboard = QGuiApplication.clipboard()
    return clipboard.ownsClipboard() if mode == QClipboard.Mode.Clipboard else clipboard.ownsSelection()
