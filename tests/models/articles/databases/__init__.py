"""How the exports of news databases are read."""
