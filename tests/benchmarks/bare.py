"""The columns of the exported tables as plain SQL, as simply as it can be said: what a bare cursor has to fetch.

Only for claims of one stretch, without the sentences, checks and warnings of an export: the floor does less.
"""

ARTICLE = "article.id, article.title, article.outlet, article.byline, article.published"
SPEAKER = "speaker.id, speaker.name, speaker.kind, speaker.role, speaker.affiliation"


def _words(span: str) -> str:
    return f'substr(content.text, {span}.start + 1, {span}."end" - {span}.start)'


def _range(span: str) -> str:
    return f"""{span}.start || '-' || {span}."end\""""


def _signed(record: str) -> str:
    return f"{record}.coder, {record}.made_at, {record}.changed_at"


CLAIM = f"""claim.id, {_words("said")}, said.start, said."end", {_range("said")}, claim.mode,
            claim.summary, claim.note"""
NUMBER = f"""number.id, {_words("printed")}, number.value, number.upper, number.qualifier, number.unit, number.counted,
             number.note, printed.start, printed."end\""""

OF_CLAIM = """JOIN article ON article.id = claim.article JOIN content ON content.sha256 = article.content
              JOIN span AS said ON said.claim = claim.id AND said.role = 'content'
              LEFT JOIN speaker ON speaker.id = claim.speaker"""
OF_NUMBER = "JOIN span AS printed ON printed.number = number.id"

TABLES = {
    "statements": f"""
        SELECT {ARTICLE}, {SPEAKER}, {CLAIM}, {NUMBER}, {_signed("number")}
        FROM number JOIN claim ON claim.id = number.claim {OF_CLAIM} {OF_NUMBER}
        ORDER BY article.id, said.start, claim.id, printed.start""",
    "claims": f"""
        SELECT {ARTICLE}, speaker.id, speaker.name, {CLAIM}, {_words("cue")}, {_range("cue")},
               {_words("source")}, {_range("source")},
               (SELECT count(*) FROM number WHERE number.claim = claim.id), {_signed("claim")}
        FROM claim {OF_CLAIM} JOIN span AS cue ON cue.claim = claim.id AND cue.role = 'cue'
        JOIN span AS source ON source.claim = claim.id AND source.role = 'source'
        ORDER BY article.id, said.start""",
    "numbers": f"""
        SELECT {ARTICLE}, speaker.id, speaker.name, claim.id, {_words("said")}, {NUMBER}, {_signed("number")}
        FROM number JOIN claim ON claim.id = number.claim {OF_CLAIM} {OF_NUMBER}
        ORDER BY article.id, printed.start""",
    "speakers": f"""
        SELECT {SPEAKER}, (SELECT group_concat(name, '; ') FROM alias WHERE alias.speaker = speaker.id), speaker.note,
               (SELECT count(*) FROM claim WHERE claim.speaker = speaker.id), {_signed("speaker")}
        FROM speaker ORDER BY speaker.id""",
    "articles": f"""
        SELECT {ARTICLE}, article.address, article.language, article.status, article.note,
               (SELECT count(*) FROM claim WHERE claim.article = article.id),
               (SELECT count(*) FROM number WHERE number.article = article.id),
               length(content.text), article.file_name, article.encoding, article.content, {_signed("article")}
        FROM article JOIN content ON content.sha256 = article.content ORDER BY article.id""",
}
