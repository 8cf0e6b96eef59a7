"""A database of the Discourse Network Analyzer as another project: statements are claims, variables a codebook."""
