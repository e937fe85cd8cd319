"""Making packs: what is signed, with which key, and that the key stays where it belongs."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nacl.pwhash import scrypt

from reader import paths
from reader.security.trusted_keys import TrustedKeys
from reader.security.verdict import Standing, judge
from reader.security.verification import open_pack
from tests import garden, packs

ROOT = paths.root()
KEYS = TrustedKeys.load(paths.keys())


def signing(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    around = {
        name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")
    } | environment
    around |= {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "packaging")])}
    command = [sys.executable, "-B", "-P", "-m", "signing", *map(str, words)]
    return subprocess.run(command, env=around, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return garden.write(tmp_path_factory.mktemp("garden") / "content")


@pytest.fixture
def pack(content, tmp_path):
    path = tmp_path / "a.briefing"
    done = signing("pack", path, "--content", content)
    assert done.returncode == 0, done.stderr
    return path


def test_the_briefing_of_this_program_can_be_packed(tmp_path):
    path = tmp_path / "a.briefing"
    done = signing("pack", path)
    assert done.returncode == 0, done.stderr
    assert judge(open_pack(path, KEYS).signed).standing is Standing.DEVELOPMENT
    assert "development" in done.stdout


def test_packing_again_gives_the_same_bytes(content, pack, tmp_path):
    assert signing("pack", tmp_path / "b.briefing", "--content", content).returncode == 0
    assert (tmp_path / "b.briefing").read_bytes() == pack.read_bytes()


def test_what_is_no_part_of_the_briefing_is_left_out_and_told(tmp_path):
    content = garden.write(tmp_path / "content")
    (content / "figures").mkdir(exist_ok=True)
    (content / "figures" / "a.csv").write_text("1")
    (content / "figures" / "a.png").write_bytes(packs.png(1, 1))
    done = signing("pack", tmp_path / "a.briefing", "--content", content)
    assert "figures/a.csv" in done.stdout
    names = open_pack(tmp_path / "a.briefing", KEYS).names
    assert "figures/a.png" in names
    assert "figures/a.csv" not in names


@pytest.mark.parametrize("broken", ["toml", "document", "missing", "link"])
def test_a_broken_briefing_is_not_packed(tmp_path, broken):
    content = garden.write(tmp_path / "content")
    guide = content / "book" / "guide.fa.md"
    if broken == "toml":
        (content / "briefing.toml").write_text("x")
    elif broken == "document":
        guide.write_bytes(b"\xff")
    else:
        guide.unlink()
        if broken == "link":
            guide.symlink_to(content / "book" / "guide.en.md")
    done = signing("pack", tmp_path / "a.briefing", "--content", content)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "a.briefing").exists()


def test_a_signed_folder_verifies(content, tmp_path):
    from reader.security.folder_check import check_folder

    folder = shutil.copytree(content, tmp_path / "copy")
    assert signing("sign", folder).returncode == 0
    assert check_folder(folder, KEYS).standing is Standing.DEVELOPMENT
    program = tmp_path / "program"
    (program / "lib").mkdir(parents=True)
    (program / "lib" / "libA.so.1").write_bytes(b"\x7fELF")
    (program / "data").mkdir()
    (program / "data" / "settings.json").write_text("{}")
    assert signing("sign", program).returncode == 0
    verdict = check_folder(program, KEYS)
    assert verdict.standing is Standing.DEVELOPMENT
    assert [name for name, _ in verdict.signed.manifest.files] == ["lib/libA.so.1"]


def test_the_next_issue_is_announced(tmp_path):
    content = garden.write(tmp_path / "content")
    toml = content / "briefing.toml"
    toml.write_text("next-issue-by = 2026-02-01\n" + toml.read_text(encoding="utf-8"), encoding="utf-8")
    assert signing("pack", tmp_path / "a.briefing", "--content", content).returncode == 0
    manifest = open_pack(tmp_path / "a.briefing", KEYS).signed.manifest
    assert manifest.next_issue_by == packs.DAY.replace(month=2, day=1)


@pytest.mark.needs("minisign")
def test_a_signature_made_elsewhere_is_taken(content, tmp_path):
    manifest = tmp_path / "SHA256SUMS"
    path = tmp_path / "a.briefing"
    assert signing("pack", manifest, "--content", content, "--manifest-only").returncode == 0
    key = ROOT / "packaging" / "keys" / "development.key"
    subprocess.run(["minisign", "-Sm", manifest, "-s", key], check=True, capture_output=True)
    made = signing("pack", path, "--content", content, "--signature", f"{manifest}.minisig")
    assert made.returncode == 0, made.stderr
    assert judge(open_pack(path, KEYS).signed).standing is Standing.DEVELOPMENT
    # Of another issue it is not taken.
    done = signing("pack", tmp_path / "b.briefing", "--signature", f"{manifest}.minisig")
    assert done.returncode == 1
    assert not (tmp_path / "b.briefing").exists()


def test_a_release_refuses_the_development_key(content, tmp_path):
    done = signing("pack", tmp_path / "a.briefing", "--content", content, "--release")
    assert done.returncode == 1
    assert "development key" in done.stderr
    assert not (tmp_path / "a.briefing").exists()


def test_a_key_that_no_reader_knows_makes_no_pack(content, tmp_path):
    key = tmp_path / "own.key"
    key.write_text(secret_key(packs.STRANGER))
    done = signing("pack", tmp_path / "a.briefing", "--content", content, BRIEFING_SIGNING_KEY=str(key))
    assert done.returncode == 1
    assert "resources/keys" in done.stderr


def test_the_key_may_stand_in_the_environment(content, tmp_path):
    raw = (ROOT / "packaging" / "keys" / "development.key").read_text()
    for data in (raw, raw.split("\n")[1]):
        done = signing("pack", tmp_path / "a.briefing", "--content", content, BRIEFING_SIGNING_KEY_DATA=data)
        assert done.returncode == 0, done.stderr
        assert data.split("\n")[-1] not in done.stdout + done.stderr or not data.split("\n")[-1]


@pytest.mark.parametrize("raw", ["", "x", "untrusted comment: x\nAAAA\n", "a\n" + "A" * 212])
def test_what_is_no_key_is_one_sentence(content, tmp_path, raw):
    key = tmp_path / "own.key"
    key.write_text(raw)
    done = signing("pack", tmp_path / "a.briefing", "--content", content, BRIEFING_SIGNING_KEY=str(key))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_a_locked_key_opens_with_its_password_alone(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from signing.secret_key import read_secret_key
    from stopping import Stop

    raw = secret_key(packs.PUBLISHER, "گذرواژه").encode()
    assert read_secret_key(raw, "گذرواژه").public == packs.PUBLISHER.public
    for wrong in ("", "other"):
        with pytest.raises(Stop, match="password"):
            read_secret_key(raw, wrong)
    assert packs.PUBLISHER.seed.hex() not in repr(read_secret_key(raw, "گذرواژه"))


@pytest.mark.needs("minisign")
def test_the_stock_tool_signs_with_the_same_key(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from signing.secret_key import read_secret_key

    monkeypatch.setenv("PATH", os.environ["PATH"])
    subprocess.run(
        ["minisign", "-G", "-W", "-p", "a.pub", "-s", "a.key"], cwd=tmp_path, check=True, capture_output=True
    )
    key = read_secret_key((tmp_path / "a.key").read_bytes(), "")
    (tmp_path / "message").write_bytes(b"hello")
    (tmp_path / "message.minisig").write_bytes(key.sign(b"hello"))
    subprocess.run(
        ["minisign", "-Vm", "message", "-p", "a.pub"], cwd=tmp_path, check=True, capture_output=True
    )


def test_the_reader_holds_no_code_that_signs():
    for file in (ROOT / "reader").rglob("*.py"):
        assert "SigningKey" not in file.read_text(encoding="utf-8"), file


def secret_key(signer: packs.Signer, password: str = "") -> str:
    """A secret key as minisign writes it; locked with few rounds, so that tests are quick."""
    import base64
    import hashlib

    body = signer.id + signer.seed + signer.public.key
    body += hashlib.blake2b(b"Ed" + body, digest_size=32).digest() if password else bytes(32)
    operations, memory, salt = 32768, 16777216, bytes(range(32))
    head = b"Ed" + (b"Sc" if password else bytes(2)) + b"B2" + salt
    head += operations.to_bytes(8, "little") + memory.to_bytes(8, "little")
    if password:
        stream = scrypt.kdf(len(body), password.encode(), salt, operations, memory)
        body = bytes(a ^ b for a, b in zip(body, stream, strict=True))
    raw = io.BytesIO(head + body)
    return f"untrusted comment: a key\n{base64.b64encode(raw.getvalue()).decode()}\n"
