"""The contract over HTTP: chat, facts, search, notices, operations, and the pages that use them."""
