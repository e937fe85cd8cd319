"""What ends a command of the front door early: one sentence for the person at the terminal."""

from __future__ import annotations


class Stop(Exception):
    """Nothing more can be done; the message is a sentence for the person at the terminal."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # 1 failed, 2 wrong use
