"""Files whose cells have types: workbooks for spreadsheets, Parquet, and files of SPSS and Stata."""
