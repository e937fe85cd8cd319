"""Pages of the PDF edition are those of a book, also where a briefing is not like ours."""

from __future__ import annotations

import pytest

from reader import paths
from reader.desk import Desk
from reader.library.catalogue import Catalogue
from reader.render.html import page
from reader.security.program_folder import ProgramFolder
from reader.text.digits import digits_of
from reader.ui.page_values import Dress
from reader.ui.pdf_breaks import leaves
from reader.ui.pdf_galley import Galley
from reader.ui.pdf_pages import PAGE
from reader.ui.pdf_paper import ROOM, WIDTH, paper_style
from tests.share.briefings import own_desk, signed_desk
from tests.ui.pdf_files import made, pages_of, words

ONE = """
id = "one"
version = 2026010201
issued = 2026-01-02
languages = ["fa", "en"]
first = "only"
[title]
fa = "یکی"
en = "One"
[[part]]
kind = "book"
fa = "کتاب"
en = "Book"
[[document]]
id = "only"
kind = "book"
fa = "تنها متن"
en = "The only text"
"""


def desk_of(folder, text: str) -> Desk:
    """A briefing of one document, the same in both languages."""
    (folder / "book").mkdir(parents=True)
    (folder / "briefing.toml").write_text(ONE, encoding="utf-8")
    for language in ("fa", "en"):
        (folder / "book" / f"only.{language}.md").write_text(text, encoding="utf-8")
    return Desk(Catalogue.load(ProgramFolder(folder)))


def galley(desk: Desk, document: str, language: str) -> Galley:
    dress = Dress(paper_style(paths.resources()))
    return Galley(page(desk.edition(document, language)), dress, desk.picture)


def sheets(set_: Galley) -> list:
    notes = {name: [piece.slip.height for piece in pieces] for name, pieces in set_.notes.items()}
    return leaves([piece.slip for piece in set_.pieces], notes, PAGE)


@pytest.fixture(scope="module", params=["fa", "en"])
def galleys(request, around) -> list[Galley]:
    desk = own_desk()
    return [galley(desk, each.id, request.param) for each in desk.briefing.documents]


def test_no_heading_is_the_last_thing_on_its_page(galleys):
    for each in galleys:
        for leaf in sheets(each):
            assert not each.pieces[leaf.end - 1].heading


def test_no_line_of_a_paragraph_stands_alone(galleys):
    parted = 0
    for each in galleys:
        for leaf in sheets(each)[1:]:
            first = each.pieces[leaf.start]
            if len(first.strips) == 1 and first.strips[0].number > 0:
                parted += 1
                assert 2 <= first.strips[0].number <= first.strips[0].layout.lineCount() - 2
    assert parted > 5


def test_no_row_of_a_table_is_cut_through(galleys):
    heads = 0
    for each in galleys:
        for piece in each.pieces:
            assert piece.slip.height <= ROOM
            begins = {strip.text for strip in piece.strips if strip.number == 0}
            assert begins >= {strip.text for strip in piece.strips if len(piece.strips) > 1}
        # A table that goes on has its head above it again.
        heads += sum(each.pieces[leaf.start].head is not None for leaf in sheets(each)[1:])
    assert heads > 5


def test_everything_is_as_wide_as_the_column(galleys):
    for each in galleys:
        for piece in each.pieces:
            for box, _ in piece.pictures:
                assert each.left - 1 <= box.left() <= box.right() <= WIDTH - each.right + 1
            for strip in piece.strips:
                line = strip.layout.lineAt(strip.number)
                assert line.naturalTextWidth() <= WIDTH - each.left - each.right + 2


def test_figures_are_drawn_with_their_words_below(galleys):
    drawn = [piece for each in galleys for piece in each.pieces if piece.pictures]
    assert len(drawn) == 4
    for each in galleys:
        for leaf in sheets(each):
            # What is said of a picture is on its page.
            assert not each.pieces[leaf.end - 1].pictures


def test_a_note_is_at_the_foot_of_every_page_that_calls_it(galleys):
    for each in galleys:
        for leaf in sheets(each):
            called = {name for piece in each.pieces[leaf.start : leaf.end] for name in piece.slip.notes}
            assert called <= {part.name for part in leaf.notes}


# Other briefings


@pytest.mark.needs("pdftotext")
def test_a_signed_copy_gives_its_numbers(tmp_path, around):
    desk = signed_desk(tmp_path)
    file = tmp_path / "garden.pdf"
    file.write_bytes(made(desk, "fa", "en"))
    first, about, *_ = pages_of(file)
    number = desk.verdict.signed.copy_number.replace(" ", "")
    for language in ("fa", "en"):
        assert digits_of(number, language) in "".join(words(first))
    key = desk.verdict.signed.publisher.key.number.replace(" ", "")
    assert digits_of(key, "fa") in "".join(words(about))


@pytest.mark.needs("pdftotext")
def test_a_briefing_in_other_languages(tmp_path, around):
    desk = Desk(Catalogue.load(ProgramFolder(paths.root() / "tests" / "library" / "wells")))
    file = tmp_path / "wells.pdf"
    file.write_bytes(made(desk, "ar", "fr"))
    there = [word for page in pages_of(file) for word in words(page)]
    squeezed = "".join(there)
    for document in desk.briefing.documents:
        for language in ("ar", "fr"):
            for passage in desk.edition(document.id, language).passages:
                assert not [each for each in words(passage.text) if each not in squeezed]


@pytest.mark.needs("pdftotext")
def test_a_table_of_many_rows_and_one_row_of_three_pages(tmp_path, around):
    rows = "".join(f"| [r{number}] {number} | کلمه {number} |\n" for number in range(1, 401))
    long = f"| [r0] بلند | {'واژه‌ای دراز ' * 1500}پایان |\n"
    text = f"# [t] جدول\n\n| [h] شماره | سخن |\n|---|---|\n{long}{rows}"
    desk = desk_of(tmp_path / "one", text)
    set_ = galley(desk, "only", "fa")
    assert max(piece.slip.height for piece in set_.pieces) <= ROOM
    file = tmp_path / "table.pdf"
    file.write_bytes(made(desk, "fa"))
    there = [words(page) for page in pages_of(file)]
    assert 15 < len(there) < 60
    everything = "".join("".join(page) for page in there)
    assert everything.count("دراز") == 1500
    assert "پایان" in everything
    # The head is above the rows of every page.
    assert all("شماره" in page for page in there[3:])


@pytest.mark.needs("pdftotext")
def test_a_word_longer_than_a_line_and_a_picture_that_is_not_there(tmp_path, around):
    word = "abcdefghij" * 40
    text = (
        f"# [t] یک\n\n[a] {word}\n\n[b] ![نقشه](figures/none.png)\nزیر نقشه\n\n"
        f"| [h] {word} | دو |\n|---|---|\n| [r] یک | {word} |\n"
    )
    desk = desk_of(tmp_path / "one", text)
    for language in ("fa", "en"):
        set_ = galley(desk, "only", language)
        for piece in set_.pieces:
            for strip in piece.strips:
                width = strip.layout.lineAt(strip.number).naturalTextWidth()
                assert width <= WIDTH - set_.left - set_.right + 2
    file = tmp_path / "word.pdf"
    file.write_bytes(made(desk, "fa", "en"))
    assert "زیر" in "".join(pages_of(file))


def test_a_document_of_nothing_but_headings(tmp_path, around):
    text = "# [t] یک\n\n" + "\n\n".join(f"## [h{number}] عنوان {number}" for number in range(200))
    desk = desk_of(tmp_path / "one", text)
    set_ = galley(desk, "only", "fa")
    kinds = {each.kind for each in desk.edition("only", "fa").passages}
    assert all(kind.is_heading for kind in kinds)
    assert [piece for leaf in sheets(set_) for piece in set_.pieces[leaf.start : leaf.end]] == set_.pieces
    assert made(desk, "fa", "en").startswith(b"%PDF")


@pytest.mark.needs("pdftotext")
def test_contents_of_several_pages(tmp_path, around):
    folder = tmp_path / "many"
    (folder / "book").mkdir(parents=True)
    announced = ONE
    for number in range(90):
        announced += (
            f'[[document]]\nid = "d{number}"\nkind = "book"\nfa = "متن {number}"\nen = "Text {number}"\n'
        )
        (folder / "book" / f"d{number}.fa.md").write_text(f"# [a{number}] متن {number}\n\nسخن\n", "utf-8")
        (folder / "book" / f"d{number}.en.md").write_text(f"# [a{number}] Text {number}\n\nwords\n", "utf-8")
    for language in ("fa", "en"):
        (folder / "book" / f"only.{language}.md").write_text("# [t] یک\n", encoding="utf-8")
    (folder / "briefing.toml").write_text(announced, encoding="utf-8")
    file = tmp_path / "many.pdf"
    file.write_bytes(made(Desk(Catalogue.load(ProgramFolder(folder))), "en"))
    pages = pages_of(file)
    contents = pages.index(next(each for each in pages if "Contents" in words(each)))
    first = next(number for number, each in enumerate(pages, start=1) if words(each)[:2] == ["Text", "0"])
    # Page 3 and two more are contents; the text that is announced first has page 6.
    assert (contents + 1, first) == (3, 7)
    listed = words(pages[contents])
    assert listed[listed.index("Text") + 2] in (str(first), "Text")
    assert str(first) in listed
