"""Ask the index of three characters which records may contain a word."""


def three_characters(word: str) -> str:
    """Return the query of `filter_index` for what contains each three characters of a folded word; empty for a word of
    fewer. The index has nothing of where they are.
    """
    return " AND ".join('"{}"'.format(word[at : at + 3].replace('"', '""')) for at in range(len(word) - 2))
