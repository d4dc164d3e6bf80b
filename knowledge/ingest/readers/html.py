"""Web pages: the article without the site around it, tables as grids, list numbers as the browser prints them."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup, Tag

from knowledge.ingest.document import Document
from knowledge.ingest.readers.blocks import with_typed_footnotes
from knowledge.ingest.readers.encodings import decode
from knowledge.ingest.readers.spacing import collapse
from knowledge.ingest.readers.web.article import remove_menus
from knowledge.ingest.readers.web.blocks import Walk
from knowledge.ingest.readers.web.hidden import remove_hidden
from knowledge.ingest.readers.web.page_chrome import remove_chrome


def read_html(file: Path, data: bytes) -> Document:
    """Read a web page. Rather a line of the site too many than a line of the article lost.

    Raises:
        IngestError: no known encoding fits.
    """
    page = BeautifulSoup(decode(file, data), "lxml")
    remove_hidden(page)
    walk = Walk(page, _footnote_targets(page))
    remove_chrome(page)
    remove_menus(page)
    blocks, notes = with_typed_footnotes(list(walk.blocks(page.body or page)))
    return Document("html", tuple(blocks), notes, tuple(walk.problems))


def _footnote_targets(page: BeautifulSoup) -> dict[str, str]:
    """The ids to which raised signs lead, with the sign; not those of the way back from a footnote."""
    targets: dict[str, str] = {}
    own: set[str] = set()
    for link in page.select("sup a[href^='#'], a[href^='#']:has(sup)"):
        raised_sign = link.find_parent("sup") or link
        own |= {str(one.get("id") or one.get("name") or "") for one in (link, raised_sign) if isinstance(one, Tag)}
        target = str(link["href"])[1:]
        if target and target not in own:
            targets.setdefault(target, collapse(raised_sign.get_text()))
    return targets
