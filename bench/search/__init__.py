"""The labelled questions of search, and how well each ranking finds what answers them."""
