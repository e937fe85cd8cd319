"""The workflow of a release, as far as it can be checked without being run."""

import re
import sys

from tests.forms import stand_in

TEXT = (stand_in.ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def test_everything_it_uses_is_pinned_by_commit():
    used = re.findall(r"uses: (.+)", TEXT)
    assert len(used) == TEXT.count("uses:") > 4
    for each in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


def test_it_asks_for_nothing_but_reading_and_prints_no_secret():
    assert re.findall(r"permissions:\n((?:  .+\n)+)", TEXT) == ["  contents: read\n"]
    assert TEXT.count("persist-credentials: false") == TEXT.count("actions/checkout")
    secrets = re.findall(r"secrets\.(\w+)", TEXT)
    assert set(secrets) == {"BRIEFING_SIGNING_KEY_DATA", "BRIEFING_SIGNING_KEY_PASSWORD"}
    # Each only becomes a variable of the environment of one step.
    assert len(re.findall(r"^ {10}(\w+): \$\{\{ secrets\.\1 \}\}$", TEXT, re.MULTILINE)) == len(secrets)
    assert not re.search(r"echo|printenv|\bset -x|\benv\b *$", TEXT, re.MULTILINE)


def test_its_commands_are_ours():
    sys.path.insert(0, str(stand_in.ROOT))
    from build_app import COMMANDS

    named = re.findall(r"build_app\.py (\w+)", TEXT)
    assert set(named) == {"bundle", "forms", "verify"}
    assert set(named) <= COMMANDS.keys()
    assert all(f"--{option}" in TEXT for option in ("release", "no-forms"))


def test_it_says_that_it_is_untested():
    assert "never run" in TEXT.partition("on:")[0]
