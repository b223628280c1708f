"""Dates as people write and say them, and as computers sort them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from engine.data.text.task import TextTask

if TYPE_CHECKING:
    import numpy as np

    from engine.config.text import TextConfig

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)
LEAP_SHARE = 0.02  # so many of the dates are the 29th of February, which else would hardly come
LEAP_YEARS = tuple(year for year in range(FIRST.year, LAST.year + 1) if calendar.isleap(year))
MONTHS = (
    "January February March April May June July August September October November December".split()
)  # not the calendar's, which speaks the language of the computer
TENTH, TWENTIETH = 10, 20


def _ordinal(day: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    is_teen = TENTH < day < TWENTIETH
    return f"{day}{'th' if is_teen else endings.get(day % TENTH, 'th')}"


FORMS = (
    "{day} {month} {year}",
    "{month} {day}, {year}",
    "the {ordinal} of {month} {year}",
    "{day} {short} {year}",
    "{day}.{number}.{year}",
    "{year}年{number}月{day}日",
)


def written(day: date, form: str) -> str:
    """Return a day in one of the forms."""
    month = MONTHS[day.month - 1]
    return form.format(
        day=day.day, ordinal=_ordinal(day.day), month=month, short=month[:3], number=day.month, year=day.year
    )


class Dates(TextTask):
    """``3 March 2021=`` and ``2021-03-03``."""

    name = "dates"
    title = "Dates"
    description = (
        "Dates in six ways of writing, to put as computers sort them: 3 March 2021=2021-03-03. Days of 1900 to 2099, "
        "leap days among them."
    )
    settings = ("count",)
    shown = ("3 March 2021=", "2021-03-03")

    def signs(self, config: TextConfig) -> str:
        """Return digits and what stands in any form."""
        del config
        letters = {sign for month in MONTHS for sign in month} | set("the stndrd of")
        return "".join(sorted({*"0123456789=-.,", *letters})) + "年月日"

    def width(self, config: TextConfig) -> int:
        """Return the length of the longest form of a day, and of its answer."""
        del config
        return len("the 27th of September 1999=1999-09-27")

    def example(self, config: TextConfig, rng: np.random.Generator) -> tuple[str, str]:
        """Make up a day that there is, in one of the forms."""
        del config
        if rng.random() < LEAP_SHARE:
            day = date(LEAP_YEARS[rng.integers(len(LEAP_YEARS))], 2, 29)
        else:
            day = FIRST + timedelta(days=int(rng.integers((LAST - FIRST).days + 1)))
        return f"{written(day, FORMS[rng.integers(len(FORMS))])}=", day.isoformat()

    def essence(self, question: str, answer: str) -> str:
        """Return the day: none that is tested with is learnt in any form."""
        del question
        return answer
