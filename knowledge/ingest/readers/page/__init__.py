"""The geometry of a PDF's pages: lines, tables, footnotes, paragraphs."""
