"""Makes every form of a signed program folder, and signs them together."""

from __future__ import annotations

import shutil
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bundle.folder import HOW_TO_CHECK, INSIDES
from forms.archives import tar_xz, write_zip
from forms.debian_package import debian_package
from forms.members import program_members, total_bytes
from forms.self_extracting import self_extracting
from forms.windows_installer import write_windows_installer
from project_folders import ROOT
from reader import paths
from reader.security.folder_check import check_folder
from reader.security.signature import SIGNATURE_NAME
from reader.security.trusted_keys import TrustedKeys
from reader.security.verdict import Standing
from signing.__main__ import main as signing
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.members import Member
    from reader.security.manifest import Manifest

SYSTEMS = ("linux", "windows", "macos")


def make_forms(program: Path, out: Path, *, release: bool = False) -> None:
    """Make the forms of one program folder beside those that are there already, and sign them all.

    Args:
        program: a signed program folder; its name is that of its system.
        out: where the forms go.
        release: refuse the development key.

    Raises:
        Stop: the folder is not as it was signed, or something cannot be made.
    """
    make_unsigned(program, out, release=release)
    seal(out, publishers(program), release=release)


def make_unsigned(program: Path, out: Path, *, release: bool = False) -> None:
    """Make the forms of one program folder and sign nothing; otherwise as ``make_forms``."""
    if program.name not in SYSTEMS:
        raise Stop(f"“{program}” should have the name of its system: {', '.join(SYSTEMS)}.")
    program = program.resolve()
    version = _version(_signed(program, release=release))
    out.mkdir(parents=True, exist_ok=True)
    name = f"reader-{program.name}"
    members = program_members(program, name)
    for old in (*out.glob(f"{name}*"), *(out.glob("reader_*.deb") if program.name == "linux" else ())):
        old.unlink()
    write_zip(out / f"{name}.zip", members)
    if program.name == "linux":
        _linux(out, name, members, version)
    elif program.name == "windows":
        write_windows_installer(out / f"{name}-setup.exe", members, version)
    for made in sorted((*out.glob(f"{name}*"), *out.glob(f"reader_{version}_*"))):
        print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")


def publishers(program: Path) -> Path:
    """Return the folder of the keys that a program trusts; a release leaves out the development key."""
    own = program / INSIDES / "resources" / "keys"
    return own if own.is_dir() else paths.keys()


def seal(out: Path, keys: Path, *, release: bool = False, list_only: bool = False) -> None:
    """Put the way to check beside the forms, and sign the folder.

    Args:
        out: the folder.
        keys: those of the publishers.
        release: refuse the development key.
        list_only: write the list, and leave signing it to another computer.

    Raises:
        Stop: it cannot be signed; why was told.
    """
    shutil.copyfile(paths.resources() / HOW_TO_CHECK, out / HOW_TO_CHECK)
    (out / SIGNATURE_NAME).unlink(missing_ok=True)
    how = [*(["--release"] * release), *(["--manifest-only"] * list_only)]
    if signing(["sign", str(out), "--keys", str(keys), *how]) != 0:
        raise Stop(f"“{out}” is not signed.")
    sys.stdout.flush()


def _linux(out: Path, name: str, members: Sequence[Member], version: str) -> None:
    # Compressing lets another thread work.
    with ThreadPoolExecutor(2) as pool:
        package = pool.submit(debian_package, members, version)
        archive = tar_xz(members)
        (out / f"{name}.tar.xz").write_bytes(archive)
        (out / f"{name}.run").write_bytes(self_extracting(archive, total_bytes(members)))
        (out / f"reader_{version}_amd64.deb").write_bytes(package.result())


def _signed(program: Path, *, release: bool) -> Manifest:
    """Return what was signed of a program folder.

    Raises:
        Stop: it was changed since, or a release is to be made of what no publisher signed.
    """
    verdict = check_folder(program, TrustedKeys.load(publishers(program)))
    if verdict.signed is None or not verdict.is_unchanged:
        raise Stop(
            f"“{program}” is not as it was signed; build it again, or sign it: build_app.py sign FOLDER."
        )
    if release and verdict.standing is not Standing.GENUINE:
        raise Stop(f"“{program}” is signed with the development key; a release is not made of it.")
    return verdict.signed.manifest


def _version(manifest: Manifest) -> str:
    """Return the program's version and that of its briefing, as a Debian package has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"{project['version']}-{manifest.version}"
