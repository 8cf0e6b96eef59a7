"""Which claims and numbers hold a word in the words of the article itself: those are nowhere but in its text."""

import sqlite3
from itertools import groupby

Rows = set[int]


def spoken(connection: sqlite3.Connection, word: str) -> tuple[Rows, Rows]:
    """The rows of the claims, and of the numbers, in whose words a word stands, whatever its case.

    The search index says which articles have a word that begins so; only their texts are looked through.
    """
    begins = '"' + word.replace('"', '""') + '"*'
    spans = connection.execute(
        """SELECT content.row, claim.rowid, number.rowid, span.start, span."end"
           FROM content_search JOIN content ON content.row = content_search.rowid
           JOIN article ON article.content = content.sha256
           JOIN span ON span.article = article.id AND span.role IN ('content', 'number')
           LEFT JOIN claim ON claim.id = span.claim LEFT JOIN number ON number.id = span.number
           WHERE content_search MATCH ? ORDER BY content.row""",
        (begins,),
    ).fetchall()
    wanted, claims, numbers = word.casefold(), set(), set()
    for content, group in groupby(spans, lambda span: span[0]):
        (text,) = connection.execute("SELECT text FROM content WHERE row = ?", (content,)).fetchone()
        for _, claim, number, start, end in group:
            if wanted in text[start:end].casefold():
                claims.add(claim)
                numbers.add(number)
    return claims - {None}, numbers - {None}
