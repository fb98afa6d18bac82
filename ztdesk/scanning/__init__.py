"""Turns key presses and bytes from scanners into whole scans; does not know what a scan means."""
