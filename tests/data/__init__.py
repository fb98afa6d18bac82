"""Files of the tests, and the scripts that made them."""
