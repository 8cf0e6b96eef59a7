"""Scripts that read the tables of a folder in R, Python, Stata and SPSS, with their types and labels."""
