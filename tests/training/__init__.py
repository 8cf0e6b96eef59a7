"""How the weights of the tagger are made; `python -m tests.training FOLDER`."""
