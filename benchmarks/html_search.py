"""Times a keystroke in the HTML edition, the browser slowed four times, against 50 ms of script."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.share.briefings import made, own_desk
from tests.share.browser import PHONE, chromium

UNNOTICED = 50
SLOWED = 4
TYPED = (
    *(
        "قطع اینترنت",
        "اتحادیه‌های کارگری جهان",
        "سرکوب خونین اعتراضات",
        "hjphndi ihd ;hv'vd",
        "etesab kargaran",
    ),
    *("internet shutdown in november", "۱۸ دی ۱۴۰۴", "reacsable orgnaization", "اعتراظات مردمي", "آبان ۹۸"),
)
TYPING = """(() => {
    const times = [];
    const field = document.getElementById("Words");
    for (const words of %s) for (let end = 1; end <= words.length; end++) {
        field.value = words.slice(0, end);
        const start = performance.now();
        field.dispatchEvent(new Event("input"));
        times.push(performance.now() - start);
    }
    return times.sort((one, other) => one - other);
})()"""


def main() -> None:
    if shutil.which("chromium") is None:
        print("left out: there is no chromium")
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "edition.html"
        file.write_text(made(own_desk(), "fa", "en"), encoding="utf-8")
        with chromium(Path(folder)) as browser:
            browser.show(PHONE)
            browser.open(file.as_uri())
            for rate in (1, SLOWED):
                browser.call("Emulation.setCPUThrottlingRate", rate=rate)
                times = browser.value(TYPING % json.dumps(TYPED))
                half, most = times[len(times) // 2] / UNNOTICED, times[len(times) * 95 // 100] / UNNOTICED
                print(
                    f"slowed {rate} times, script of {len(times)} keystrokes as a share of {UNNOTICED} ms: "
                    f"half below {half:.2f}, 95 of 100 below {most:.2f}"
                )


if __name__ == "__main__":
    main()
