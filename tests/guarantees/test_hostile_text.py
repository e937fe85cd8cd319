"""G19–G22: texts that attack the page, the widgets, the search, or one's patience."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import time
from contextlib import suppress
from html.parser import HTMLParser

import pytest

from reader import paths
from reader.errors import DocumentBroken
from reader.library.document import Edition
from reader.library.source import parse
from reader.render.html import page
from reader.render.sanitise import ATTRIBUTES, TAGS, sanitise
from tests import garden
from tests.pace import within

ROOT = paths.root()
LIMIT = 2.0
"""Seconds of work."""

# G19: HTML

PAYLOADS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//host/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<img src='file:///etc/passwd'>",
    "<img src='\\\\host\\share\\x.png'>",
    "<img src='//host/share/x.png'>",
    "<img src=/etc/hostname>",
    "<img src=../../x.png>",
    "<img srcset='file:///x 2x'>",
    "<img src='data:image/png;base64,AAAA'>",
    "<svg onload=alert(1)>",
    "<svg><use href='file:///x'/></svg>",
    "<math><mi xlink:href='javascript:1'>",
    "<iframe src=file:///etc/passwd></iframe>",
    "<object data=file:///x></object>",
    "<embed src=file:///x>",
    "<link rel=stylesheet href=file:///x.css>",
    "<style>@import 'file:///x.css';</style>",
    "<style>body{background:url(file:///x)}</style>",
    "<p style='background-image:url(file:///x)'>a</p>",
    "<table background='file:///x'><tr><td>a</table>",
    "<body background=file:///x>",
    "<base href=file:///>",
    "<meta http-equiv=refresh content='0;url=file:///x'>",
    "<form action=file:///x><input></form>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='file:///etc/passwd'>a</a>",
    "<a href='http://example.org'>a</a>",
    "<a name=x id=x onclick=alert(1)>a</a>",
    "<video src=file:///x></video>",
    "<audio src=file:///x></audio>",
    "<!--[if IE]><script>1</script><![endif]-->",
    "<![CDATA[<script>1</script>]]>",
    "<?php x ?>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "<noscript><p title='</noscript><img src=x onerror=1>'>",
    "<title><img src=x></title>",
    "<textarea></textarea><script>1</script>",
    "<xmp><script>1</script></xmp>",
    "<details open ontoggle=alert(1)>",
    "<p class=x id='a b' style=color:red>a",
    "<span style='font-size:200px'>✔ Genuine</span>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=file:///x&#62;",
    "![a](file:///etc/passwd)",
    "![a](//host/share/x.png)",
    "![a](\\\\host\\share\\x.png)",
    "![a](/etc/hostname)",
    "![a](../up.png)",
    "![a](figures/../../up.png)",
    "![a](figures/a.svg)",
    "![a](data:image/png;base64,AAAA)",
    "![a](http://example.org/a.png)",
    "![a](figures/a.png 'x\" onerror=\"alert(1)')",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](file:///etc/passwd)",
    "[a](//host/share)",
    "[a](http://example.org)",
    "[a](mailto:a@b.c)",
    "[a](data:text/html,x)",
    "[a](guide.md?x=1)",
    "[a](../guide)",
    "[a](<file:///x>)",
    "[a][b]\n\n[b]: file:///etc/passwd",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<http://example.org>",
    "<file:///etc/passwd>",
    "<a@b.c>",
    "`<script>1</script>`",
    "```\n<script>1</script>\n```",
    "    <script>1</script>",
    "a[^1]\n\n[^1]: <img src=file:///x onerror=1>",
    "| <img src=x> | [a](file:///x) |\n|---|---|\n| <script> | b |",
    "# <img src=file:///x>\n\n## [a](file:///x)",
    "[p01] <script>1</script>",
    '[p01"onclick=alert(1)] a',
    "\x02wzxhzdk:0\x03<script>",
    "<scr<script>ipt>1</scr</script>ipt>",
    "<img/src='file:///x'/>",
    "<\x00img src=file:///x>",
    "<ſcript>1</ſcript>",
]


class Gate(HTMLParser):
    """Reads HTML as a browser would and notes whatever should not be there."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name != "id" and name not in ATTRIBUTES.get(tag, set()):
                self.found.append(f"{tag} {name}")
            if name in ("src", "href") and not is_within(name, value or ""):
                self.found.append(f"{tag} {name}={value}")

    def handle_comment(self, data):
        self.found.append(f"<!--{data}-->")

    handle_decl = handle_pi = unknown_decl = handle_comment


def is_within(name: str, address: str) -> bool:
    """Say whether an address stays in the briefing."""
    if name == "src":
        return address.startswith("figures/") and ".." not in address and "\\" not in address
    target, _, _ = address.partition("#")
    return not set(target) & set(":\\/?%") and not target.startswith(".")


def drawn(text: str, language: str) -> str:
    """The HTML of a page, as any view and any export get it."""
    parsed = parse(text, document="guide")
    return page(Edition("guide", language, "x", parsed.passages, parsed.body)).html_with("<b>")


def test_there_are_many():
    assert len(PAYLOADS) >= 60


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_payload_passes(payload, language):
    for text in (payload, f"متن {payload} word", f"- {payload}\n- b", f"> {payload}"):
        gate = Gate()
        gate.feed(drawn(text, language))
        gate.close()
        assert gate.found == []


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_the_gate_holds_by_itself(payload):
    gate = Gate()
    gate.feed(sanitise(payload))
    gate.close()
    assert gate.found == []


@pytest.mark.parametrize(
    "payload", ["<b onclick=1>", "<img src=file:///x>", "<a href='//h'>", "<script>", "<!-- a -->"]
)
def test_the_check_itself_sees(payload):
    gate = Gate()
    gate.feed(payload)
    gate.close()
    assert gate.found


HOSTILE_WINDOW = """
import sys
from pathlib import Path
from reader import paths
paths.content = lambda: Path(sys.argv[1])
from reader.__main__ import main
sys.exit(main(["--interface", "en", "--screenshot", sys.argv[2], "--search", sys.argv[3]]))
"""


@pytest.mark.needs("strace")
def test_the_window_opens_nothing_that_a_text_or_a_title_names(tmp_path):
    canary = tmp_path / "canary.png"
    canary.write_bytes(b"x")
    folder = garden.write(tmp_path / "content")
    trap = f"<img src='file://{canary}'>"
    toml = folder / "briefing.toml"
    told = toml.read_text(encoding="utf-8")
    for title in ("The garden book", "Guide to gardening", "Preface", "Book", "راهنمای باغبانی"):
        told = told.replace(f'= "{title}"', f'= "{trap}"')
    assert told.count(trap) == 5
    toml.write_text(told, encoding="utf-8")
    guide = "\n\n".join(payload.replace("/etc/passwd", str(canary)).replace("\0", "") for payload in PAYLOADS)
    for language in ("fa", "en"):
        text = f"{trap}\n\n{guide}\n\n![{trap}](file://{canary})\n\n![a]({canary})\n\ngarden {trap}\n"
        (folder / "book" / f"guide.{language}.md").write_text(text, encoding="utf-8")
    picture, trace = tmp_path / "picture.png", tmp_path / "trace"
    command = [sys.executable, "-B", "-c", HOSTILE_WINDOW, str(folder), str(picture), "garden"]
    around = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    watch = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file", "-o", str(trace)]
    done = subprocess.run([*watch, *command], env=around, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any(str(picture) in line for line in lines), "the trace does not see files"
    assert [line for line in lines if "canary" in line and "execve(" not in line] == []
    assert [line for line in lines if '"/etc/passwd"' in line or "//host" in line] == []


# G20: widgets that would take a text for HTML

MAKES_RICH = {"QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QTextDocument", "QToolTip"}


@pytest.mark.parametrize("file", sorted((ROOT / "reader" / "ui").glob("*.py")), ids=lambda file: file.stem)
def test_every_label_is_told_to_be_plain(file):
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    made = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("QLabel", "QMessageBox")
    ]
    # A label that is given no text, only an accessible name, draws nothing.
    has_text = ".setText(" in source or any(
        isinstance(argument, ast.Constant | ast.JoinedStr) for call in made for argument in call.args
    )
    if made and has_text:
        assert "setTextFormat(Qt.TextFormat.PlainText)" in source
    assert "RichText" not in source
    assert "AutoText" not in source


# G21: queries

QUERIES = [
    "*",
    "* * * * *",
    "a* " * 200,
    "?" * 50,
    "(" * 5000,
    ")" * 5000,
    "[a TO z]",
    "{a TO}",
    "a^1e999",
    "a" * 100_000,
    "a " * 50_000,
    "\0",
    "\ud800",
    "NOT " * 3000,
    "a AND " * 3000,
    '"' * 999,
    '"a b c' * 500,
    "in:" * 500,
    "lang:" + "x" * 500,
    "title:/a(b+)+$/",
    "-" * 3000,
    "\u202e" * 3000,
    "~" * 100 + "a~9",
    "9" * 5000,
    "1404/99/99 " * 100,
    "\n" * 1000,
]


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_no_query_hangs_or_fails(searching, query):
    began = time.process_time()
    searching.search(query)
    assert time.process_time() - began < within(LIMIT)


@pytest.fixture(scope="module")
def searching():
    from reader.desk import Desk
    from reader.library.catalogue import Catalogue
    from reader.security.program_folder import ProgramFolder

    desk = Desk(Catalogue.load(ProgramFolder(paths.content())))
    desk.prepare()
    return desk


# G22: Markdown that takes long

SLOW = {
    "brackets": "[" * 20_000,
    "brackets on lines": "[\n" * 20_000,
    "links": "[a](" * 5_000,
    "links on lines": "[a](\n" * 5_000,
    "pictures": "![a](" * 5_000,
    "notes": "[^1]" * 5_000,
    "deep list": "".join(f"{'    ' * depth}- a\n" for depth in range(300)),
    "deep list by spaces": "".join(f"{'  ' * depth}- a\n" for depth in range(300)),
    "deep quotes": "> " * 300 + "a",
    "deep quotes without space": ">" * 3000 + "a",
    "stars": "*a " * 8_000,
    "two stars": "**a " * 8_000,
    "underlines": "_a " * 8_000,
    "backticks": "`" * 15_000,
    "backticks of each length": " ".join("`" * length for length in range(1, 180)),
    "backslashes": "\\" * 19_000,
    "angles": "<" * 19_000,
    "entities": "&a" * 9_000,
    "one long line": "a" * 2_000_000,
    "table": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|a" * 5_000,
    "tall table": "|a|b|\n|-|-|\n" + "|a|b|\n" * 50_000,
    "table of a few thousand rows": "|a|b|\n|-|-|\n" + "|a|b|\n" * 4_000,
    "headings": "# a\n" * 50_000,
    "references": "".join(f"[{number}]: a\n" for number in range(50_000)),
    "equals": "a\n" + "=" * 19_000,
    "rules": "- " * 9_000,
    "numbers": "1. " * 6_000,
    "code in list": "- a\n\n        b\n" * 5_000,
    "spaces": " " * 19_000 + "a",
    "tabs": "\t" * 19_000 + "a",
    "empty quotes": ">\n" * 50_000,
    "paragraphs": "a\n\n" * 8_000,
    "footnotes": "".join(f"a[^{number}]\n\n[^{number}]: b\n\n" for number in range(1_500)),
}


@pytest.mark.parametrize("kind", SLOW)
def test_no_text_takes_long(kind):
    began = time.process_time()
    with suppress(DocumentBroken):
        drawn(SLOW[kind], "fa")
    assert time.process_time() - began < within(LIMIT)
