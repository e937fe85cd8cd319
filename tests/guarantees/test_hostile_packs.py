"""G14–G16, G18: names, bombs, code in place of an index, and letters that deceive."""

from __future__ import annotations

import io
import os
import pickle
import struct
import time
import tracemalloc
import unicodedata
import zipfile
import zlib

import pytest

from reader.errors import PackRejected
from reader.library.pack import announced, read_through
from reader.security.manifest import LARGEST_TOTAL, MANIFEST_NAME, read_manifest
from reader.security.signature import SIGNATURE_NAME
from reader.security.verification import open_pack, read_pack
from tests import garden, packs
from tests.guarantees.mutations import STRANGE_NAMES
from tests.pace import within


def refused(raw: bytes) -> str:
    """See to it that a pack is refused, soon and in little memory, and return the sentence."""
    began = time.process_time()
    sentence = taken(raw)
    assert time.process_time() - began < within(2)
    tracemalloc.start()
    try:
        assert taken(raw) == sentence
        assert tracemalloc.get_traced_memory()[1] < 20_000_000 + 2 * len(raw)
    finally:
        tracemalloc.stop()
    return sentence


def taken(raw: bytes) -> str:
    """Try to take a pack, and return why it is refused."""
    with pytest.raises(PackRejected) as refusal:
        read_through(announced(read_pack(io.BytesIO(raw), "a.briefing", packs.KEYS)))
    return str(refusal.value)


# G14: names

NAMES = [
    *STRANGE_NAMES,
    "a.md\u200e",
    "book/../../up.md",
    "book//guide.md",
    "./a.md",
    "~/a.md",
    "%2e%2e/a.md",
    "book/guide.fa.md ",
    "COM1.md",
    "LPT9",
    "aux.tar",
    "\ufeffa.md",
    "a\u200b.md",
    "аpple.md",  # a Cyrillic letter
    "ﬁ.md",
    "book/کتاب.md",
    "a" * 151,
    "a/b/c/d/e.md",
    "-rf",
    "a|b",
    "a*",
    '"a"',
    "a\x7f",
    unicodedata.normalize("NFD", "é.md"),
    unicodedata.normalize("NFC", "é.md"),
]


@pytest.mark.parametrize("name", NAMES, ids=[ascii(name)[:40] for name in NAMES])
def test_no_strange_name_is_ever_listed(name):
    contents = packs.files() | {"book": b""} if name == "book" else packs.files() | {name: b"x"}
    with pytest.raises(PackRejected):
        read_manifest(packs.loose_manifest(contents))


@pytest.mark.parametrize(
    "names",
    [("A.md", "a.md"), ("a", "a/b.md"), (MANIFEST_NAME,), (MANIFEST_NAME.lower(),), ("sha256sums.minisig",)],
    ids=str,
)
def test_names_that_are_one_file_somewhere_are_refused(names):
    with pytest.raises(PackRejected):
        read_manifest(packs.loose_manifest(packs.files() | dict.fromkeys(names, b"x")))


def test_a_name_is_never_taken_from_the_container(tmp_path):
    contents = packs.files()
    raw = packs.signed_with(packs.manifest(contents).write(), {"../" * 5 + "tmp/x.md": b"x"} | contents)
    path = tmp_path / "a.briefing"
    path.write_bytes(raw)
    before = sorted(tmp_path.parent.rglob("*"))
    with pytest.raises(PackRejected):
        open_pack(path, packs.KEYS)
    assert sorted(tmp_path.parent.rglob("*")) == before


def special(attributes: int) -> bytes:
    """A pack with an entry that says it is a link, a device or a folder."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        for name, content in packs.entries().items():
            told = zipfile.ZipInfo(name)
            told.create_system = 3
            told.external_attr = (attributes if name.endswith("guide.fa.md") else 0o100644) << 16
            made.writestr(told, content)
    return raw.getvalue()


@pytest.mark.parametrize("kind", [0o120777, 0o020666, 0o060666, 0o010666, 0o140666, 0o040755, 0o104755])
def test_links_devices_and_folders_are_refused(kind):
    refused(special(kind))


def test_an_entry_that_stands_twice_is_refused():
    entries = list(packs.entries().items())
    for doubled in ([*entries, entries[-1]], [*entries[:3], entries[2], *entries[3:]]):
        raw = io.BytesIO()
        packs.write_archive(raw, doubled)
        refused(raw.getvalue())


# G15: bombs


def deflated(size: int, copies: int = 1) -> bytes:
    """A small zip that unpacks to much."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for number in range(copies):
            made.writestr(MANIFEST_NAME if not number else f"a{number}", bytes(size))
    return raw.getvalue()


def test_a_small_file_that_unpacks_to_much_is_refused():
    raw = deflated(300_000_000)
    assert len(raw) < 400_000
    refused(raw)


def test_a_bomb_under_a_good_list_is_refused():
    entries = packs.entries()
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        for name, content in entries.items():
            big = name == "book/guide.fa.md"
            made.writestr(name, bytes(50_000_000) if big else content, zipfile.ZIP_DEFLATED if big else None)
    refused(raw.getvalue())


@pytest.mark.parametrize("name", ["book/guide.fa.md", "SHA256SUMS", "SHA256SUMS.minisig"])
def test_more_bytes_than_the_list_says_are_not_read(name):
    class Counting(io.BytesIO):
        most = 0

        def read(self, size=-1):
            assert size >= 0, "reads without an end"
            self.most += size
            return super().read(size)

        def readinto(self, buffer):
            self.most += len(buffer)
            return super().readinto(buffer)

    entries = packs.entries()
    big = entries | {name: bytes(40_000_000)}
    file = Counting(packs.archive(big))
    with pytest.raises(PackRejected):
        read_pack(file, "a.briefing", packs.KEYS)
    # A piece that is read ahead, and what is looked at to name what differs.
    assert file.most < 2_000_000


def lying(field: str, number: int) -> bytes:
    """A good pack, one field of whose first header or end says something else."""
    raw = bytearray(packs.pack())
    end = raw.rindex(b"PK\x05\x06")
    at, form = {
        "stored": (18, "<L"),
        "size": (22, "<L"),
        "name": (26, "<H"),
        "extra": (28, "<H"),
        "flags": (6, "<H"),
        "method": (8, "<H"),
        "version": (4, "<H"),
        "entries": (end + 10, "<H"),
        "entries here": (end + 8, "<H"),
        "directory": (end + 12, "<L"),
        "offset": (end + 16, "<L"),
        "comment": (end + 20, "<H"),
        "disk": (end + 4, "<H"),
    }[field]
    struct.pack_into(form, raw, at, number)
    return bytes(raw)


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("stored", 0xFFFFFFFF),
        ("size", 0xFFFFFFFF),
        ("size", 0),
        ("name", 0xFFFF),
        ("extra", 0xFFFF),
        ("flags", 1),  # encrypted
        ("flags", 8),  # sizes that follow
        ("flags", 0x800),
        ("method", 8),
        ("method", 14),
        ("method", 99),
        ("version", 45),
        ("entries", 65_535),
        ("entries here", 65_535),
        ("entries", 0),
        ("directory", 0xFFFFFFFF),
        ("offset", 0xFFFFFFFF),
        ("offset", 0),
        ("comment", 0xFFFF),
        ("disk", 1),
    ],
)
def test_a_container_that_lies_is_refused(field, number):
    refused(lying(field, number))


def test_sixty_five_thousand_entries_are_refused_soon():
    raw = io.BytesIO()
    packs.write_archive(raw, ((f"{number}", b"") for number in range(65_000)))
    refused(raw.getvalue())


def test_entries_that_overlap_are_refused():
    inner = b"PK\x03\x04" + bytes(26)
    entries = packs.entries(packs.files(guide_fa=inner * 20))
    raw = bytearray(packs.archive(entries))
    directory = raw.index(b"PK\x01\x02")
    for record in range(4):
        at = raw.index(b"PK\x01\x02", directory + record)
        struct.pack_into("<L", raw, at + 42, 0)
    refused(bytes(raw))


def test_a_list_at_the_end_that_points_at_one_entry_ten_thousand_times_is_refused_soon():
    body = b"x" * 2_000_000
    entry = packs.archive({"a": body})
    record = entry[entry.rindex(b"PK\x01\x02") : entry.rindex(b"PK\x05\x06")]
    many = record * 10_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 10_000, 10_000, len(many), len(body) + 31, 0)
    refused(entry[: len(body) + 31] + many + end)


def test_a_pack_in_a_pack_is_no_document():
    assert "inner" in refused(packs.pack(packs.files() | {"inner.briefing": packs.pack()}))


def test_a_huge_sparse_file_is_refused_soon(tmp_path):
    path = tmp_path / "a.briefing"
    with path.open("wb") as file:
        file.write(packs.pack())
        file.truncate(1 << 40)
    began = time.process_time()
    with pytest.raises(PackRejected):
        open_pack(path, packs.KEYS)
    assert time.process_time() - began < within(2)


def test_a_document_too_large_to_show_is_refused():
    assert "guide" in refused(packs.pack(packs.files(guide_fa=b"a\n\n" * 700_000)))


def test_more_than_a_briefing_may_have_cannot_be_listed():
    with pytest.raises(PackRejected):
        packs.manifest(packs.files(), total_bytes=LARGEST_TOTAL + 1).write()


@pytest.mark.parametrize("size", [(60_000, 60_000), (2**31 - 1, 2**31 - 1), (1, 30_000_000)])
def test_a_picture_that_is_a_bomb_is_not_drawn(qapp, size):
    from PySide6.QtGui import QTextDocument

    from reader.desk import Desk
    from reader.ui.pictures import Pictures

    catalogue = announced(
        read_pack(
            io.BytesIO(packs.pack(packs.files() | {"figures/a.png": packs.png(*size)})), "a", packs.KEYS
        )
    )
    pictures = Pictures(Desk(catalogue).picture, "fa", {"ink": "#000000", "paper": "#ffffff"})
    drawn = pictures.resource(QTextDocument.ResourceType.ImageResource.value, "figures/a.png")
    assert (drawn.width(), drawn.height()) == (1, 1)


# G16: an index runs code when it is opened, so none is ever read


class Exploit:
    def __init__(self, canary):
        self.canary = canary

    def __reduce__(self):
        return (os.mkdir, (self.canary,))


INDEX_FILES = ["_MAIN_1.toc", "index/_MAIN_1.toc", "MAIN_abc.seg", "index.pickle", "data/index/_MAIN_1.toc"]


@pytest.mark.parametrize("name", INDEX_FILES)
def test_an_index_in_a_pack_is_refused_and_not_opened(tmp_path, name):
    canary = tmp_path / "canary"
    raw = pickle.dumps(Exploit(str(canary)))
    listed = packs.files() | {name.lower(): raw}
    with pytest.raises(PackRejected):
        read_through(announced(read_pack(io.BytesIO(packs.loose_pack(listed)), "a", packs.KEYS)))
    assert not canary.exists()


def test_an_index_beside_the_briefing_is_not_opened(tmp_path):
    from reader.desk import Desk
    from reader.library.catalogue import Catalogue
    from reader.security.program_folder import ProgramFolder

    canary = tmp_path / "canary"
    folder = garden.write(tmp_path / "content")
    for name in INDEX_FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(pickle.dumps(Exploit(str(canary))))
    desk = Desk(Catalogue.load(ProgramFolder(folder)))
    desk.search("باغ")
    assert not canary.exists()
    pickle.loads(pickle.dumps(Exploit(str(canary))))
    assert canary.exists(), "the exploit itself does not work"


# G18: letters that deceive

TURNING = [
    chr(code)
    for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200B, 0x2028, 0xFEFF, 7, 27)
]


@pytest.mark.parametrize("letter", TURNING, ids=ascii)
def test_titles_turn_no_direction(letter):
    with pytest.raises(PackRejected):
        read_manifest(
            packs.manifest(packs.files()).write().replace("دفتر باغ".encode(), f"دفتر{letter}باغ".encode())
        )
    toml = garden.TOML.replace("دفتر باغ", f"دفتر{letter}باغ").encode()
    refused(packs.pack(packs.files() | {"briefing.toml": toml}, title="دفتر باغ"))


def test_what_persian_needs_stays():
    title = "باغ‌های می‌خواهم"
    toml = garden.TOML.replace("دفتر باغ", title).encode()
    pack = packs.pack(packs.files() | {"briefing.toml": toml}, title=title)
    assert announced(read_pack(io.BytesIO(pack), "a", packs.KEYS)).briefing.titles["fa"] == title


def test_publishers_have_names_of_one_script_each():
    from reader import paths
    from reader.security.trusted_keys import TrustedKeys

    for publisher in TrustedKeys.load(paths.keys()):
        for language, script in (("fa", "ARABIC"), ("en", "LATIN")):
            letters = [letter for letter in publisher.names[language] if letter.isalpha()]
            assert letters
            assert all(unicodedata.name(letter).startswith(script) for letter in letters)


def test_a_pack_cannot_name_its_publisher():
    pack = packs.pack(packs.files() | {"briefing.toml": garden.TOML.encode() + b'\n[publisher]\nfa = "x"\n'})
    signed = read_pack(io.BytesIO(pack), "a", packs.KEYS).signed
    assert signed.publisher.names == {"fa": "ناشر نمونه", "en": "Sample Publisher"}


@pytest.mark.parametrize("entry", [MANIFEST_NAME, SIGNATURE_NAME])
def test_checksums_of_the_container_vouch_for_nothing(entry):
    raw = bytearray(packs.pack())
    content = packs.entries()[entry]
    at = raw.index(content)
    raw[at + 12] ^= 1
    struct.pack_into(
        "<L",
        raw,
        raw.index(b"PK\x03\x04", max(0, at - 60)) + 14,
        zlib.crc32(bytes(raw[at : at + len(content)])),
    )
    refused(bytes(raw))
