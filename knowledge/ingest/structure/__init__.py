"""From a document as it was read to a notice in the project's form."""
