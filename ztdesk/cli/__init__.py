"""The command line: the same services on the same data as the window, without Qt."""
