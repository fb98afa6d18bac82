"""Everything that is kept, in SQLite; the only place that knows SQL."""
