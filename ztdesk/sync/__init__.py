"""Moves rows between store and cloud, one bounded step at a time; no Qt, no threads, no sleeping."""
