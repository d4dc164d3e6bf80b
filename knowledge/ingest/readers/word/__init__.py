"""The parts of a DOCX file."""
