"""The parts of reading a web page."""
