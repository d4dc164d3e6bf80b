"""What people ask and the notices never state: said plainly, with where to ask."""
