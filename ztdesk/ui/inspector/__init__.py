"""The last scans as they really arrived, for whoever has to find out why one was not understood."""
