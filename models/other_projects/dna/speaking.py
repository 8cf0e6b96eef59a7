"""Which variables of a database say who makes a statement."""

from models.articles.dna.contents import DnaDatabase, DnaEntity, DnaStatement
from models.text.folding import folded

PEOPLE = frozenset({"person", "actor", "speaker", "individual"})
ORGANISATIONS = frozenset({"organization", "organisation", "institution", "affiliation"})
"""Names of such variables."""

SHORT_TEXT = "short text"


class Speaking:
    """Finds the people and organisations that statements are coded with. `people` and `organisations` are ids of
    variables.
    """

    def __init__(self, database: DnaDatabase) -> None:
        short = [each for each in database.variables if each.data_type == SHORT_TEXT]
        self.people = {each.id for each in short if folded(each.name) in PEOPLE}
        self.organisations = {each.id for each in short if folded(each.name) in ORGANISATIONS}
        self._entities = {each.id: each for each in database.entities}

    def person(self, statement: DnaStatement) -> DnaEntity | None:
        """Return the first person that a statement is coded with."""
        return self._first(statement, self.people)

    def organisation(self, statement: DnaStatement) -> DnaEntity | None:
        """Return the first organisation that a statement is coded with."""
        return self._first(statement, self.organisations)

    def _first(self, statement: DnaStatement, variables: set[int]) -> DnaEntity | None:
        ids = (each.value for each in statement.values if each.variable in variables and isinstance(each.value, int))
        found = (self._entities.get(each) for each in ids)
        return next((each for each in found if each and each.value), None)
