"""Teaching labels that no rule understands."""
