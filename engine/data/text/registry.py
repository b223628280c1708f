"""The tasks there are, the easiest to understand first: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.text.adding import Adding
from engine.data.text.dates import Dates
from engine.data.text.grammar_en import EnglishGrammar
from engine.data.text.grammar_zh import ChineseGrammar
from engine.data.text.reversing import Reversing
from engine.data.text.sorting import Sorting

if TYPE_CHECKING:
    from engine.data.text.task import TextTask

TASKS: tuple[TextTask, ...] = (
    Adding(),
    Reversing(),
    Sorting(),
    Dates(),
    EnglishGrammar(),
    ChineseGrammar(),
)
