"""The reseller API at Google; the only place that knows Google's libraries."""
