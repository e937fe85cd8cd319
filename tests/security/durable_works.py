"""Everything the program does to a disk, each with what may be found there when it was cut short.

Work is Python that runs with ``folder`` standing for where; what stands before ``---`` is done beforehand.
``tests/security/test_kill_matrix.py`` kills each at every call, ``test_every_refusal.py`` refuses every call.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.memory.memory import Memory
from reader.security.safe_write import sweep
from tests import garden, packs
from tests.memory.kept import MUCH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Held = dict[str, bytes]
OLD_PACK, NEW_PACK = "garden-2026010201.briefing", "garden-2026010301.briefing"


@dataclass(frozen=True)
class Work:
    """Something that is done to a folder.

    Attributes:
        code: what is done.
        before: what lies in the folder before, by path; a path that ends in a slash is a folder.
        states: given what lay there before and what lies there when all went well, everything that may be
            found after it was cut short and the next start has tidied up.
        prepare: makes the folder as it is before, where ``before`` cannot say it.
        tidy: what the next start does.
    """

    code: str
    before: Held
    states: Callable[[Held, Held], list[Held]] = lambda old, new: [old, new]
    prepare: Callable[[Path], None] = lambda folder: None
    tidy: Callable[[Path], Any] = sweep

    def begin(self, folder: Path) -> Path:
        """Make a folder in its old state."""
        folder.mkdir()
        packs.write_folder(folder, self.before)
        self.prepare(folder)
        return folder

    def check(self, folder: Path, old: Held, new: Held) -> Held:
        """See to it that what is found after the next start is whole; return it."""
        self.tidy(folder)
        found = held(folder)
        assert found in self.states(old, new), sorted(found)
        return found


def held(folder: Path) -> Held:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def issue(version: int) -> bytes:
    """A pack of the garden book."""
    toml = garden.TOML.replace("2026010201", str(version))
    return packs.pack(packs.files() | {"briefing.toml": toml.encode()}, version=version)


def fill_memory(folder: Path) -> None:
    memory = Memory(folder / "data")
    memory.begin()
    memory.save(MUCH)
    memory._let_go()


def spoil_settings(folder: Path) -> None:
    fill_memory(folder)
    (folder / "data" / "settings.json").write_bytes(b"not what we wrote")


def open_memory(folder: Path) -> None:
    """Open what is remembered, as a start does: nothing of it is broken."""
    memory = Memory(folder / "data")
    memory.open()
    assert memory.faults == []
    memory._let_go()


def open_broken_memory(folder: Path) -> None:
    """Open what is remembered, of which a file was broken before."""
    memory = Memory(folder / "data")
    memory.open()
    memory._let_go()


def write_garden(folder: Path) -> None:
    garden.write(folder / "content")


def each_file_old_or_new(old: Held, new: Held) -> list[Held]:
    """Files are written one after the other, by name; each is the old or the new one."""
    changed = ("data/settings.json", "data/places.json", "data/bookmarks.json")
    return [old | {name: new[name] for name in changed[:count] if name in new} for count in range(4)]


def set_aside_first(old: Held, new: Held) -> list[Held]:
    """What is broken is out of the way before the new one is there; then the files follow one by one."""
    aside = {each: data for each, data in old.items() if each != "data/settings.json"}
    aside["data/settings.broken"] = old["data/settings.json"]
    return [old, aside, *each_file_old_or_new(aside, new)]


def fewer_and_fewer(old: Held, new: Held) -> list[Held]:
    """What is removed goes one by one."""
    names = [name for name in sorted(old) if name not in new]
    return [{name: old[name] for name in old if name not in names[:count]} for count in range(len(names) + 1)]


_MEMORY = (
    "from reader.library.document import Place\nfrom reader.memory.memory import Memory\n"
    "from reader.memory.remembered import Bookmark, Remembered\nfrom reader.settings import Settings\n"
    "memory = Memory(folder / 'data')\nnext = Remembered(Settings(), None, {}, "
    "(Bookmark(Place('annex', 'en', 'p31'), 'second'),))\n"
)
_SHELF = (
    "import io\nfrom reader.library.shelf import Shelf\n"
    "from reader.security.verification import read_pack\nfrom tests import packs\n"
    "from tests.security.durable_works import issue\nshelf = Shelf(folder / 'packs')\n"
    "pack = read_pack(io.BytesIO(issue(2026010301)), 'a.briefing', packs.KEYS)\n"
)
WHOLE = b"whole " * 20_000
"""An edition: how one is made is watched elsewhere, here how it gets to the disk."""
_EXPORT = (
    "from argparse import Namespace\nfrom unittest.mock import patch\nfrom reader import editions, paths\n"
    "from reader.commands import export\nfrom tests.security.durable_works import WHOLE\n"
    "options = Namespace(form='{form}', target=folder / 'phone.{form}', lang='en', json=True)\n"
    "options.paper = lambda: editions.Form('pdf', lambda *given: WHOLE)\n"
    "content = patch.object(paths, 'content', lambda: folder / 'content')\n"
    "ready = patch.object(editions, 'edition', lambda *given, **named: WHOLE)\n"
    "---\nwith content, ready:\n  export.run(options)"
)
_TAKEN_AWAY = (
    "from reader.ui.job import CalledOff\nfrom reader.ui.take_away_flow import _WRITTEN, _written\n"
    "from tests.security.durable_works import WHOLE\n"
    "def called_off(step, done, total):\n  if step == _WRITTEN: raise CalledOff\n---\n"
)
"""What the window does with an edition once it is made."""


def edition(form: str) -> Work:
    """An edition that the command writes."""
    return Work(_EXPORT.format(form=form), {"notes": b"old"}, prepare=write_garden)


WORKS = {
    "a first file": Work(
        "---\nwith replacing(folder / 'notes') as draft:\n  draft.write(b'ne')\n  draft.write(b'w')", {}
    ),
    "a file over an old one": Work(
        "---\nwith replacing(folder / 'notes') as draft:\n  draft.write(b'ne')\n  draft.write(b'w')",
        {"notes": b"old"},
    ),
    "a file that is given up": Work(
        "class Stop(Exception): pass\n---\n"
        "try:\n  with replacing(folder / 'notes') as draft:\n    draft.write(b'half')\n    raise Stop\n"
        "except Stop: pass",
        {"notes": b"old"},
    ),
    "a new file that is given up": Work(
        "class Stop(Exception): pass\n---\n"
        "try:\n  with creating(folder / 'new') as draft:\n    draft.write(b'half')\n    raise Stop\n"
        "except Stop: pass",
        {"notes": b"old"},
        lambda old, new: [old, old | {"new": b""}, old | {"new": b"half"}],
    ),
    "a file that is moved when it is whole": Work(
        "---\nwith creating(folder / 'new') as draft:\n  draft.write(b'ne')\n  draft.sync()\n"
        "  draft.write(b'w')\nmove(folder / 'new', folder / 'notes')\nsync_folder(folder)\n"
        "sync_file(folder / 'notes')",
        {"notes": b"old"},
        lambda old, new: [old, *(old | {"new": half} for half in (b"", b"ne", b"new")), new],
    ),
    "removing a file": Work("---\nremove(folder / 'notes')", {"notes": b"old"}),
    "setting something aside": Work("---\nset_aside(folder / 'notes', folder / 'aside')", {"notes": b"old"}),
    "tidying up": Work(
        "---\nsweep(folder)\nremove_folder(folder / 'nothing')",
        {
            "notes": b"old",
            ".notes.0000000a.part": b"ha",
            ".notes.0000000b.whole": b"late",
            ".settings.0000000c.whole": b"whole",
        },
        lambda old, new: [new],
    ),
    "beginning to remember": Work(
        _MEMORY + "---\nmemory.begin()",
        {},
        lambda old, new: [old, new],
        tidy=open_memory,
    ),
    "remembering": Work(
        _MEMORY + "memory.open()\n---\nmemory.save(next)",
        {},
        each_file_old_or_new,
        fill_memory,
        open_memory,
    ),
    "remembering after something broke": Work(
        _MEMORY + "memory.open()\n---\nmemory.save(Remembered())",
        {},
        set_aside_first,
        spoil_settings,
        open_broken_memory,
    ),
    "forgetting": Work(
        _MEMORY + "memory.open()\n---\nmemory.erase()",
        {f"data/packs/{OLD_PACK}": issue(2026010201)},
        lambda old, new: _forgetting(old),
        fill_memory,
        open_memory,
    ),
    "keeping a pack": Work(
        _SHELF + "---\nshelf.keep(pack)",
        {f"packs/{OLD_PACK}": issue(2026010201)},
        tidy=lambda folder: sweep(folder / "packs"),
    ),
    "forgetting packs": Work(
        _SHELF + "---\nshelf.erase()",
        {f"packs/{OLD_PACK}": issue(2026010201), f"packs/{NEW_PACK}": issue(2026010301)},
        fewer_and_fewer,
        tidy=lambda folder: sweep(folder / "packs"),
    ),
    "an edition": edition("html"),
    "an edition for e-readers": edition("epub"),
    "an edition on paper": edition("pdf"),
    "an edition taken away": Work(
        _TAKEN_AWAY + "_written(folder / 'phone.html', WHOLE, lambda *told: None)", {"notes": b"old"}
    ),
    "an edition taken away and given up": Work(
        _TAKEN_AWAY + "try: _written(folder / 'phone.html', WHOLE, called_off)\nexcept CalledOff: pass",
        {"notes": b"old"},
        lambda old, new: [old, old | {"phone.html": WHOLE}],
    ),
}


def _forgetting(old: Held) -> list[Held]:
    """First it says that it is off; then packs and files go one by one."""
    off = old | {"data/settings.json": b'{\n "format": 1,\n "remember": false\n}'}
    going = [
        f"data/packs/{OLD_PACK}",
        "data/bookmarks.json",
        "data/places.json",
        "data/settings.json",
    ]
    return [
        old,
        *({name: off[name] for name in off if name not in going[:count]} for count in range(len(going) + 1)),
    ]
