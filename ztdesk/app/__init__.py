"""The window's composition root: builds everything, wires signals, starts and stops; the only folder that knows all."""
