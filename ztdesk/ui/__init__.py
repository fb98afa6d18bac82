"""The window; shows rows and passes wishes on, decides nothing."""
