"""Where on a page the article stands; what lies outside it stays if it reads like text, not like a menu."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from knowledge.ingest.readers.web.hidden import text_length

_MAIN_SHARE = 0.6
_MENU_SHARE = 0.6
_SENTENCE = ("。", "；", "：", "，", ":", ";")
_SHORT = 30
# The day behind each entry of a list of articles.
_DAY = re.compile(r"[\[(（]?20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[\])）]?")
_ATTACHMENT = re.compile(r"附件\s*\d*\s*[:：]")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|zip|rar|wps|et)$", re.IGNORECASE)


def remove_menus(page: BeautifulSoup) -> None:
    """Take out what stands beside the article and is mostly links: lists of other articles, menus."""
    body = page.body or page
    article = _article(body)
    around = [article, *article.parents]
    for parent in around[1:]:
        for sibling in list(parent.find_all(True, recursive=False)):
            if not any(sibling is one for one in around) and is_menu(sibling):
                sibling.decompose()
        if parent is body:
            break


def is_menu(tag: Tag) -> bool:
    """Whether an element beside the article is navigation: mostly links, or a short label above a list of links."""
    whole = text_length(tag) - sum(map(len, _DAY.findall(tag.get_text())))
    links = sum(text_length(link) for link in tag.find_all("a"))
    if _ATTACHMENT.search(tag.get_text()) or any(
        _FILE.search(str(link.get("href", ""))) for link in tag.find_all("a")
    ):
        return False
    if tag.name in ("h1", "h2", "table") or tag.find(["h1", "table"]) is not None:
        return False
    return whole == 0 or (links >= _MENU_SHARE * whole and not _reads_like_text(tag))


def _reads_like_text(tag: Tag) -> bool:
    outside = "".join(string for string in tag.strings if string.find_parent("a") is None)
    return (
        len(outside.split()) > 0
        and len("".join(outside.split())) > _SHORT
        and any(sign in outside for sign in _SENTENCE)
    )


def _article(body: Tag) -> Tag:
    """The innermost element that holds most of the page's text outside links."""
    whole = _own_text(body)
    article = body
    while True:
        inner = next(
            (one for one in article.find_all(True, recursive=False) if _own_text(one) >= _MAIN_SHARE * whole), None
        )
        if inner is None or inner.name in ("table", "p"):
            return article
        article = inner


def _own_text(tag: Tag) -> int:
    return text_length(tag) - sum(text_length(link) for link in tag.find_all("a"))
