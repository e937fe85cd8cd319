"""Where the front door finds the project, and where it puts what it makes."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
PICTURES = BUILD / "pictures"
VENV = ROOT / ".venv"
BUNDLE_VENV = ROOT / ".venv-bundle"
OTHER_VENV = ROOT / ".venv-qt-6.11"
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-dev.lock"
BUNDLE_LOCK = ROOT / "requirements-bundle.lock"
OTHER_LOCK = ROOT / "requirements-qt-6.11.lock"
