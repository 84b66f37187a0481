"""What it takes to start: packaging, lock, Binder, conda, licences, and a tidy tree."""
