import contextlib
import datetime
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.errors import PackDamaged
from reader.security.manifest import LARGEST_TOTAL, copy_number, digits, read_manifest
from tests import packs

GOOD = packs.manifest(packs.files())
RAW = GOOD.write()


def test_a_manifest_reads_as_it_was_written():
    assert read_manifest(RAW) == GOOD
    later = packs.manifest(packs.files(), next_issue_by=datetime.date(2026, 1, 9))
    assert read_manifest(later.write()) == later
    program = packs.manifest({"_internal/A.so": b""}, format="program-manifest-1", pack="reader")
    assert read_manifest(program.write()).is_program


@pytest.mark.parametrize(
    ("old", "new"),
    {
        "other format": (b"briefing-manifest-1", b"briefing-manifest-2"),
        "no space": (b"# pack: ", b"#pack: "),
        "other key": (b"# pack: ", b"# name: "),
        "unknown header": (b"# version: ", b"# colour: red\n# version: "),
        "header twice": (b"# pack: garden\n", b"# pack: garden\n# pack: garden\n"),
        "header missing": (b"# pack: garden\n", b""),
        "headers in another order": (
            b"# pack: garden\n# version: 2026010201\n",
            b"# version: 2026010201\n# pack: garden\n",
        ),
        "id": (b"garden", b"../garden"),
        "version of nine digits": (b"2026010201", b"202601020"),
        "version beyond the last day": (b"2026010201", b"9999123200"),
        "version that is no day": (b"2026010201", b"2026133201"),
        "version with a sign": (b"2026010201", b"+2026010201"),
        "version with a zero before it": (b"2026010201", b"02026010201"),
        "version in other digits": (b"2026010201", "۲۰۲۶۰۱۰۲۰۱".encode()),
        "day that does not exist": (b"2026-01-02", b"2026-02-30"),
        "day written otherwise": (b"2026-01-02", b"20260102"),
        "never written otherwise": (b"never", b"Never"),
        "title that turns direction": ("دفتر".encode(), "\u202eدفتر".encode()),
        "title with an isolate": ("دفتر".encode(), "\u2067دفتر".encode()),
        "title of two lines": ("دفتر".encode(), b"a\rb"),
        "title with a space before it": ("دفتر".encode(), " دفتر".encode()),
        "CRLF": (b"\n", b"\r\n"),
        "byte order mark": (b"# format", b"\xef\xbb\xbf# format"),
        "binary mark": (b"  briefing.toml", b" *briefing.toml"),
        "one space": (b"  briefing.toml", b" briefing.toml"),
        "name with a step up": (b"  briefing.toml", b"  ../briefing.toml"),
        "capital letters in a hash": (b"  briefing.toml", b"A  briefing.toml"),
        "total with a zero before it": (b"total-bytes: ", b"total-bytes: 0"),
        "negative total": (b"total-bytes: ", b"total-bytes: -"),
        "comment in the list": (b"\n", b"\n# \n"),
        "not UTF-8": ("دفتر".encode(), b"\xff"),
        "NUL": ("دفتر".encode(), b"a\0b"),
    }.values(),
    ids=str,
)
def test_any_other_form_is_refused(old, new):
    assert old in RAW
    with pytest.raises(PackDamaged) as refused:
        read_manifest(RAW.replace(old, new))
    assert refused.value.files == ("SHA256SUMS",)


@pytest.mark.parametrize(
    "raw", [b"", b"\n", RAW[:-1], RAW + b"\n", RAW + b"x", RAW * 2, b"\0" * 100, b"#" * 6_000_000]
)
def test_nothing_stands_before_or_after(raw):
    with pytest.raises(PackDamaged):
        read_manifest(raw)


def test_lines_are_sorted_and_none_stands_twice():
    lines = RAW.split(b"\n")
    for wrong in ([*lines[:7], *lines[8:-1], lines[7], b""], [*lines[:8], *lines[7:]]):
        with pytest.raises(PackDamaged):
            read_manifest(b"\n".join(wrong))


@pytest.mark.parametrize(
    "contents",
    [
        {},
        {"SHA256SUMS": b""},
        {"sha256sums": b""},
        {"a": b"", "a/b": b""},
        {"A.md": b""},
        {"a/b/c/d/e.md": b""},
    ],
    ids=str,
)
def test_lists_that_cannot_be_are_not_written_either(contents):
    with pytest.raises(PackDamaged):
        packs.manifest(contents).write()


def test_limits():
    with pytest.raises(PackDamaged):
        packs.manifest({"a": b""}, total_bytes=LARGEST_TOTAL + 1).write()
    with pytest.raises(PackDamaged):
        packs.manifest({f"a{number}": b"" for number in range(20_001)}).write()


def test_titles_may_hold_what_persian_needs():
    for title in ("باغ‌ها", "می\u200dخواهم", "\u200fBriefing\u200e", "a — b"):
        assert read_manifest(packs.manifest(packs.files(), title=title).write()).title == title


@given(some.integers(0, len(RAW) - 1), some.integers(0, 7))
def test_a_flipped_bit_is_refused_or_means_something_else(position, bit):
    changed = bytearray(RAW)
    changed[position] ^= 1 << bit
    with contextlib.suppress(PackDamaged):
        assert read_manifest(bytes(changed)) != GOOD


def test_numbers_are_groups_of_five_digits():
    assert copy_number(RAW).replace(" ", "").isdecimal()
    assert [len(group) for group in copy_number(RAW).split(" ")] == [5] * 4
    assert [len(group) for group in packs.PUBLISHER.public.number.split(" ")] == [5] * 8
    assert copy_number(RAW) != copy_number(RAW.replace(b"01\n", b"02\n"))
    # The SHA-256 of nothing is e3b0c442…7852b855.
    nothing = int("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 16)
    assert digits(b"", 20).replace(" ", "") == str(nothing)[-20:]


@pytest.mark.needs("sha256sum")
def test_the_manifest_is_a_list_that_sha256sum_reads(tmp_path):
    packs.write_folder(tmp_path, packs.entries())
    command = [shutil.which("sha256sum"), "--strict", "--quiet", "-c", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
