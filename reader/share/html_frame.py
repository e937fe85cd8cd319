"""What frames the text of the HTML edition: its style, its script, and what it allows itself."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

THEMES = ("light", "dark", "contrast")
SCRIPTS = (
    "start",
    *("search/fold", "search/words", "search/dates", "search/typing", "search/bilingual", "search/lexicon"),
    *("search/query", "search/resolution", "search/finder", "passages", "pictures", "page"),
)
"""Parts of the script, in the order in which each needs those before it."""
_JOINED = re.compile(r"(?<=[{;,(\[])\n")
"""Ends of lines that no script needs (ECMA-262, section 12.10.1: no semicolon is ever put in there)."""
_FACES = {"Regular": 400, "Bold": 700}


def themes(resources: Path) -> dict[str, dict[str, Any]]:
    """Return the colours of every theme of the file."""
    return {
        name: tomllib.loads((resources / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
        for name in THEMES
    }


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy (W3C, level 2, section 7): this style, this script, nothing else."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


WHOLE_SCRIPT = "edition.js"


def script(folder: Path) -> str:
    """Return the script of the file, without its comments and most of its ends of lines.

    Args:
        folder: holds its parts, or in a bundle the whole of it.
    """
    if (whole := folder / WHOLE_SCRIPT).exists():
        return whole.read_text(encoding="utf-8")
    parts = ((folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    lines = (line.strip() for part in parts for line in part.splitlines())
    code = "\n".join(line for line in lines if line and not line.startswith("//"))
    return f'(function () {{\n"use strict";\n{_JOINED.sub("", code)}\n}})();'


def style(resources: Path, themes: Mapping[str, Any], languages: Sequence[str], spoken: Sequence[str]) -> str:
    """Return the style of the file, its fonts and the colours of its themes in it.

    Args:
        resources: the folder that holds ``edition/`` and ``fonts/``.
        themes: the colours.
        languages: those of the text; one of them, or all, are seen at a time.
        spoken: those of the file's own words; one of them is seen at a time.
    """
    faces = []
    for name, weight in _FACES.items():
        font = (resources / "fonts" / "web" / f"Vazirmatn-{name}.woff2").read_bytes()
        address = f"data:font/woff2;base64,{base64.b64encode(font).decode('ascii')}"
        faces.append(
            f'@font-face{{font-family:Vazirmatn;font-weight:{weight};src:url("{address}") format("woff2")}}'
        )
    light, dark, contrast = (_variables(themes[name]) for name in THEMES)
    hidden = [
        *(
            _hiding("show", one, f'.pair>[lang="{other}"]')
            for one in languages
            for other in languages
            if one != other
        ),
        *(_hiding("ui", one, f".u-{other}") for one in spoken for other in spoken if one != other),
    ]
    return "\n".join(
        [
            *faces,
            f":root{{{light}}}",
            f"@media(prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}",
            f':root[data-theme="dark"]{{{dark}}}',
            f':root[data-theme="contrast"]{{{contrast}}}',
            (resources / "edition" / "style.css").read_text(encoding="utf-8").strip(),
            *hidden,
        ]
    )


def _hiding(choice: str, chosen: str, what: str) -> str:
    return f'html[data-{choice}="{chosen}"] {what}{{display:none}}'


def _variables(theme: Mapping[str, Any]) -> str:
    colours = ";".join(f"--{name.replace('_', '-')}:{each}" for name, each in theme.items() if name != "dark")
    return f"color-scheme:{'dark' if theme['dark'] else 'light'};{colours}"


def plain_json(value: object) -> str:
    """Return JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
