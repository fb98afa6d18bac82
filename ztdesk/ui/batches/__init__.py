"""The batches page and its parts."""
