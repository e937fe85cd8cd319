"""HOW-TO-CHECK.txt: its commands are true, in both languages, for a pack and for a folder."""

import io
import re
import subprocess
import zipfile

import pytest

from reader import paths
from tests import packs

TEXT = (paths.resources() / "HOW-TO-CHECK.txt").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (.+)$", TEXT, re.MULTILINE)


def test_both_languages_give_the_same_commands():
    half = len(COMMANDS) // 2
    assert COMMANDS[:half] == COMMANDS[half:]
    assert [command.split()[0] for command in COMMANDS[:half]] == [
        "apt-get",
        "minisign",
        "sha256sum",
        "shasum",
        "Get-Content",
    ]


def holds(folder, signer: packs.Signer) -> bool:
    """Do what the text says."""
    done = [
        subprocess.run(
            command.replace("KEY", signer.public.line).split(), cwd=folder, capture_output=True, check=False
        )
        for command in COMMANDS
        if command.startswith(("minisign", "sha256sum", "shasum"))
    ]
    assert len(done) == 6
    return all(each.returncode == 0 for each in done)


@pytest.mark.needs("minisign", "sha256sum", "shasum")
def test_the_commands_accept_a_good_pack_and_no_other(tmp_path):
    with zipfile.ZipFile(io.BytesIO(packs.pack())) as opened:
        opened.extractall(tmp_path)
    assert holds(tmp_path, packs.PUBLISHER)
    assert not holds(tmp_path, packs.OTHER)
    for name in packs.entries():
        content = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(content[:-2] + b"x\n")
        assert not holds(tmp_path, packs.PUBLISHER), name
        (tmp_path / name).write_bytes(content)
    assert holds(tmp_path, packs.PUBLISHER)
