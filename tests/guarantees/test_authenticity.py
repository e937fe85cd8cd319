"""G7–G9, G12, G13: only what a publisher signed is called genuine, and nothing else is shown as such."""

from __future__ import annotations

import ast
import builtins
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import reader.desk
from reader import paths
from reader.desk import Desk
from reader.errors import ContentError, PackRejected
from reader.library.pack import announced, read_through
from reader.security import signature
from reader.security.signature import PublicKey, Signature
from reader.security.trusted_keys import TrustedKeys
from reader.security.verdict import Standing, judge
from reader.security.verification import open_pack, read_pack
from tests import packs

ROOT = paths.root()
READER = sorted((ROOT / "reader").rglob("*.py"))


# G7: every change is seen before anything is shown


def hurt(name: str, content: bytes) -> list[dict[str, bytes]]:
    """Every way to spoil one file of a pack: its ends, its middle, its length, its place and its name."""
    entries = packs.entries()
    others = [other for other in entries if other != name]
    middle = len(content) // 2
    changed = [
        bytes([content[0] ^ 1]) + content[1:],
        content[:middle] + bytes([content[middle] ^ 0x20]) + content[middle + 1 :],
        content[:-1] + bytes([content[-1] ^ 0x80]),
        content[:-1],
        content[1:],
        content + b"\n",
        b"",
    ]
    spoiled = [entries | {name: other} for other in changed]
    spoiled.append({each: entries[each] for each in others})
    spoiled.append({("x" + each if each == name else each): entries[each] for each in entries})
    spoiled.append(entries | {name: entries[others[-1]], others[-1]: content})
    return spoiled


def show(raw: bytes) -> None:
    """Open a pack and draw its first page."""
    desk = Desk(read_through(announced(read_pack(io.BytesIO(raw), "a.briefing", packs.KEYS))))
    desk.open(desk.opening("", "fa"))


@pytest.mark.parametrize("name", packs.entries())
def test_nothing_changed_is_ever_drawn(name, monkeypatch):
    drawn = []
    monkeypatch.setattr(reader.desk, "page", lambda edition, **_: drawn.append(edition))
    show(packs.pack())
    assert len(drawn) == 1, "the spy does not see drawing"
    for entries in hurt(name, packs.entries()[name]):
        with pytest.raises(PackRejected):
            show(packs.archive(entries))
    assert len(drawn) == 1


# G8: what was checked is what is used


def test_a_file_that_changes_after_it_was_read_changes_nothing(tmp_path):
    path = tmp_path / "a.briefing"
    path.write_bytes(packs.pack())
    catalogue = announced(open_pack(path, packs.KEYS))
    path.write_bytes(packs.pack(packs.files(guide_fa="# جعل\n\nمتن جعلی".encode())))
    texts = [passage.text for passage in catalogue.edition("guide", "fa").passages]
    assert texts
    assert not any("جعل" in text for text in texts)
    path.unlink()
    assert catalogue.edition("preface", "fa").passages


def test_a_disk_that_answers_otherwise_the_second_time_deceives_nobody(tmp_path, monkeypatch):
    good, forged = packs.pack(), packs.pack(packs.files(guide_fa="متن جعلی".encode()), signer=packs.STRANGER)
    path, other = tmp_path / "a.briefing", tmp_path / "b.briefing"
    path.write_bytes(good)
    other.write_bytes(forged)
    opened = []

    def deceiving(real):
        def answering(file, *arguments, **named):
            if not isinstance(file, int) and Path(file) == path:
                opened.append(file)
                file = path if len(opened) == 1 else other
            return real(file, *arguments, **named)

        return answering

    for module, name in ((io, "open"), (builtins, "open"), (os, "open")):
        monkeypatch.setattr(module, name, deceiving(getattr(module, name)))
    catalogue = read_through(announced(open_pack(path, packs.KEYS)))
    assert len(opened) == 1
    assert "جعلی" not in catalogue.edition("guide", "fa").body


# G9: the edges of signatures are in tests/security/test_signature.py; here, that all of it holds together


@pytest.mark.parametrize("kind", ["stranger", "spoof", "other id", "legacy", "weak key"])
def test_no_other_signature_makes_a_pack_genuine(kind):
    entries = packs.entries()
    raw = entries["SHA256SUMS"]
    keys = packs.KEYS
    if kind == "stranger":
        made = packs.STRANGER.sign(raw)
    elif kind == "spoof":
        made = packs.Signer(packs.STRANGER.seed, packs.PUBLISHER.id).sign(raw)
    elif kind == "other id":
        made = packs.Signer(packs.PUBLISHER.seed, packs.OTHER.id).sign(raw)
    elif kind == "legacy":
        made = packs.legacy(packs.PUBLISHER, raw)
    else:
        (publisher, _) = packs.KEYS
        weak = PublicKey(b"publishr", b"\1" + bytes(31))
        keys = TrustedKeys((type(publisher)(weak, publisher.names, is_development=False),))
        forged = b"\1" + bytes(63)
        made = signature.write_signature(Signature(b"publishr", forged, b"x", forged))
    with pytest.raises(PackRejected):
        read_pack(io.BytesIO(packs.archive(entries | {"SHA256SUMS.minisig": made})), "a", keys)


# G12: the development key


def test_the_development_key_is_never_called_genuine(tmp_path):
    (development,) = [each for each in TrustedKeys.load(paths.keys()) if each.is_development]
    secret = (ROOT / "packaging" / "keys" / "development.key").read_text()
    assert "not secret" in secret
    signed = read_pack(io.BytesIO(packs.pack()), "a", packs.KEYS).signed
    as_development = type(signed)(signed.manifest, development, signed.copy_number)
    assert judge(as_development).standing is Standing.DEVELOPMENT


def test_no_other_secret_key_is_in_the_tree():
    found = []
    for file in ROOT.rglob("*"):
        if file.is_file() and not {".git", ".venv", "build", "dist"} & set(file.relative_to(ROOT).parts):
            head = file.read_bytes()[:4096]
            if re.search(rb"\bRWQAAE[A-Za-z0-9+/]{200}|\bRWRTY0[A-Za-z0-9+/]{200}", head):
                found.append(str(file.relative_to(ROOT)))
    assert found == [str(Path("packaging/keys/development.key"))]


# G13: words of standing come from one function


def calls(name: str) -> list[str]:
    """Where something of the name is called in the reader."""
    found = []
    for file in READER:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", getattr(node.func, "id", "")) == name
            ):
                found.append(str(file.relative_to(ROOT / "reader")))
    return found


@pytest.mark.parametrize(
    ("name", "only_in"),
    [
        ("Verdict", {"security/verdict.py"}),
        ("Signed", {"security/verification.py"}),
        ("VerifiedFile", {"security/verification.py"}),
        ("VerifiedFolder", {"security/verification.py"}),
        ("verifies", {"security/trusted_keys.py"}),
        ("Publisher", {"security/trusted_keys.py"}),
    ],
)
def test_what_vouches_is_made_in_one_place(name, only_in):
    assert {str(Path(each).as_posix()) for each in calls(name)} == only_in


def test_only_judge_says_genuine():
    tree = ast.parse((ROOT / "reader/security/verdict.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name not in ("judge", "is_unchanged"):
            assert "GENUINE" not in ast.dump(node)
    for file in READER:
        source = file.read_text(encoding="utf-8")
        assert not re.search(r"standing\s*=\s*Standing\.GENUINE", source), file
        assert "replace(verdict" not in source, file


MUTANT = """
import pytest
import reader.security.signature as signature
import reader.security.trusted_keys as trusted_keys

signature.verifies = trusted_keys.verifies = lambda key, message, signature: True
"""


def test_a_reader_that_believes_every_signature_fails_this_suite(tmp_path):
    (tmp_path / "believing.py").write_text(MUTANT)
    suite = [
        "tests/security/test_signature.py",
        "tests/security/test_verification.py",
        "tests/security/test_folder_check.py",
        "tests/commands/test_verify.py",
    ]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "believing", "-k", "not every_b", *suite]
    around = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    around.pop("READER_TEST_LEFT_OUT", None)
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stdout[-2000:]
    (failed,) = re.findall(r"(\d+) failed", done.stdout)
    assert int(failed) >= 5, done.stdout[-2000:]


def test_broken_content_beside_the_program_is_told_not_shown(tmp_path):
    from reader.library.catalogue import Catalogue
    from reader.security.program_folder import ProgramFolder
    from tests import garden

    folder = garden.write(tmp_path / "content")
    (folder / "book" / "guide.fa.md").write_bytes(b"\xff")
    desk = Desk(Catalogue.load(ProgramFolder(folder)))
    assert desk.verdict.standing is Standing.SOURCE
    with pytest.raises(ContentError):
        desk.open(desk.opening("guide", "fa"))
