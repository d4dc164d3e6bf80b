"""What a paragraph or run inherits from its style: hidden text, lists, the outline's levels."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.ingest.readers.word.package import Element, W, switched_on, value

_DEEPEST_HEADING = 8


class Styles:
    """The styles of a document by id, each with those that it is based on."""

    def __init__(self, part: Element | None) -> None:
        styles = part.findall(W + "style") if part is not None else []
        self.by_id = {style.get(W + "styleId", ""): style for style in styles}
        self.default = next(
            (
                key
                for key, style in self.by_id.items()
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true")
            ),
            None,
        )

    def chain(self, style: str | None) -> Iterator[Element]:
        """The style and its ancestors, nearest first."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "basedOn")

    def of_paragraph(self, paragraph: Element) -> str | None:
        """The paragraph's style, the default one where it names none."""
        return value(paragraph, "pPr", "pStyle") or self.default

    def numbering(self, paragraph: Element) -> tuple[str, int | None, str | None] | None:
        """List id, level and the style that gave it (None: the paragraph itself); None without a list."""
        own = value(paragraph, "pPr", "numPr", "numId")
        level = value(paragraph, "pPr", "numPr", "ilvl")
        if own is not None:
            return None if own == "0" else (own, int(level or 0), None)
        for style in self.chain(self.of_paragraph(paragraph)):
            inherited = value(style, "pPr", "numPr", "numId")
            if inherited is not None:
                at = level or value(style, "pPr", "numPr", "ilvl")
                return None if inherited == "0" else (inherited, int(at) if at else None, style.get(W + "styleId"))
        return None

    def is_heading(self, paragraph: Element) -> bool:
        """Whether the paragraph stands in the outline, or is the title."""
        level = value(paragraph, "pPr", "outlineLvl")
        for style in self.chain(self.of_paragraph(paragraph)):
            if level is None:
                level = value(style, "pPr", "outlineLvl")
            if (value(style, "name") or "").lower() in ("title", "标题"):
                return True
        return level is not None and int(level) <= _DEEPEST_HEADING

    def has(self, run: Element, paragraph: Element | None, name: str) -> bool:
        """Whether an on/off property of characters holds for a run: its own, its style's or its paragraph's style's."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return switched_on(run, "rPr", name)
        inherited = [*self.chain(value(run, "rPr", "rStyle"))]
        if paragraph is not None:
            inherited += self.chain(self.of_paragraph(paragraph))
        for style in inherited:
            if style.find(f"{W}rPr/{W}{name}") is not None:
                return switched_on(style, "rPr", name)
        return False

    def is_raised(self, run: Element) -> bool:
        """Whether a run is superscript, by itself or by its style."""
        own = value(run, "rPr", "vertAlign")
        if own is None:
            styles = self.chain(value(run, "rPr", "rStyle"))
            own = next((found for style in styles if (found := value(style, "rPr", "vertAlign"))), None)
        return own == "superscript"
