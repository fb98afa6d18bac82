"""ztdesk: scan a pile of phones, claim them for a customer in Android zero-touch enrolment."""

__version__ = "0.1.0"
