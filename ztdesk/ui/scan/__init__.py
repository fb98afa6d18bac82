"""The scan page and its parts."""
