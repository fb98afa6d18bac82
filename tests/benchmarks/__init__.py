"""Benchmarks: programs that measure ratios to a floor in the same run, never timed tests."""
