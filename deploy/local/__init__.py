"""What `make` runs on one machine: installing, building, checking and serving. Standard library only."""
