"""Toy models of how medication and psychotherapy work together."""
