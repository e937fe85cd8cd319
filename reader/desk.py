"""The reading desk: everything a reader can do, without a window."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import ContentError, NotFound
from reader.library.document import Explanation, Place
from reader.render.html import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reader.library.catalogue import Catalogue
    from reader.library.citation import Quotation
    from reader.library.document import Briefing, Document, Edition, Passage, Texts
    from reader.library.glossary import Glossary
    from reader.render.html import Page, Shape
    from reader.search.answer import Answer
    from reader.search.finder import Finder
    from reader.search.index import Entry, Index
    from reader.security.verdict import Verdict
    from reader.wording import Wording


HELP = "help"
"""Id of the program's own help."""
_CERTAINLY_SHORT = 200_000
"""Letters; what has fewer need not be counted for whether it must be cut into sections."""


class Desk:
    """Opens documents and finds passages.

    Opening is safe from any thread. The first search builds the index; the window asks for that with
    ``prepare`` in its search lane, so that nothing waits for it.

    Args:
        catalogue: the documents at hand.
        own: the program's own documents, listed after them; None for none.
        made_index: returns an index that was made beforehand, as bytes; None for none.
        shape: turns the HTML of a document into what may be shown, as ``render.html.page`` has it.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        own: Catalogue | None = None,
        made_index: Callable[[], bytes | None] | None = None,
        shape: Shape | None = None,
    ) -> None:
        self._own, self._made_index, self._shape = own, made_index, shape
        self._gate = threading.Lock()
        self.take(catalogue)

    def take(self, catalogue: Catalogue) -> None:
        """Read another briefing from now on, or another issue of the same.

        Args:
            catalogue: its documents; the program's own stay beside them.
        """
        catalogues = (catalogue,) if self._own is None else (catalogue, self._own)
        parts: dict[str, Texts] = {}
        for each in catalogues:
            parts |= each.briefing.parts
        documents = tuple(document for each in catalogues for document in each.briefing.documents)
        with self._gate:
            self._catalogues = catalogues
            self._briefing = replace(catalogue.briefing, parts=parts, documents=documents)
            self._finder: Finder | None = None
            self._index: Index | None = None
            self._glossary: Glossary | None = None
            self._sections: dict[str, tuple[str, ...]] = {}

    @property
    def briefing(self) -> Briefing:
        """What the briefing says of itself, the program's own documents among its own."""
        return self._briefing

    @property
    def verdict(self) -> Verdict:
        """What may be said of the copy the briefing is read from."""
        return self._catalogues[0].verdict

    def _holding(self, document_id: str) -> Catalogue:
        """Return the catalogue a document is in, or the briefing's own, which says that it is in none."""
        holds = (each for each in self._catalogues if each.briefing.document(document_id) is not None)
        return next(holds, self._catalogues[0])

    def document(self, document_id: str) -> Document:
        """Return a document's announcement.

        Raises:
            NotFound: there is none of that id.
        """
        return self._holding(document_id).document(document_id)

    def edition(self, document_id: str, language: str = "") -> Edition:
        """Return a document in a language, or in its first one.

        Raises:
            NotFound: there is no such document, or it is not in that language.
            DocumentBroken: it cannot be shown.
        """
        return self._holding(document_id).edition(
            document_id, language or self.document(document_id).languages[0]
        )

    def open(self, place: Place) -> Page:
        """Return the page a place is on.

        Raises:
            NotFound: there is no such document, language or passage.
            DocumentBroken: it cannot be shown.
        """
        if place.passage:
            edition, _ = self._passage(place)
        else:
            edition = self.edition(place.document, place.language)
        starts = self._starts(place.document) if len(edition.body) > _CERTAINLY_SHORT else ()
        if not starts:
            return page(edition, shape=self._shape)
        from reader.render.sections import section_of

        return page(edition, section_of(edition, starts, place.passage), self._shape)

    def _starts(self, document_id: str) -> tuple[str, ...]:
        """Return where the sections of a document begin: the same in every language."""
        if document_id not in self._sections:
            from reader.render.sections import section_starts

            self._sections[document_id] = section_starts(self.edition(document_id))
        return self._sections[document_id]

    def picture(self, name: str, language: str = "", colours: Mapping[str, str] | None = None) -> bytes:
        """Return the bytes of a picture of the briefing.

        Args:
            name: as the page has it.
            language: of the page; a picture may be there in several.
            colours: those of the theme, ``#rrggbb`` by name, for a picture that can take them on.

        Raises:
            NotFound: there is none of that name.
        """
        picture = self._catalogues[0].image(name, language)
        if not colours:
            return picture
        from reader.render.recolour import recoloured

        return recoloured(picture, colours)

    def explanations(self, edition: Edition) -> dict[str, tuple[Explanation, ...]]:
        """Return where passages of an edition are explained, by passage; titles in its language if there."""
        explained = self._catalogues[0].briefing.explained
        return {
            passage.id: tuple(self._explanation(each, edition.language) for each in explained[passage.id])
            for passage in edition.passages
            if passage.id in explained
        }

    def _explanation(self, reference: str, language: str) -> Explanation:
        # Of the document only its announcement is used: nothing is read for a link.
        document = self.document(reference.partition("#")[0])
        shown = language if language in document.titles else document.languages[0]
        title = document.titles[shown]
        return Explanation(self.briefing.parts[document.kind].get(shown, title), title, reference)

    @property
    def glossary(self) -> Glossary:
        """The words the briefing explains; without entries where it explains none."""
        known = self._glossary
        if known is None:
            from reader.library.glossary import GLOSSARY, Glossary

            catalogues = self._catalogues
            editions = (self.edition(each.id, lang) for each, lang in self._editions() if each.id == GLOSSARY)
            try:
                known = Glossary.of(editions)
            except ContentError:
                known = Glossary()
            with self._gate:
                if catalogues is self._catalogues:
                    self._glossary = known
        return known

    def opening(self, words: str, language: str) -> Place:
        """Return where to open.

        Args:
            words: a place as it was typed; empty for the briefing's first document.
            language: language to read in where the document has it.

        Raises:
            NotFound: nothing in the briefing is called that.
        """
        place = self.place(words) if words else Place(self.briefing.first, "")
        languages = self.document(place.document).languages
        return replace(place, language=language if language in languages else languages[0])

    def place(self, words: str) -> Place:
        """Read a reference as people type it: ``letter``, ``p12``, ``letter#p12``, "annex 4.2", «نامه ۶».

        Raises:
            NotFound: nothing in the briefing is called that.
        """
        from reader.library.citation import find_place

        place = find_place(self.briefing, self._readable(), words)
        if place is not None:
            return place
        raise NotFound("There is no document or passage “{place}”. “list” shows what there is.", place=words)

    def quote(self, place: Place, text: str, wording: Wording, last: str = "") -> Quotation:
        """Quote a passage with its source.

        Args:
            place: the passage.
            text: words of it; empty for the whole passage.
            wording: language of the source line.
            last: id of the last passage, where the words are of several.

        Raises:
            NotFound: there is no such passage.
        """
        from reader.library.citation import quotation

        edition, passage = self._passage(place)
        signed = self.verdict.signed if self.verdict.is_unchanged else None
        return quotation(
            self.briefing,
            edition,
            passage,
            text or passage.text.replace("\t", " "),
            wording,
            edition.passage(last) if last else None,
            signed.copy_number if signed is not None else "",
        )

    def reference(self, place: Place, wording: Wording) -> str:
        """Name a passage so that ``place`` understands it.

        Raises:
            NotFound: there is no such passage.
        """
        from reader.library.citation import reference

        edition, passage = self._passage(place)
        return reference(self.document(edition.document), passage, wording)

    def _passage(self, place: Place) -> tuple[Edition, Passage]:
        edition = self.edition(place.document, place.language)
        passage = edition.passage(place.passage)
        if passage is None:
            raise NotFound(
                "There is no passage “{passage}” in “{document}”.",
                passage=place.passage,
                document=place.document,
            )
        return edition, passage

    def prepare(self) -> None:
        """Make the index ready, if that was not done: take the one made beforehand, or build it in memory.

        One that is of other documents or of another analysis is not taken. Nothing is written.
        """
        while self._finder is None:
            # Here, not above: the first page is on the screen by now.
            from reader.search.finder import Finder
            from reader.search.index import build_from, entries
            from reader.search.knowledge import Knowledge
            from reader.search.query import reader_for

            catalogues = self._catalogues
            knowledge = Knowledge.load(paths.resources(), self.glossary.pairs("fa", "en"))
            kinds = {document.id: document.kind for document in self.briefing.documents}
            every = entries((kinds.get(edition.document, ""), edition) for edition in self._readable())
            index = self._made_of(every) or build_from(every)
            finder = Finder(index, knowledge, reader_for(self.briefing, knowledge.languages))
            with self._gate:
                # Another briefing may have been taken meanwhile: then this index is of the old one.
                if catalogues is self._catalogues:
                    self._index, self._finder = index, finder

    def _made_of(self, every: tuple[Entry, ...]) -> Index | None:
        """Return the index that was made beforehand, if there is one and it is of these passages."""
        raw = self._made_index() if self._made_index is not None else None
        if raw is None:
            return None
        from reader.search.stored_index import read

        return read(raw, every)

    def index_to_store(self) -> bytes:
        """Return the index as bytes, for a desk of the same documents to take."""
        from reader.search.stored_index import write

        self.prepare()
        assert self._index is not None
        return write(self._index)

    @property
    def can_search(self) -> bool:
        """Whether the index is ready."""
        return self._finder is not None

    def search(
        self,
        query: str,
        *,
        language: str | None = None,
        document: str | None = None,
        limit: int | None = 20,
        exact: bool = False,
        literal: bool = False,
    ) -> Answer:
        """Find passages.

        Args:
            query: what was typed.
            language: look only in editions in this language.
            document: look only in this document.
            limit: most hits to return; None for all.
            exact: find only the words' exact form, not their other forms.
            literal: search for what was typed and repair nothing.

        Raises:
            NotFound: there is no such document, or nothing is in that language.
        """
        if document is not None:
            self.document(document)
        if language is not None and language not in self.briefing.languages:
            raise NotFound("Nothing here is in the language “{language}”.", language=language)
        if not query.strip():
            from reader.search.answer import Answer

            return Answer(query, None, None, 0, ())
        self.prepare()
        assert self._finder is not None
        return self._finder.search(
            query, language=language, document=document, limit=limit, exact=exact, literal=literal
        )

    def completions(self, query: str) -> tuple[str, ...]:
        """Return what a query may become when its last word is finished; nothing until the index is there."""
        return self._finder.completions(query) if self._finder is not None else ()

    def faults(self) -> list[ContentError]:
        """Return what is wrong with the documents, one error for each that cannot be shown."""
        found = []
        for document, language in self._editions():
            try:
                self.edition(document.id, language)
            except ContentError as fault:
                found.append(fault)
        return found

    def _editions(self) -> Iterator[tuple[Document, str]]:
        for each in self._catalogues:
            yield from each.editions()

    def _readable(self) -> Iterator[Edition]:
        """Yield every edition that can be shown; one broken file does not hide the others."""
        for document, language in self._editions():
            try:
                yield self.edition(document.id, language)
            except ContentError:
                continue
