"""How quick it is, beside other ways of doing the same, in one run: `make bench` runs every module here."""
