"""Packs: what is accepted, what is refused, and what the refusal names."""

import io
import os
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest

from reader.errors import PackDamaged, PackRejected, PackUnsigned, PublisherUnknown
from reader.security.trusted_keys import TrustedKeys
from reader.security.verdict import judge
from reader.security.verification import open_pack, read_pack
from tests import packs

GOOD = packs.pack()


def read(raw: bytes, keys: TrustedKeys = packs.KEYS):
    return read_pack(io.BytesIO(raw), "a.briefing", keys)


def refusal(raw: bytes) -> PackRejected:
    with pytest.raises(PackRejected) as refused:
        read(raw)
    return refused.value


def small() -> dict[str, bytes]:
    return {"a.md": b"one", "b.md": b"two two"}


def test_a_good_pack_gives_its_files():
    folder = read(GOOD)
    assert {name: folder.file(name, largest=10_000).content for name in folder.names} == packs.files()
    assert folder.signed.publisher.names["en"] == "Sample Publisher"
    assert folder.signed.manifest == packs.manifest(packs.files())


def test_only_what_is_there_and_no_larger_than_asked():
    folder = read(GOOD)
    for name, largest in (("none.md", 10_000), ("../briefing.toml", 10_000), ("briefing.toml", 3)):
        with pytest.raises(OSError, match=name):
            folder.file(name, largest=largest)


def test_a_pack_built_again_is_the_same_bytes():
    assert packs.pack() == GOOD


def test_a_pack_is_a_zip_that_anybody_can_open():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as opened:
        assert opened.testzip() is None
        assert opened.namelist()[:2] == ["SHA256SUMS", "SHA256SUMS.minisig"]
        assert {each.compress_type for each in opened.infolist()} == {zipfile.ZIP_STORED}
        assert {each.date_time for each in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_byte_of_a_pack_counts():
    raw = packs.pack(small())
    read(raw)
    for position in range(len(raw)):
        for bit in (0, 5, 7):
            changed = bytearray(raw)
            changed[position] ^= 1 << bit
            fault = refusal(bytes(changed))
            assert isinstance(fault, PackDamaged), position
            assert fault.files, position


def test_every_byte_of_a_file_counts_though_the_container_fits_it():
    whole = packs.entries(small())
    for name, content in whole.items():
        for position in range(len(content)):
            changed = bytearray(content)
            changed[position] ^= 1 << position % 8
            fault = refusal(packs.archive(whole | {name: bytes(changed)}))
            assert isinstance(fault, PackDamaged | PublisherUnknown), (name, position)


def test_every_length_but_its_own_is_refused():
    raw = packs.pack(small())
    for length in range(len(raw)):
        refusal(raw[:length])
    for more in (b"\0", b"PK", raw):
        refusal(raw + more)
        refusal(more + raw)


ENTRIES = packs.entries()


@pytest.mark.parametrize("name", list(packs.files()))
def test_a_changed_file_is_named(name):
    for changed in (ENTRIES[name] + b"\n", ENTRIES[name][:-1], b"", ENTRIES[name].swapcase() + b"x"):
        assert refusal(packs.archive(ENTRIES | {name: changed})).files == (name,)


def test_a_missing_file_is_named():
    for name in packs.files():
        left = {each: content for each, content in ENTRIES.items() if each != name}
        assert refusal(packs.archive(left)).files == (name,)


def test_a_file_too_many_is_named():
    for name in ("book/new.fa.md", "start.exe", "zzz"):
        assert refusal(packs.archive(ENTRIES | {name: b"new"})).files == (name,)
        assert refusal(packs.archive({name: b"new"} | ENTRIES)).files == (name,)


def test_swapped_files_are_named():
    first, second = "book/guide.fa.md", "book/preface.fa.md"
    swapped = ENTRIES | {first: ENTRIES[second], second: ENTRIES[first]}
    assert set(refusal(packs.archive(swapped)).files) == {first, second}


def test_a_renamed_file_is_named():
    renamed = {name.replace("guide.fa", "guide.en2"): content for name, content in ENTRIES.items()}
    assert set(refusal(packs.archive(renamed)).files) == {"book/guide.fa.md", "book/guide.en2.md"}


def test_the_verdict_tells_changed_missing_and_extra_apart_and_a_program_is_an_alarm():
    first, second = "book/guide.fa.md", "book/preface.fa.md"
    mixed = ENTRIES | {first: b"other", "run.sh": b"", "b.txt": b"MZ", "c.txt": b""}
    del mixed[second]
    found = judge(None, refusal=refusal(packs.archive(mixed))).differences
    assert (found.changed, found.missing) == ((first,), (second,))
    assert (found.extra, found.alarms) == (("b.txt", "c.txt", "run.sh"), ("b.txt", "run.sh"))


def test_other_order_is_refused():
    names = list(ENTRIES)
    for order in ([names[1], names[0], *names[2:]], [*names[:2], *reversed(names[2:])]):
        assert refusal(packs.archive({name: ENTRIES[name] for name in order})).files


def test_a_file_of_another_issue_is_refused():
    newer = packs.entries(packs.files(guide_fa="متن تازه".encode()), version=2026010301)
    mixed = newer | {"book/guide.fa.md": ENTRIES["book/guide.fa.md"]}
    assert refusal(packs.archive(mixed)).files == ("book/guide.fa.md",)


def test_the_signature_of_another_pack_is_refused():
    other = packs.entries(packs.files(guide_fa="متن تازه".encode()))
    mixed = ENTRIES | {"SHA256SUMS.minisig": other["SHA256SUMS.minisig"]}
    assert refusal(packs.archive(mixed)).files == ("SHA256SUMS", "SHA256SUMS.minisig")
    large = ENTRIES | {"SHA256SUMS.minisig": bytes(2_001)}
    assert refusal(packs.archive(large)).files == ("SHA256SUMS.minisig",)


@pytest.mark.parametrize("missing", ["SHA256SUMS", "SHA256SUMS.minisig"])
def test_a_pack_without_a_signature_says_so(missing):
    fault = refusal(packs.archive({name: content for name, content in ENTRIES.items() if name != missing}))
    assert isinstance(fault, PackUnsigned)
    assert missing in str(fault)
    assert fault.files == (missing,)


def test_an_unknown_publisher_is_refused():
    assert isinstance(refusal(packs.pack(signer=packs.STRANGER)), PublisherUnknown)


def test_a_borrowed_key_id_is_a_damaged_pack():
    spoof = packs.Signer(packs.STRANGER.seed, packs.PUBLISHER.id)
    assert isinstance(refusal(packs.pack(signer=spoof)), PackDamaged)
    renumbered = packs.Signer(packs.PUBLISHER.seed, b"whatever")
    assert refusal(packs.pack(signer=renumbered)).files == ("SHA256SUMS.minisig",)


def test_a_total_that_is_not_the_sum_is_refused():
    total = sum(map(len, packs.files().values()))
    for wrong in (total - 1, total + 1, 0):
        refusal(packs.pack(total_bytes=wrong))


def test_a_program_is_no_pack():
    raw = packs.manifest(small(), format="program-manifest-1").write()
    refusal(packs.signed_with(raw, small()))


@pytest.mark.parametrize(
    "raw", [b"", b"x", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"%PDF-1.7", bytes(100_000)]
)
def test_what_is_no_pack_at_all_is_damaged(raw):
    assert refusal(raw).files == ("a.briefing",)


def test_a_file_that_cannot_be_read(tmp_path):
    for path in (tmp_path, tmp_path / "none.briefing"):
        with pytest.raises(PackRejected, match=path.name):
            open_pack(path, packs.KEYS)


def test_a_pipe_is_not_waited_for_and_a_link_that_a_person_names_is_followed(tmp_path):
    pipe, link = tmp_path / "pipe.briefing", tmp_path / "link.briefing"
    os.mkfifo(pipe)
    for other in (pipe, Path(os.devnull)):
        with pytest.raises(PackRejected, match="cannot be read"):
            open_pack(other, packs.KEYS)
    (tmp_path / "a.briefing").write_bytes(GOOD)
    link.symlink_to("a.briefing")
    assert open_pack(link, packs.KEYS).names


def test_progress_tells_how_far(tmp_path):
    told = []
    path = tmp_path / "a.briefing"
    path.write_bytes(GOOD)
    open_pack(path, packs.KEYS, lambda done, total: told.append((done, total)))
    total = sum(map(len, packs.files().values()))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (total, total)


def test_what_progress_raises_stops_the_reading(tmp_path):
    class Enough(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Enough

    path = tmp_path / "a.briefing"
    path.write_bytes(GOOD)
    with pytest.raises(Enough):
        open_pack(path, packs.KEYS, stop)


def zipped(change=None, *, method=zipfile.ZIP_STORED, entries=ENTRIES) -> bytes:
    """A pack as another program would make it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as made:
        for name, content in entries.items():
            information = zipfile.ZipInfo(name)
            information.compress_type = method
            information.create_system = 3
            information.external_attr = 0o100644 << 16
            if change:
                change(information)
            made.writestr(information, content)
    return raw.getvalue()


def setting(**values):
    def change(information: zipfile.ZipInfo) -> None:
        for name, value in values.items():
            setattr(information, name, value)

    return change


@pytest.mark.parametrize(
    "raw",
    {
        "compressed": zipped(method=zipfile.ZIP_DEFLATED),
        "bzip2": zipped(method=zipfile.ZIP_BZIP2),
        "lzma": zipped(method=zipfile.ZIP_LZMA),
        "other time": zipped(setting(date_time=(2026, 1, 2, 0, 0, 0))),
        "other system": zipped(setting(create_system=0)),
        "executable": zipped(setting(external_attr=0o100755 << 16)),
        "link": zipped(setting(external_attr=0o120777 << 16)),
        "folder bit": zipped(setting(external_attr=0x10)),
        "comment of an entry": zipped(setting(comment=b"hello")),
        "extra field": zipped(setting(extra=struct.pack("<2H", 0x7075, 0))),
        "other version": zipped(setting(create_version=45)),
    }.values(),
    ids=lambda raw: str(len(raw)),
)
def test_other_containers_of_the_same_files_are_refused(raw):
    refusal(raw)


@pytest.mark.needs("minisign", "sha256sum")
@pytest.mark.parametrize("signer", [packs.PUBLISHER, packs.OTHER], ids=["publisher", "other"])
def test_stock_tools_accept_a_good_pack(tmp_path, signer):
    raw = packs.pack(signer=signer)
    read(raw)
    assert stock_tools_accept(tmp_path, raw, signer)


def stock_tools_accept(folder, raw: bytes, signer: packs.Signer = packs.PUBLISHER) -> bool:
    """Unpack a pack with an ordinary zip program, and check it as HOW-TO-CHECK.txt says."""
    (folder / "key.pub").write_text(signer.line())
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        opened.extractall(unpacked)
    commands = (
        [shutil.which("minisign"), "-Vm", "SHA256SUMS", "-p", str(folder / "key.pub")],
        [shutil.which("sha256sum"), "--strict", "--status", "-c", "SHA256SUMS"],
    )
    done = [subprocess.run(each, cwd=unpacked, capture_output=True, check=False) for each in commands]
    return all(each.returncode == 0 for each in done)


REFUSED = {
    "changed": packs.archive(ENTRIES | {"book/guide.fa.md": b"changed"}),
    "missing": packs.archive({name: raw for name, raw in ENTRIES.items() if name != "book/guide.fa.md"}),
    "swapped": packs.archive(
        ENTRIES
        | {"book/guide.fa.md": ENTRIES["book/guide.en.md"], "book/guide.en.md": ENTRIES["book/guide.fa.md"]}
    ),
    "manifest": packs.archive(ENTRIES | {"SHA256SUMS": ENTRIES["SHA256SUMS"].replace(b"01\n", b"02\n", 1)}),
    "signature": packs.archive(ENTRIES | {"SHA256SUMS.minisig": packs.PUBLISHER.sign(b"other")}),
    "stranger": packs.pack(signer=packs.STRANGER),
    "spoof": packs.pack(signer=packs.Signer(packs.STRANGER.seed, packs.PUBLISHER.id)),
    "mixed": packs.archive(
        packs.entries(packs.files(guide_fa=b"x")) | {"book/guide.fa.md": ENTRIES["book/guide.fa.md"]}
    ),
}


@pytest.mark.needs("minisign", "sha256sum")
@pytest.mark.parametrize("raw", REFUSED.values(), ids=list(REFUSED))
def test_stock_tools_refuse_what_is_refused_for_its_signature_or_hashes(tmp_path, raw):
    refusal(raw)
    assert not stock_tools_accept(tmp_path, raw)
