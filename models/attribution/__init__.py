"""Who says what: the words of a text that name the source of a claim, and the speaker they mean. Never writes."""

from models.attribution.attributing import Attribution, who_says

__all__ = ["Attribution", "who_says"]
