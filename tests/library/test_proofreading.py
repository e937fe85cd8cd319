"""Each fault of a briefing is named once, in one sentence, by file and line."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader import paths
from reader.library.proofreading.check import check
from tests.library.test_persian_proofreading import ONE_FAULT

if TYPE_CHECKING:
    from reader.library.proofreading.faults import Fault

WELLS = Path(__file__).parent / "wells"
AR = "guide/wells.ar.md"
FR = "guide/wells.fr.md"
SOURCES = "guide/sources.fr.md"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(WELLS, tmp_path / "wells"))


def changed(folder: Path, file: str, old: str, new: str) -> tuple[Fault, ...]:
    """Make one change in a file without fault, and proofread."""
    path = folder / file
    raw = path.read_bytes()
    assert raw.count(old.encode()) >= 1, old
    path.write_bytes(raw.replace(old.encode(), new.encode("utf-8", "surrogateescape"), 1))
    return check(folder)


def test_a_briefing_in_other_languages_has_no_fault():
    assert check(WELLS) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "says"),
    [
        (FR, "une lampe.\n", "une lampe.\n- Un seau.\n", 9, "The item “Un cahier"),
        (FR, "- Une bouteille", "Une bouteille", 7, "The paragraph “Une bouteille"),
        (FR, "## Ce qu’il faut", "### Ce qu’il faut", 5, "does not match the heading"),
        (FR, "| environ 14[^register] |", "| environ 14[^register] | 2 |", 15, "has 3 cells, the head"),
        (SOURCES, "sans date.\n", "sans date.\n- Un livre de plus.\n", 5, "has no match"),
        (FR, "(notice#n2)", "(news#n2)", 3, "leads to a document “news”"),
        (FR, "(notice#n2)", "(notice#n9)", 3, "leads to a passage “n9” of “notice”"),
        (FR, "(notice#n2)", "(https://example.org/n2)", 3, "leads out of the briefing"),
        (FR, "(notice#n2)", "(//example.org/n2)", 3, "leads out of the briefing"),
        (FR, "une lampe.", "une lampe, <https://example.org>.", 7, "leads out of the briefing"),
        (FR, "[^register]: Conseil", "[^livre]: Conseil", 3, "is called here and is not there"),
        (FR, "(sources#src-register)", "(wells)", 20, "leads to no entry of the list of sources"),
        (FR, "une lampe.", "une lampe, 20 euros.", 7, "The figure “20” has no note after it"),
        (FR, "selon le registre du conseil.[^register]", "dit-on.", 3, "The figure “3” has no note"),
        (SOURCES, "Conseil du village, ", "", 3, "has no publisher"),
        (SOURCES, "« Registre des puits »", "Registre des puits", 3, "has no title"),
        (SOURCES, ", 2026.", ".", 3, "has no date"),
        (
            FR,
            "(figures/levels.png)",
            "(figures/missing.png)",
            17,
            "The picture “figures/missing.png” is not",
        ),
        (
            FR,
            "![Graphique : profondeur de l’eau en janvier et en février]",
            "![]",
            17,
            "has no text for those",
        ),
        (FR, "(figures/levels.png)", "(pictures/levels.png)", 17, "is not named as figures/"),
        (FR, "![Graphique", "Voir ![Graphique", 17, "does not begin a paragraph"),
        (FR, "environ 14 mètres.[^register]", "environ 14 mètres.", 18, "The figure “12” has no note"),
        (FR, "une lampe.", 'une "lampe".', 7, 'The quotation mark " is straight'),
        (FR, "une lampe.", "l'eau.", 7, "The quotation mark ' is straight"),
        (FR, "une lampe.", "une  lampe.", 7, "Two spaces stand side by side"),
        (FR, "une lampe.", "une [lampe][ici].", 7, "The link “[lampe][ici]” leads nowhere."),
        (FR, "une lampe.", "une lampe : http://e.org/a", 7, "“http://e.org/a” stands bare"),
        (FR, "(notice#n2)", "()", 3, "A link leads nowhere."),
        (FR, "(notice#n2)", "(#)", 3, "A link leads nowhere."),
        (FR, "une lampe.", "une lampe " + "x" * 20_000, 7, "The line has more than 20,000 letters"),
        (FR, "# Comment", "---\na: b\n---\n# Comment", 1, "begins with front matter"),
        (FR, "# Comment examiner", "Comment examiner", 1, "does not begin with its title"),
        (FR, "une lampe", "<b>une lampe</b>", 7, "“<b>” is HTML"),
        (FR, "une lampe", "une&nbsp;lampe", 7, "“&nbsp;” is HTML"),
        (FR, "une lampe", "une\u202e lampe", 7, "U+202E, right-to-left override"),
        (FR, "une lampe", "une\u200b lampe", 7, "U+200B"),
        (FR, "une lampe", "une\x07 lampe", 7, "U+0007"),
        (FR, "# Comment", "\ufeff# Comment", 1, "byte order mark"),
        (FR, "une lampe.\n", "une lampe.\r\n", 7, "carriage return"),
        (FR, "une lampe", "une\udcff lampe", 7, "is not UTF-8"),
        (FR, "# Comment examiner", "# Comment voir", 1, "The title is not the one"),
        (FR, "une lampe.", "une lampe[^2].", 7, "“2” is called here"),
        (FR, "conseil.[^register]", "conseil.[^register][^register]", 3, "stand side by side"),
        ("briefing.toml", 'fr = "Petit glossaire"\n', "", 0, "“glossary” has no title in “fr”"),
        ("briefing.toml", "issued = 2026-03-01", "issued = 3", 0, "“briefing.toml” cannot be read"),
    ],
)
def test_one_fault_is_named(folder, file, old, new, line, says):
    faults = changed(folder, file, old, new)
    here = [fault for fault in faults if says in fault.sentence]
    assert [(fault.file, fault.line) for fault in here][:1] == [(file, line)]
    for fault in faults:
        assert re.fullmatch(r"[A-Z“].*\.", fault.sentence)
        assert "\n" not in str(fault)
    assert len({fault.file for fault in faults}) <= 2


def test_a_caption_is_missed(folder):
    faults = changed(
        folder,
        FR,
        "\nProfondeur de l’eau dans le puits de l’est, environ 12 puis environ 14 mètres.[^register]",
        "",
    )
    assert [fault.line for fault in faults if "no caption" in fault.sentence] == [17]


def test_a_picture_is_there_for_all_languages_or_for_each(folder):
    (folder / "figures" / "levels.ar.png").rename(folder / "figures" / "levels.png")
    assert check(folder) == ()
    (folder / "figures" / "levels.png").unlink()
    assert [str(fault) for fault in check(folder)] == [
        f"{AR}:17: The picture “figures/levels.png” is not there."
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('n1 = ["wells"]', ""),
        ('n1 = ["wells#term-well"]', "leads to a passage “term-well” of “wells”; there is none."),
        ('n1 = ["glossary#term-well"]', ""),
        ('n9 = ["wells"]', "names a passage “n9”; there is none."),
    ],
)
def test_a_link_in_the_margin_leads_somewhere(folder, line, says):
    with (folder / "briefing.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[explained]\n{line}\n")
    assert [str(fault) for fault in check(folder)] == ([f"briefing.toml: “explained” {says}"] if says else [])


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ("12,src-register", []),
        ("12,src-register src-handbook", []),
        ("12,", ["figures/levels.csv:2: The row has no source."]),
        ("12,src-none", ["figures/levels.csv:2: The source “src-none” is no entry of the list of sources."]),
        ("12\udcff,", ["figures/levels.csv: The data cannot be read."]),
    ],
)
def test_every_row_of_the_data_behind_a_figure_has_a_source(folder, rows, faults):
    raw = f"metres,source\n{rows}\n".encode("utf-8", "surrogateescape")
    (folder / "figures" / "levels.csv").write_bytes(raw)
    assert [str(fault) for fault in check(folder)] == faults


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "have no column “source”"),
        (b"metres\n12\n", "have no column “source”"),
        (b"metres,source\n12,13,src-register\n", "The row has 3 cells, the head of the data 2."),
        (None, "The data cannot be read."),
    ],
)
def test_data_that_are_no_table_are_named(folder, raw, says):
    path = folder / "figures" / "levels.csv"
    path.unlink(missing_ok=True)
    path.mkdir() if raw is None else path.write_bytes(raw)
    (fault,) = check(folder)
    assert says in fault.sentence


@pytest.mark.parametrize("raw", [b"", b"no picture"])
def test_a_picture_that_is_none_is_named(folder, raw):
    (folder / "figures" / "levels.fr.png").write_bytes(raw)
    assert [str(fault) for fault in check(folder)] == [
        f"{FR}:17: The picture “figures/levels.fr.png” is neither a PNG nor a JPEG."
    ]


def test_nothing_outside_the_folder_is_read(folder, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("# Secret\n\nSecret words.\n", encoding="utf-8")
    for file in (FR, "figures/levels.csv", "figures/levels.fr.png"):
        (folder / file).unlink(missing_ok=True)
        (folder / file).symlink_to(secret)
    faults = [str(fault) for fault in check(folder)]
    assert f"{FR}: The file is a link, is no plain file, or is too large." in faults
    assert "figures/levels.csv: The data cannot be read." in faults
    assert "ecret words" not in " ".join(faults)


@pytest.mark.parametrize("raw", [b"", b" \n\n"])
def test_a_file_without_words_is_empty(folder, raw):
    (folder / FR).write_bytes(raw)
    assert [str(fault) for fault in check(folder)] == [f"{FR}: The file is empty."]


def test_a_missing_edition_and_an_extra_file_are_named(folder):
    (folder / FR).rename(folder / "guide" / "well.fr.md")
    assert [str(fault) for fault in check(folder)] == [
        "guide/well.fr.md: “briefing.toml” does not name this file, so nobody will see it.",
        f"{FR}: The file is missing.",
    ]


@pytest.mark.parametrize("file", ["guide/sources.fr.md", "notice/notice.fr.md"])
def test_a_name_stands_for_one_passage(folder, file):
    old = "[src-handbook]" if "sources" in file else "[n2]"
    new = "[src-register]" if "sources" in file else "[term-well]"
    faults = changed(folder, file, old, new)
    assert any("already stands for a passage of" in fault.sentence for fault in faults)


def test_two_notes_of_one_name_and_one_that_nobody_calls(folder):
    note = "[^register]: Conseil"
    faults = changed(folder, FR, note, f"[^register]: Deux. [source](sources#src-register)\n\n{note}")
    assert f"{FR}:22: There are two notes “register”." in map(str, faults)
    shutil.copy(WELLS / FR, folder / FR)
    faults = changed(folder, FR, note, f"[^alone]: Un. [source](sources#src-register)\n\n{note}")
    assert f"{FR}:20: The note “alone” is called by no passage." in map(str, faults)


def test_other_peoples_text_is_left_as_it_is(folder):
    assert changed(folder, "notice/notice.fr.md", "5 minutes", "\"50\" 'minutes'") == ()


@pytest.mark.parametrize(("line", "says"), ONE_FAULT)
def test_persian_is_read_by_its_own_rules(folder, line, says):
    briefing = folder / "briefing.toml"
    text = briefing.read_text(encoding="utf-8").replace("ar = ", "fa = ").replace('"ar"', '"fa"')
    briefing.write_text(text, encoding="utf-8")
    for path in folder.rglob("*.ar.md"):
        path.rename(path.with_name(path.name.replace(".ar.", ".fa.")))
    (folder / "guide" / "glossary.fa.md").write_text(f"# معجم صغیر\n\n{line}\n", encoding="utf-8")
    found = [
        str(fault) for fault in check(folder) if fault.file == "guide/glossary.fa.md" and fault.line == 3
    ]
    assert any(says in fault for fault in found)


def test_it_can_be_asked_for_at_the_terminal(folder):
    command = [sys.executable, "-B", "-m", "reader.library.proofreading"]
    done = subprocess.run(
        [*command, str(WELLS)], cwd=paths.root(), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "No fault found.\n", "")
    (folder / FR).unlink()
    done = subprocess.run(
        [*command, str(folder)], cwd=paths.root(), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"{FR}: The file is missing.\n1 fault found.\n"
