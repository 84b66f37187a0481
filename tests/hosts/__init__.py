"""Other places than the locked JupyterLab: older versions, Notebook 7, Binder's image, Colab's packages."""
