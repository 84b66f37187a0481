"""What a learner sees: JupyterLab started by `make lab`, driven in a real browser."""
