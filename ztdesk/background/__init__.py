"""Work off the GUI thread; the only place with QThread."""
