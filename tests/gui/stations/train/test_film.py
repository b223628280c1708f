"""How fast a film goes; how it plays is asked of the time bar."""

import pytest

from gui.stations.train.film import film_pace


@pytest.mark.parametrize(
    ("count", "seconds", "rate"), [(2, 0.5, 4), (32, 8, 4), (80, 8, 10), (240, 8, 30), (5000, 8, 30)]
)
def test_the_pace_of_the_film(count, seconds, rate):
    stride, milliseconds = film_pace(count)
    assert 1000 / milliseconds == pytest.approx(rate, rel=0.02)
    assert count / stride * milliseconds / 1000 == pytest.approx(seconds, rel=0.02)
