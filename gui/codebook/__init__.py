"""The window of the codebook: variables, their choices with levels, and examples, beside the article."""
