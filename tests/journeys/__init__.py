"""Whole-program journeys."""
