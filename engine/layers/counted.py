"""How many there are of what layers are made of, in words: one head, and four heads."""

from __future__ import annotations

from engine.words import Phrase


def heads(count: int) -> Phrase:
    """Return ``1 head`` or ``4 heads``."""
    return Phrase("1 head") if count == 1 else Phrase("{count:,} heads", count=count)


def tokens(count: int) -> Phrase:
    """Return ``1 token`` or ``16 tokens``."""
    return Phrase("1 token") if count == 1 else Phrase("{count:,} tokens", count=count)


def characters(count: int) -> Phrase:
    """Return ``1 character`` or ``16 characters``."""
    return Phrase("1 character") if count == 1 else Phrase("{count:,} characters", count=count)


def numbers(count: int) -> Phrase:
    """Return ``1 number`` or ``64 numbers``."""
    return Phrase("1 number") if count == 1 else Phrase("{count:,} numbers", count=count)


def steps(count: int) -> Phrase:
    """Return ``1 step`` or ``28 steps``."""
    return Phrase("1 step") if count == 1 else Phrase("{count:,} steps", count=count)


def rows(count: int) -> Phrase:
    """Return ``1 row`` or ``28 rows``."""
    return Phrase("1 row") if count == 1 else Phrase("{count:,} rows", count=count)


def columns(count: int) -> Phrase:
    """Return ``1 column`` or ``28 columns``."""
    return Phrase("1 column") if count == 1 else Phrase("{count:,} columns", count=count)
