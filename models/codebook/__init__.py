"""The codebook: the variables that a study asks about its records, with their choices and the kinds of answers."""
