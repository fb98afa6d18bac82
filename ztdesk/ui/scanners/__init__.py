"""The serial scanners of a station: how they stand, and which are heard."""
