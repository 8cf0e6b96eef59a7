"""The grammar of quantities: what the words of a number say, and where the numbers of an article are."""
