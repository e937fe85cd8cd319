"""Makes the Debian package: the program folder, an entry in the menu, its picture, and no scripts.

The format is that of deb(5): an archive of ar(5) with three members. It is written here, and not by dpkg-deb,
so that it can be made on every system and is the same everywhere.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from forms.archives import single, tar_xz
from forms.members import DATE, PROGRAM, Member, glibc, total_bytes
from project_folders import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "briefing-reader"
"""Of the package; Debian has none of this name, and "reader" alone could be anybody's."""
LIBRARIES = ("libgl1", "libegl1", "libdbus-1-3", "libfontconfig1")
"""What the program takes from the system besides the C library."""
_ICON = Path(__file__).with_name("icon.svg")
_ENTRY = f"""[Desktop Entry]
Type=Application
Name=Briefing Reader
Name[fa]=جزوه‌خوان
Comment=Read a briefing without a network
Comment[fa]=خواندن جزوه بدون اینترنت
Exec={NAME}
Icon={NAME}
Categories=Office;Viewer;
"""


def debian_package(program: Sequence[Member], version: str, preset: int = 9) -> bytes:
    """Return the package.

    Args:
        program: the files of the program folder, below one folder.
        version: of the package.
        preset: of xz, 0 (soon) to 9 (small).
    """
    base = f"usr/lib/{NAME}"
    files = [
        Member(f"{base}/{member.name.partition('/')[2]}", member.content, member.mode) for member in program
    ]
    files += [
        Member(f"usr/bin/{NAME}", link=f"../lib/{NAME}/{PROGRAM}"),
        single(f"usr/share/applications/{NAME}.desktop", _ENTRY),
        Member(f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg", _ICON),
        Member(f"usr/share/doc/{NAME}/copyright", ROOT / "LICENSE"),
    ]
    files.sort(key=lambda member: member.name)
    control = [
        single("./control", _control(files, version)),
        single(
            "./md5sums",
            "".join(
                f"{hashlib.md5(member.read(), usedforsecurity=False).hexdigest()}  {member.name}\n"
                for member in files
                if not member.link
            ),
        ),
    ]
    placed = [Member(f"./{member.name}", member.content, member.mode, member.link) for member in files]
    return b"!<arch>\n" + b"".join(
        _part(name, content)
        for name, content in (
            ("debian-binary", b"2.0\n"),
            ("control.tar.xz", tar_xz(control, preset)),
            ("data.tar.xz", tar_xz(placed, preset)),
        )
    )


def _control(files: Sequence[Member], version: str) -> str:
    needed = ", ".join([f"libc6 (>= {glibc(files)})", *LIBRARIES])
    return f"""Package: {NAME}
Version: {version}
Architecture: amd64
Maintainer: nobody <nobody@example.invalid>
Installed-Size: {total_bytes(files) // 1024}
Depends: {needed}
Section: text
Priority: optional
Description: offline reader for a briefing in Persian and English
 It opens no connection and writes nothing unless it is asked to. Who packed this
 copy is told by the program, and by the signature that lies beside this package.
"""


def _part(name: str, content: bytes) -> bytes:
    head = f"{name:<16}{DATE:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
    return head.encode("ascii") + content + b"\n" * (len(content) % 2)
