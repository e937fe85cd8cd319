"""G3: the program stops when a part of it reaches for the network, another program or a temporary file."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.errors import IsolationBroken
from reader.security.isolation import FORBIDDEN, LIBRARIES

ROOT = Path(__file__).resolve().parents[2]

REACHES = {
    "socket.": [
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_UNIX)",
        "import socket; socket.create_connection(('localhost', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.gethostbyname('localhost')",
        "import socket; socket.gethostname()",
        "import socket; socket.socketpair()",
        "import asyncio; asyncio.run(asyncio.sleep(0))",
    ],
    "urllib.": ["from urllib.request import urlopen; urlopen('file:///etc/hostname')"],
    "http.": ["from http.client import HTTPConnection; HTTPConnection('localhost').connect()"],
    "ftplib.": ["import ftplib; ftplib.FTP('localhost')"],
    "imaplib.": ["import imaplib; imaplib.IMAP4('localhost')"],
    "nntplib.": ["import sys; sys.audit('nntplib.connect')"],
    "poplib.": ["import poplib; poplib.POP3('localhost')"],
    "smtplib.": ["import smtplib; smtplib.SMTP('localhost')"],
    "telnetlib.": ["import sys; sys.audit('telnetlib.Telnet.open')"],
    "subprocess.": [
        "import subprocess; subprocess.run(['/bin/sh', '-c', MARK])",
        "import os; os.popen(MARK).close()",
        "from ctypes.util import find_library; find_library('c')",
    ],
    "os.system": ["import os; os.system(MARK)"],
    "os.exec": [
        "import os; os.execv('/bin/sh', ['sh', '-c', MARK])",
        "import os; os.execlp('sh', 'sh', '-c', MARK)",
    ],
    "os.spawn": [
        "import sys; sys.audit('os.spawn')",
    ],
    "os.posix_spawn": [
        "import os; os.posix_spawn('/bin/sh', ['sh', '-c', MARK], {})",
        "import os; os.posix_spawnp('sh', ['sh', '-c', MARK], {})",
    ],
    "os.fork": [
        "import os; os.spawnv(os.P_WAIT, '/bin/sh', ['sh', '-c', MARK])",
        "import os; os.fork()",
        "import os; os.forkpty()",
        "import multiprocessing as m; m.get_context('fork').Process(target=print).start()",
    ],
    "os.startfile": ["import sys; sys.audit('os.startfile/2')"],
    "pty.spawn": ["import pty; pty.spawn(['sh', '-c', MARK])"],
    "webbrowser.": ["import sys; sys.audit('webbrowser.open')"],
    "_winapi.CreateProcess": ["import sys; sys.audit('_winapi.CreateProcess')"],
    "tempfile.": [
        "import tempfile; tempfile.mkstemp()",
        "import tempfile; tempfile.mkdtemp()",
        "import tempfile; tempfile.NamedTemporaryFile()",
    ],
    "winreg.CreateKey": ["import sys; sys.audit('winreg.CreateKey')"],
    "winreg.DeleteKey": ["import sys; sys.audit('winreg.DeleteKey')"],
    "winreg.DeleteValue": ["import sys; sys.audit('winreg.DeleteValue')"],
    "winreg.SetValue": ["import sys; sys.audit('winreg.SetValue')"],
    LIBRARIES: [
        "import ctypes; ctypes.CDLL('libc.so.6')",
        "import ctypes; ctypes.CDLL('./PySide6')",
        "import ctypes; ctypes.CDLL(None).getpid()",
        "import ctypes; ctypes.string_at(id(1), 1)",
    ],
}
"""What is tried, by the beginning of the event that stops it; what needs another system is only announced."""
LINES = [(event, line) for event, lines in REACHES.items() for line in lines]

CHILD = """
import sys
MARK = "echo done > mark"
from reader.__main__ import main
from reader.errors import IsolationBroken
from reader.security.isolation import isolate
isolate()
try:
    {line}
except IsolationBroken as fault:
    sys.exit(str(fault.values["event"]))
"""


def child(code: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", "-P", *options, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("event", "line"), LINES, ids=[f"{event} {line[-40:]}" for event, line in LINES])
def test_what_reaches_out_is_stopped(tmp_path, event, line):
    done = child(CHILD.format(line=line), tmp_path)
    assert (done.returncode, done.stderr.splitlines()[-1][: len(event)]) == (1, event), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_forbidden_event_is_tried():
    assert set(REACHES) == {*FORBIDDEN, LIBRARIES}


def test_also_in_a_thread(tmp_path):
    line = (
        "import socket, threading; told = []; threading.excepthook = told.append; "
        "t = threading.Thread(target=socket.socket); t.start(); t.join(); raise told[0].exc_value"
    )
    assert child(CHILD.format(line=line), tmp_path).stderr.startswith("socket.")


def test_a_library_may_import_what_could_load_others(tmp_path):
    done = child(CHILD.format(line="import ctypes; print('imported')"), tmp_path)
    assert (done.returncode, done.stdout) == (0, "imported\n"), done.stderr


THE_PROGRAM = """
import sys
sys.argv = ["reader", *{words!r}]
from reader import __main__
from reader.commands import terminal
def reach():
    import socket
    socket.socket()
terminal.prepare = reach
sys.exit(__main__.main({given}))
"""


def test_the_program_begins_with_it_and_says_one_sentence(tmp_path):
    done = child(THE_PROGRAM.format(words=["list"], given=""), tmp_path)
    assert done.returncode != 0
    assert "IsolationBroken" in done.stderr, "something came before it"
    inside = THE_PROGRAM.replace("terminal.prepare = reach", "__main__._run = lambda given: reach()")
    done = child(inside.format(words=[], given=""), tmp_path)
    (sentence,) = done.stderr.splitlines()
    assert "socket.__new__" in sentence
    assert done.returncode == IsolationBroken.exit_code


def test_whoever_calls_the_program_from_another_is_left_as_it_is(tmp_path):
    done = child(THE_PROGRAM.format(words=[], given=["list"]), tmp_path)
    assert "IsolationBroken" not in done.stderr


def test_nothing_comes_before_it():
    tree = ast.parse((ROOT / "reader" / "__main__.py").read_text(encoding="utf-8"))
    (main,) = [each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == "main"]
    assert ast.unparse(main.body[1]).startswith("if arguments is None:")
    assert "isolate()" in ast.unparse(main.body[1])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such dumps")
def test_a_crash_leaves_no_dump_of_memory(tmp_path):
    crash = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    allowing = "import resource as r; r.setrlimit(r.RLIMIT_CORE, (-1, -1))\n"
    code = allowing + "from reader.security.isolation import isolate; isolate(); " + crash
    done = child(code, tmp_path)
    assert done.returncode == -signal.SIGSEGV, done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("screen", ["vnc", "vnc:port=5901", "xcb;vnc", "webgl"])
def test_it_is_shown_on_no_screen_that_others_reach(monkeypatch, capsys, screen):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", screen)
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("There is no display.")
