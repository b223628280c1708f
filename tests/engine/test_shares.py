from __future__ import annotations

from fractions import Fraction

import pytest

from engine.shares import figures_beside, in_percent, least_count, reaches


def test_a_difference_of_round_shares_reaches_what_it_is() -> None:
    shares = range(101)
    for one in shares:
        for other in shares:
            for bound in range(101):
                is_so = one - other >= bound
                assert reaches(one / 100 - other / 100, bound / 100) == is_so, (one, other, bound)


def test_the_least_count_is_counted_exactly() -> None:
    for count in (1, 7, 93, 100, 1000, 60_000):
        for thousandths in range(1001):
            exact = -(-thousandths * count // 1000)
            assert least_count(thousandths / 1000, count) == exact
    assert least_count(float(Fraction(1, 3)), 3) == 1


@pytest.mark.parametrize(
    ("share", "digits", "shown"),
    [(1.0, 2, 100), (0.99996, 2, 99.99), (0.9996, 1, 99.9), (0.9994, 1, 99.9), (0, 2, 0)],
)
def test_a_hundred_per_cent_are_all(share: float, digits: int, shown: float) -> None:
    assert in_percent(share, digits) == pytest.approx(shown)


@pytest.mark.parametrize(
    ("share", "bound", "figures"),
    [
        (0.9812, 0.97, ("98.12", "97")),
        (0.96996, 0.97, ("96.996", "97")),
        (0.97, 0.97, ("97.00", "97")),
        (0.99999, 1.0, ("99.99", "100")),
        (0.99999, 0.0, ("99.99", "0")),
        (0.97124, 0.97125, ("97.12", "97.125")),
        (0.0, 0.5, ("0.00", "50")),
    ],
)
def test_a_share_is_seen_on_its_side_of_a_bound(share: float, bound: float, figures: tuple[str, str]) -> None:
    assert figures_beside(share, bound) == figures
