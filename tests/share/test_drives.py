"""The drives that Linux tells of: which can be pulled out, what they are called, and on which a folder is."""

from __future__ import annotations

import os

import pytest

from reader.share.drives import Drive, drive_of, mounted

STICK = "8:17"


@pytest.fixture
def system(tmp_path):
    """A system with a disk, a stick and a large disk on USB; what is mounted lies in ``tmp_path``."""
    root = tmp_path / "system"
    for path, text in {
        "sys/devices/pci0/ata1/sda/removable": "0\n",
        "sys/devices/pci0/ata1/sda/sda1/size": "1\n",
        "sys/devices/pci0/usb2/host6/sdb/removable": "1\n",
        "sys/devices/pci0/usb2/host6/sdb/sdb1/size": "1\n",
        "sys/devices/platform/mmc0/mmcblk0/removable": "1\n",
        "sys/devices/platform/mmc0/mmcblk0/mmcblk0p1/size": "1\n",
        "dev/sdb1": "",
        "dev/sda1": "",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    (root / "sys/dev/block").mkdir(parents=True)
    for number, device in {
        "8:1": "pci0/ata1/sda/sda1",
        STICK: "pci0/usb2/host6/sdb/sdb1",
        "179:1": "platform/mmc0/mmcblk0/mmcblk0p1",
    }.items():
        (root / "sys/dev/block" / number).symlink_to(root / "sys/devices" / device)
    (root / "dev/disk/by-label").mkdir(parents=True)
    (root / "dev/disk/by-label/MY\\x20STICK").symlink_to("../../sdb1")
    (root / "proc/self").mkdir(parents=True)
    return root


def mount(system, *lines):
    text = ""
    for device, place, options, kind, source in lines:
        escaped = str(place).replace(" ", "\\040")
        text += f"36 1 {device} / {escaped} {options} shared:1 - {kind} {source} rw\n"
    (system / "proc/self/mountinfo").write_text(text)


def test_what_can_be_pulled_out_is_listed_first_with_its_label(system, tmp_path):
    stick, card, other = (tmp_path / name for name in ("a stick", "card", "inner"))
    for folder in (stick, card, other):
        folder.mkdir()
    mount(
        system,
        ("8:1", "/", "rw,relatime", "ext4", "/dev/sda1"),
        ("8:1", other, "rw", "ext4", "/dev/sda1"),
        ("0:5", "/proc", "rw", "proc", "proc"),
        (STICK, stick, "rw,nosuid", "vfat", "/dev/sdb1"),
        ("179:1", card, "ro,nosuid", "exfat", "/dev/mmcblk0p1"),
        ("8:1", tmp_path / "gone", "rw", "ext4", "/dev/sda1"),
    )
    found = mounted(system)
    assert [(drive.name, drive.form, drive.is_removable, drive.is_read_only) for drive in found] == [
        ("MY STICK", "FAT32", True, False),
        ("card", "exFAT", True, True),
        ("/", "ext4", False, False),
    ]
    about = os.statvfs(stick)
    assert found[0].path == stick
    assert abs(found[0].free - about.f_bavail * about.f_frsize) < 1 << 30
    assert found[0].largest_file == (1 << 32) - 1
    assert found[1].largest_file is None


def test_a_folder_is_on_the_last_drive_mounted_above_it(system, tmp_path):
    stick = tmp_path / "stick"
    (stick / "folder").mkdir(parents=True)
    mount(
        system,
        ("8:1", "/", "rw", "ext4", "/dev/sda1"),
        ("8:1", stick, "rw", "ext4", "/dev/sda1"),
        (STICK, stick, "ro", "vfat", "/dev/sdb1"),
        ("8:1", tmp_path / "stick-2", "rw", "ext4", "/dev/sda1"),
    )
    found = drive_of(stick / "folder", system)
    assert found is not None
    assert (found.file_system, found.is_read_only, found.is_removable) == ("vfat", True, True)


@pytest.mark.parametrize("text", ["", "nonsense\n", "1 2 3\n", "a b c d e f - \n", "\x00\xff\n"])
def test_what_is_not_understood_is_passed_over(system, tmp_path, text):
    (system / "proc/self/mountinfo").write_bytes(text.encode("latin-1"))
    assert mounted(system) == []
    assert drive_of(tmp_path, system) is None


def test_a_name_from_a_stick_is_made_printable(system, tmp_path):
    stick = tmp_path / "evil\u202ename"
    stick.mkdir()
    mount(system, ("179:1", stick, "rw", "vfat", "/dev/mmcblk0p1"))
    assert mounted(system)[0].name == "evil name"


def test_this_computer_is_read_as_it_is(tmp_path):
    assert all(isinstance(drive, Drive) for drive in mounted())
    found = drive_of(tmp_path)
    assert found is None or found.path in [tmp_path, *tmp_path.parents]
