"""The tests, laid out like what they test."""
