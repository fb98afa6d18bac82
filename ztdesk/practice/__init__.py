"""A zero-touch reseller service on this PC, to practise and to test with."""
