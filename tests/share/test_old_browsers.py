"""Browsers of the last eight years read the HTML edition: nothing newer, unless it may be missing.

The oldest are Chrome 70, Firefox 63 and Safari 12, of 2018; MDN's tables say what each knows.
"""

from __future__ import annotations

import re

import pytest

from reader import paths
from reader.share.html_frame import SCRIPTS

NEWER_SCRIPT = {
    "a regular expression that looks back": r"\(\?<[=!]",
    "a named group": r"\(\?<\w",
    "a property of characters": r"\\p\{",
    "optional chaining": r"\?\.[\w(\[]",
    "a default for nothing": r"\?\?",
    "spread in an object": r"\{\s*\.\.\.|, \.\.\.\w+ \}",
    "a module": r"^\s*(?:import|export)\b",
    "a private field": r"\bthis\.#",
    "a method of later years": r"\.(?:flat|flatMap|matchAll|replaceAll|at|fromEntries|trimStart|trimEnd"
    r"|allSettled|any|hasOwn|findLast|findLastIndex|toSorted|toReversed|replaceChildren|toggleAttribute)\(",
    "an object of later years": r"\b(?:globalThis|BigInt|structuredClone|queueMicrotask|WeakRef|Segmenter"
    r"|ResizeObserver|requestIdleCallback|visualViewport|Promise)\b",
    "catch without a name": r"catch ?\{",
    "an asynchronous function": r"\basync\b|\bawait\b",
    "a parted number": r"\b\d+_\d",
    "an assignment that asks": r"(?:&&|\|\||\?\?)=",
    "a field of a class": r"^\s*(?:static\b|#)|\bclass \w+(?: extends \w+)? \{\s*\w+ ?[=;]",
    "a dot that takes ends of lines": r"/[dgimuy]*s[dgimuy]*[.,;)]|new RegExp\([^)]*, \"\w*[sd]\w*\"\)",
}
"""What browsers of eight years ago do not know (ECMAScript after 2017, DOM after 2018)."""
NEWER_STYLE = {
    "a list of selectors in a selector": r":(?:is|where|has)\(",
    "not of a list": r":not\([^()]*,",
    "all edges at once": r"[{;]inset",
    "gaps": r"[{;](?:row-|column-)?gap:",
    "a length that is computed": r"\b(?:min|max|clamp|round|env)\(",
    "a colour of later years": r"\b(?:color-mix|light-dark|oklch|lab|hwb)\(|rgba?\([^),]* [^),]*\)"
    r"|#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{4})\b",
    "a rule of later years": r"@(?:layer|container|property|scope|starting-style)\b|@media\([^:)]*[<>]",
    "a property of later years": r"[{;](?:aspect-ratio|accent-color|content-visibility|scrollbar-gutter"
    r"|translate|rotate|scale|backdrop-filter|text-wrap|line-clamp"
    r"|(?:margin|padding|border|inset)-(?:inline|block))[-a-z]*:",
    "a length of later years": r"\d(?:[dsl]v[hw]|cq[wh]|lh|rlh)\b",
    "what sticks": r"position:sticky",
    "a rule in a rule": r"\{[^{}@]*[;{]\s*&",
}
"""What the style may not ask of browsers of eight years ago: it would fall apart there."""
WITH_A_FALLBACK = {
    ":focus-visible": "button:focus:not(:focus-visible)",
    "overflow-wrap:anywhere": "overflow-wrap:anywhere;word-break:break-word",
}
"""Newer style that may be there: where it is not known, the rule is passed over, or the next one counts."""


@pytest.fixture
def style(edition):
    """Everything but the fonts."""
    whole = re.search(r"<style>(.*?)</style>", edition, re.DOTALL)[1]
    return re.sub(r'url\("data:[^"]*"\)', "", whole)


@pytest.mark.parametrize("newer", NEWER_SCRIPT)
def test_the_script_is_for_old_browsers_too(newer):
    folder = paths.resources() / "edition"
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    code = re.sub(r"^\s*//.*\n", "", "".join(parts), flags=re.MULTILINE)
    found = re.search(NEWER_SCRIPT[newer], code, re.MULTILINE)
    assert not found, found[0]


@pytest.mark.parametrize("newer", NEWER_STYLE)
def test_the_style_is_for_old_browsers_too(style, newer):
    found = re.search(NEWER_STYLE[newer], style)
    assert not found, found[0]


@pytest.mark.parametrize("newer", WITH_A_FALLBACK)
def test_newer_style_stands_only_where_it_may_be_missing(style, newer):
    rules = [rule for rule in re.findall(r"[^{}]*\{[^{}]*\}", style) if newer in rule]
    assert rules
    assert all(WITH_A_FALLBACK[newer] in rule for rule in rules)
