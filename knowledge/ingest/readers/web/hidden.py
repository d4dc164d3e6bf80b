"""What a browser does not show: hidden elements, by attribute, class or a simple rule of the page's style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_OTHER_MEDIA = re.compile(r"@(?!media\s+(?:all|screen)\s*\{)[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_SCREEN = re.compile(r"@media\s+(?:all|screen)\s*\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_SIMPLE = re.compile(r"[\w\s.#>-]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SEEN = re.compile(r"(?:display|visibility)\s*:\s*(?!none|hidden)\w+", re.IGNORECASE)
_CLASSES = {"hidden", "hide", "is-hidden", "d-none", "sr-only", "visually-hidden", "screen-reader-text"}


def remove_hidden(page: BeautifulSoup) -> None:
    """Take out of the page whatever is not displayed; what holds most of the text waits for a script to show it."""
    whole = text_length(page)
    unseen = [*_by_rule(page), *(tag for tag in page.find_all(True) if _is_hidden(tag))]
    for tag in unseen:
        if not tag.decomposed and text_length(tag) * 2 <= whole:
            tag.decompose()


def declarations(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The simple rules of the page's own style sheets, as selector and declarations, in order."""
    for style in page.find_all("style"):
        text = _OTHER_MEDIA.sub("", _COMMENT.sub("", style.string or ""))
        for selectors, body in _RULE.findall(_SCREEN.sub(r"\1", text)):
            for selector in selectors.split(","):
                if _SIMPLE.fullmatch(selector.strip()):
                    yield selector.strip(), body


def _by_rule(page: BeautifulSoup) -> list[Tag]:
    """Elements that a rule hides and neither a later rule for the same selector nor their own style shows again."""
    hidden: dict[str, bool] = {}
    for selector, body in declarations(page):
        if _UNSEEN.search(body):
            hidden[selector] = True
        elif _SEEN.search(body):
            hidden[selector] = False
    chosen = (tag for selector, is_hidden in hidden.items() if is_hidden for tag in page.select(selector))
    return [
        tag for tag in chosen if tag.name not in ("html", "body") and not _SEEN.search(str(tag.get("style", "")))
    ]


def _is_hidden(tag: Tag) -> bool:
    if tag.name in ("html", "body"):
        return False
    if tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    return bool(_UNSEEN.search(str(tag.get("style", "")))) or not _CLASSES.isdisjoint(classes(tag))


def text_length(tag: Tag) -> int:
    """The number of characters, white space apart."""
    return sum(len("".join(string.split())) for string in tag.strings)


def classes(tag: Tag) -> list[str]:
    """The element's classes, in lower case."""
    found = tag.get("class")
    return [one.lower() for one in found] if isinstance(found, list) else []
