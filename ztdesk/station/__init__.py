"""What a person does at a station: take a scan, undo it, open and queue a batch, import and export a file."""
