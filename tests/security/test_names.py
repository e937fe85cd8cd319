import pytest

from reader.security.names import collide, is_name

GOOD = [
    "briefing.toml",
    "book/guide.fa.md",
    "figures/a-1_b.png",
    "a/b/c/d.md",
    "0.md",
    "con-text.md",
    "x" * 64,
]
BAD = [
    "",
    "/",
    "/abs.md",
    "../up.md",
    "a/../b.md",
    "./a.md",
    "a//b.md",
    "a/",
    "C:",
    "c:a.md",
    "a\\b.md",
    "a.md:stream",
    "a.md.",
    "a.md ",
    " a.md",
    "A.md",
    "ä.md",
    "a\u0308.md",
    "x" * 65,
    "a/" * 4 + "a.md",
    "/".join(["x" * 50] * 4),
    "\u202egpj.md",
    "a\u2066.md",
    "a\0.md",
    "a\n.md",
    "a\t.md",
    ".hidden",
    "-rf",
    "~root.md",
    "con",
    "con.md",
    "nul.fa.md",
    "a/prn.png",
    "com1.md",
    "lpt9",
    "aux",
    "کتاب.md",
    "a*.md",
    "a?.md",
    "a|b.md",
    'a".md',
    "$x.md",
    "%2e%2e/a.md",
]


@pytest.mark.parametrize("name", GOOD)
def test_plain_names_of_a_briefing(name):
    assert is_name(name, strict=True)


@pytest.mark.parametrize("name", BAD)
def test_any_other_name_of_a_briefing_is_refused(name):
    assert not is_name(name, strict=True)


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/lib/libQt6Core.so.6",
        "START HERE.txt",
        "libstdc++.so.6",
        "reader.exe",
        "a/" * 9 + "b",
    ],
)
def test_names_of_a_program_may_be_those_of_its_libraries(name):
    assert is_name(name, strict=False)


@pytest.mark.parametrize(
    "name",
    [
        "../a",
        "/a",
        "a//b",
        "C:a",
        "a\\b",
        "a:b",
        "a.",
        "a ",
        "NUL",
        "Con.txt",
        "com1 .txt",
        "\u202ea",
        "a\0",
        ".a",
        "a/" * 20 + "b",
    ],
)
def test_a_program_too_has_only_names_that_mean_one_file(name):
    assert not is_name(name, strict=False)


@pytest.mark.parametrize(
    "names", [["a.md", "a.md"], ["A.md", "a.md"], ["a", "a/b"], ["a/b", "A"], ["Dir/x", "dir"]], ids=" ".join
)
def test_names_that_would_be_one_file_somewhere_collide(names):
    assert collide(names)


def test_other_names_do_not_collide():
    assert not collide(["a/b", "a/c", "ab", "b"])
