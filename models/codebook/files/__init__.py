"""A codebook as a file that people read, keep in git and exchange: CSV or TOML."""
