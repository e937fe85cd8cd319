"""Measures long documents: opening, zooming and changing the theme, each until it is painted anew.

Each time is also given as a ratio to a bare QTextBrowser that is given the same HTML and painted, at the
same part of it, in turn with the reader's page in the same run, so that the machine's speed cancels out. The
fastest of several runs counts: the others tell what else the machine was doing. Peak memory is in
startup.py.

    python benchmarks/large_documents.py [RUNS]
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.render.html import Page
    from reader.ui.page_style import PageStyle

ROOT = Path(__file__).resolve().parent.parent
RUNS = 9
WIDTH, HEIGHT = 1180, 760
GOALS = {10_000: 100, 100_000: 250}
"""Milliseconds until painted, by words."""
RATIO = 2.0
_BARE_MIDDLE = "bare, in the middle"
_FA = (
    "باغبان‌ها هر سال در فروردین‌ماه ۱۴۰۴ خاک را آماده می‌کنند و دانه‌ها را در سینی‌های کوچک می‌کارند تا نشاها "
    "پیش از گرمای تابستان ریشه بگیرند؛ انجمن RHS در گزارش (2025-03-21, 14:30 UTC) همین را پیشنهاد کرده است. "
)
_EN = (
    "Every year in the month of Farvardin gardeners prepare the soil and sow the seeds in small trays, so "
    "that the seedlings take root before the heat of summer; the RHS proposed the same in its report. "
)


def main() -> int:
    """Measure and print the times and ratios."""
    sys.path.insert(0, str(ROOT))
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    from PySide6.QtWidgets import QApplication

    from reader import paths
    from reader.ui.page_style import PageStyle
    from reader.ui.surroundings import Surroundings

    application = QApplication(["bench", "-style", "fusion"])
    around = Surroundings(application, paths.resources())
    light = PageStyle(around.theme("light"))
    large = PageStyle(light.theme, zoom=130)
    # Nothing but the theme changes: it is turned where one has just zoomed.
    dark = PageStyle(around.theme("dark"), zoom=130)
    print(f"long documents, the fastest of {runs} runs, until painted")
    missed = False
    for words, goal in GOALS.items():
        missed |= _one_page(long_page("fa", words), (light, large, dark), runs, goal)
    missed |= _side_by_side((long_page("fa", 48_000), long_page("en", 48_000)), (light, large, dark), runs)
    return 1 if missed else 0


def long_page(language: str, words: int) -> Page:
    """Return a page of so many words in paragraphs of about 48, a heading before every twelfth."""
    from reader.library.document import Edition
    from reader.library.source import parse
    from reader.render.html import page

    sentence = _FA if language == "fa" else _EN
    pieces = []
    for number in range(words // 48):
        if number % 12 == 0:
            pieces.append(f"## {'باغ' if language == 'fa' else 'Garden'} {number // 12 + 1}")
        text = " ".join((sentence * 2).split()[number % 7 :][:48])
        pieces.append(f"1. {text}" if number % 12 == 5 else text)
    parsed = parse("\n\n".join(pieces), document="long")
    return page(Edition("long", language, "long", parsed.passages, parsed.body))


def _one_page(page: Page, styles: tuple[PageStyle, PageStyle, PageStyle], runs: int, goal: int) -> bool:
    from PySide6.QtWidgets import QTextBrowser

    from reader.ui.page_values import Dress
    from reader.ui.page_view import PageView

    light, large, dark = (Dress(style) for style in styles)
    bare, view = QTextBrowser(), PageView(lambda _: b"")
    for widget in (bare, view):
        widget.resize(WIDTH, HEIGHT)
        widget.show()
    font = light.style.font()
    bare.document().setDefaultFont(font)
    other = long_page(page.edition.language, 480)
    middle = page.edition.passages[len(page.edition.passages) // 2].id

    def again(dress: Dress, passage: str) -> Callable[[], None]:
        def change() -> None:
            view.restyle(dress)

        return change

    def bare_in_the_middle() -> None:
        bare.setHtml(page.html)
        bar = bare.verticalScrollBar()
        bare.document().documentLayout().documentSize()
        bar.setValue(bar.maximum() // 2)

    times: dict[str, list[float]] = {}

    def measure(name: str, widget: QWidget, change: Callable[[], object]) -> None:
        times.setdefault(name, []).append(_painted(widget, change))

    for _ in range(runs):
        measure("bare setHtml", bare, lambda: bare.setHtml(page.html))
        measure(_BARE_MIDDLE, bare, bare_in_the_middle)
        view.show_page(other, light)
        measure("open", view, lambda: view.show_page(page, light))
        measure("zoom at the top", view, lambda: view.restyle(large))
        measure("theme at the top", view, lambda: view.restyle(dark))
        view.show_page(page, light)
        view.go_to(middle)
        _painted(view, lambda: None)
        measure("zoom in the middle", view, lambda: view.restyle(large))
        measure("theme in the middle", view, lambda: view.restyle(dark))
    words = sum(len(passage.text.split()) for passage in page.edition.passages)
    for widget in (bare, view):
        widget.deleteLater()
    return _print(f"{words} words, {len(page.edition.passages)} passages", times, goal)


def _side_by_side(
    pages: tuple[Page, Page], styles: tuple[PageStyle, PageStyle, PageStyle], runs: int
) -> bool:
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextBrowser, QWidget

    from reader.ui.page_values import Dress
    from reader.ui.reading_area import ReadingArea

    bare = QWidget()
    row = QHBoxLayout(bare)
    browsers = [QTextBrowser(), QTextBrowser()]
    for browser in browsers:
        browser.document().setDefaultFont(styles[0].font())
        row.addWidget(browser)
    area = ReadingArea(lambda _: b"")
    for widget in (bare, area):
        widget.resize(WIDTH, HEIGHT)
        widget.show()
    light, large, dark = (Dress(style, ruled=True) for style in styles)

    def set_bare() -> None:
        for browser, page in zip(browsers, pages, strict=True):
            browser.setHtml(page.html)

    times: dict[str, list[float]] = {}

    def levelled(change: Callable[[], None]) -> Callable[[], None]:
        def both() -> None:
            change()
            while not area.is_level:
                QApplication.processEvents()

        return both

    others = (long_page("fa", 480), long_page("en", 480))
    for _ in range(runs):
        area.show_pages(others, lambda _: light)
        for name, widget, change in (
            ("bare setHtml", bare, set_bare),
            ("open", area, levelled(lambda: area.show_pages(pages, lambda _: light))),
            ("zoom at the top", area, levelled(lambda: area.restyle(lambda _: large))),
            ("theme at the top", area, levelled(lambda: area.restyle(lambda _: dark))),
        ):
            while area._levelling.isActive():  # of the change before; what is below the screen follows
                QApplication.processEvents()
            times.setdefault(name, []).append(_painted(widget, change))
    for widget in (bare, area):
        widget.deleteLater()
    return _print(f"side by side, {len(pages[0].edition.passages)} passages", times, GOALS[100_000])


def _painted(widget: QWidget, change: Callable[[], object]) -> float:
    """Make a change and return the milliseconds until the widget is painted anew."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    before = time.perf_counter()
    change()
    widget.repaint()
    return (time.perf_counter() - before) * 1000


def _print(title: str, times: dict[str, list[float]], goal: int) -> bool:
    fastest = {name: min(each) for name, each in times.items()}
    bare = fastest.pop("bare setHtml")
    middle = fastest.pop(_BARE_MIDDLE, bare)
    print(f"  {title} (goal {goal} ms, ratio {RATIO:.0f}): bare {bare:.0f} ms, in the middle {middle:.0f} ms")
    missed = False
    for name, took in fastest.items():
        ratio = took / (middle if "middle" in name else bare)
        over = took > goal or ratio > RATIO
        missed |= over
        print(f"    {name:<20} {took:6.0f} ms  ratio {ratio:4.2f}{'  missed' if over else ''}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
