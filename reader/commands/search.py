"""``search``: prints the passages that hold the words, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.arguments import number
from reader.commands.opening import open_desk
from reader.commands.terminal import print_json, say, wording

if TYPE_CHECKING:
    import argparse

    from reader.commands.arguments import Parser


def describe(parser: Parser) -> None:
    """Say what the command understands."""
    parser.description = "Find passages, however the words are typed."
    parser.has_dashed_words = True
    parser.add_argument("words", metavar="WORDS", nargs="+", help="-word: only passages without it")
    parser.add_argument("--lang", help="only in this language")
    parser.add_argument("--in", dest="document", metavar="DOCUMENT", help="only in this document")
    parser.add_argument("--limit", type=_limit, default=20, help="most hits to print")


def run(options: argparse.Namespace) -> int:
    """Print what was found; returns 1 if that is nothing."""
    answer = open_desk().search(
        " ".join(options.words), language=options.lang, document=options.document, limit=options.limit
    )
    if options.json:
        print_json(
            {
                "query": answer.query,
                "repaired": answer.repaired,
                "suggestion": answer.suggestion,
                "total": answer.total,
                "hits": [
                    {
                        "document": hit.document,
                        "language": hit.language,
                        "passage": hit.passage,
                        "title": hit.title,
                        "section": hit.section,
                        "text": hit.text,
                        "ranges": [list(range_) for range_ in hit.ranges],
                        "score": round(hit.score, 4),
                        "bridged": hit.bridged,
                    }
                    for hit in answer.hits
                ],
            }
        )
    else:
        for hit in answer.hits:
            print(f"{hit.document}#{hit.passage} ({hit.language})  {hit.text}")
    if answer.hits:
        return 0
    if not options.json:
        say(wording().say("errors", "Nothing was found."))
    return 1


def _limit(text: str) -> int:
    return number(text, 1, 100_000)
