"""What the business is, in plain Python: no files, no clock, no Qt, no Google."""
