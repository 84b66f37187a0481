"""The model's version: raise it with any change that changes a result. Scenario codes carry it."""

VERSION = 3
