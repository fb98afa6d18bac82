"""Tests of ztdesk, a file a module; whole-program journeys and benchmarks in folders of their own."""
