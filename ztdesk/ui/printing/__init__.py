"""Choosing what to print, where to, and seeing it first."""
