"""Measures opening: time to the first painted document, stalls while indexing, and peak memory.

Each figure is a ratio to a window with an empty QTextBrowser, started in turn with the reader in the
same run, so that the machine's speed cancels out. Peak memory is measured with both languages side by
side, too.

    python benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import compileall
import sys

from measured import BARE, READING, ROOT, from_source, in_turn, median, screen

RUNS = 9


def main() -> int:
    """Run both windows in turn and print the ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    on = screen()
    # As ``build_app.py run`` does: -B keeps Python from writing bytecode, so it is made beforehand.
    compileall.compile_dir(ROOT / "reader", quiet=2)
    commands = {
        "bare": from_source(BARE),
        "reader": from_source(READING),
        "both": from_source(READING, "--languages", "both"),
    }
    told = in_turn(commands, runs)
    bare, reader, both = told["bare"], told["reader"], told["both"]
    print(f"start-up, medians of {runs} runs each, on {on}")
    paint, bare_paint = median(reader, "paint"), median(bare, "paint")
    print(
        f"  first paint   {paint:6.0f} ms, bare window {bare_paint:4.0f} ms:"
        f" ratio {paint / bare_paint:.2f} (goal 1.6)"
    )
    bare_memory = median(bare, "read")
    for name, of, goal in (("peak memory   ", reader, "1.7"), ("… side by side", both, "2")):
        memory = median(of, "read")
        print(
            f"  {name}{memory:6.1f} MiB, bare window {bare_memory:4.1f} MiB:"
            f" ratio {memory / bare_memory:.2f} (goal {goal})"
        )
    print(f"  … and after three searches in the window {median(reader, 'searched'):6.1f} MiB")
    stall, worst = median(reader, "stall"), max(each["stall"] for each in reader)
    print(f"  longest stall while indexing, median {stall:.0f} ms, worst {worst:.0f} ms (goal 50 ms)")
    whole = median(reader, "whole") - paint
    print(f"  bar, contents and status in place {whole:4.0f} ms after the first paint")
    print(f"  index ready   {median(reader, 'ready') - paint:6.0f} ms after the first paint")
    return 0


if __name__ == "__main__":
    sys.exit(main())
