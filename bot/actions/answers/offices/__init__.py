"""Organisations' offices: addresses, numbers, hours, web sites."""
