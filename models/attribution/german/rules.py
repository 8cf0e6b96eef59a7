"""The names of the rules that find German reports, as they are in `models/suggestions/rules.py`, which is above this.

They are kept in files and exported, so they never change.
"""

QUOTATION_AFTER, QUOTATION_BEFORE = "quotation, verb after", "quotation, verb before"
CLAUSE_AFTER, CLAUSE_AROUND, CLAUSE_BEFORE = "clause, verb after", "clause, verb within", "clause, verb before"
"""Where the words are that report: after what is said (“Es regnet”, sagte sie; so die Stadt), within it, before it."""
SAID_THAT, COLON, OBJECT = "said that", "colon", "noun, verb before"
ACCORDING, NOUN, LABEL, ALONE = "according to", "noun that", "label", "quotation alone"
NEXT = "verb in the next sentence"
MOOD = "mood of reported speech"
