"""From drafts to the fact files of a notice that waits to be published."""
