"""Tells what a computer could run: such a file that nobody signed is an alarm."""

from __future__ import annotations

import re

_ENDING = re.compile(
    r"""apk|app|appimage|application|appref-ms|bat|bin|chm|class|cmd|com|command|cpl|csh|deb|desktop|dll|dmg
    |docm|dylib|elf|exe|gadget|hta|inf|ins|isp|jar|js|jse|ksh|lnk|mjs|msc|msh|msi|msp|mst|out|php|pif|pkg|pl
    |pptm|prf|prg|ps1|ps2|psm1|py|pyc|pyd|pyo|pyw|rb|reg|rpm|run|scf|scr|sct|sh|shb|shs|snap|so|sys|terminal
    |url|vb|vbe|vbs|vxd|workflow|ws|wsc|wsf|wsh|xbap|xlsm|zsh""",
    re.VERBOSE,
)
"""What Windows, macOS and Linux start, load or take orders from."""
_BEGINNINGS = (
    b"MZ",  # Windows
    b"\x7fELF",  # Linux
    b"#!",  # scripts
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # macOS, Java
    b"[Desktop Entry]",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a link of Windows
    b"dex\n",
)
HEAD = max(map(len, _BEGINNINGS))
"""Bytes of a file that ``can_run`` looks at."""


def can_run(name: str, head: bytes) -> bool:
    """Say whether a computer could run a file, by its name or by how it begins.

    Args:
        name: its name.
        head: its first bytes, at least ``HEAD`` of them where it has as many.
    """
    endings = name.lower().rstrip(". ").split(".")[1:]
    return any(_ENDING.fullmatch(ending.strip()) for ending in endings) or head.startswith(_BEGINNINGS)
