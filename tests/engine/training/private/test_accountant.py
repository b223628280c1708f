"""The accountant against Google's dp-accounting, against numbers known without it, and in its own promises."""

from __future__ import annotations

import logging
import math

import numpy as np
import pytest

from engine.training.private.accountant import (
    FRACTIONS,
    LEAST_NOISE,
    WHOLES,
    divergences_of_step,
    noise_for,
    spent,
)

logging.getLogger("absl").setLevel(logging.ERROR)  # it says of each order that it leaves out
CASES = [
    (0.6, 0.001, 2000, 1e-5), (0.6, 0.005, 200, 1e-7), (1.0, 0.0001, 2000, 1e-5), (1.0, 0.005, 2000, 1e-5),
    (1.0, 0.02, 50, 1e-7), (1.0, 0.02, 2000, 1e-5), (2.0, 0.02, 2000, 1e-7), (2.0, 0.1, 50, 1e-5),
    (2.0, 0.1, 500, 1e-5), (6.0, 0.02, 2000, 1e-5), (6.0, 0.1, 2000, 1e-5),
]  # fmt: skip


def theirs(noise: float, rate: float, steps: int, delta: float, *, exactly: bool = False) -> float:
    from dp_accounting import dp_event

    step = dp_event.PoissonSampledDpEvent(rate, dp_event.GaussianDpEvent(noise))
    if exactly:
        from dp_accounting.pld import PLDAccountant

        accountant = PLDAccountant()
    else:
        from dp_accounting.rdp import RdpAccountant

        accountant = RdpAccountant()
    accountant.compose(step, steps)
    return float(accountant.get_epsilon(delta))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=str)
def test_epsilon_is_dp_accountings(case: tuple[float, float, int, float]) -> None:
    other = theirs(*case)
    assert 0.05 < other < 12
    assert other * 0.995 < spent(*case) < other * (1 + 1e-5)  # they leave out orders that do not converge


@pytest.mark.slow
def test_nothing_is_promised_that_does_not_hold() -> None:
    case = (3.0, 0.1, 100, 1e-5)
    exact = theirs(*case, exactly=True)
    assert exact * 0.999 <= spent(*case) < exact * 1.3


def test_whole_orders_are_the_power_written_out() -> None:
    from math import comb

    noise, rate = 1.3, 0.02
    for order in (2, 3, 10):
        moment = sum(
            comb(order, place) * (1 - rate) ** (order - place) * rate**place
            * math.exp((place**2 - place) / (2 * noise**2)) for place in range(order + 1)
        )  # fmt: skip
        place = len(FRACTIONS) + list(WHOLES).index(order)
        ours = divergences_of_step(noise, rate)[place] * (order - 1)
        assert ours == pytest.approx(math.log(moment), rel=1e-9)


@pytest.mark.parametrize(("noise", "rate"), [(0.5, 0.01), (1.0, 0.3), (4.0, 0.02)])
def test_fractional_orders_are_the_integral(noise: float, rate: float) -> None:
    from scipy.integrate import quad

    for order in (1.5, 2.7, 8.3):

        def integrand(z: float, order: float = order) -> float:
            ratio = 1 - rate + rate * math.exp((2 * z - 1) / (2 * noise**2))
            return math.exp(-(z**2) / (2 * noise**2)) / (noise * math.sqrt(2 * math.pi)) * ratio**order

        moment, _ = quad(integrand, -12 * noise, 12 * noise + order, limit=400, epsabs=0, epsrel=1e-10)
        ours = divergences_of_step(noise, rate)[int(np.argmin(abs(FRACTIONS - order)))] * (order - 1)
        assert ours == pytest.approx(math.log(moment), rel=1e-5)


def test_all_images_in_every_step_is_the_gaussian_mechanism() -> None:
    np.testing.assert_allclose(divergences_of_step(2.0, 1.0)[-4:], np.array([128, 256, 512, 1024]) / 8)
    assert spent(2.0, 0.0, 1000, 1e-5) == spent(2.0, 0.3, 0, 1e-5) == 0


@pytest.mark.parametrize("epsilon", [0.3, 1.0, 3.0, 8.0, 40.0])
def test_the_noise_for_a_budget_keeps_it_and_hardly_more(epsilon: float) -> None:
    noise = noise_for(epsilon, 0.01, 1500, 1e-5)
    assert spent(noise, 0.01, 1500, 1e-5) <= epsilon < spent(noise * 0.999, 0.01, 1500, 1e-5)


def test_what_is_spent_falls_with_noise_and_rises_with_steps_and_rate() -> None:
    figures = [spent(noise, 0.01, 1000, 1e-5) for noise in (0.3, 0.5, 1, 2, 5, 20)]
    assert figures == sorted(figures, reverse=True)
    figures = [spent(1.0, rate, 1000, 1e-5) for rate in (1e-6, 1e-4, 0.01, 0.5, 0.999, 1)]
    assert figures == sorted(figures)
    figures = [spent(1.0, 0.01, steps, 1e-5) for steps in (1, 10, 1000, 10**6)]
    assert figures == sorted(figures)


def test_too_little_noise_promises_nothing_and_no_noise_is_enough_for_everything() -> None:
    assert spent(LEAST_NOISE / 2, 0.01, 1, 1e-5) == math.inf
    assert noise_for(1e-6, 0.5, 10**6, 1e-9) == math.inf
    assert noise_for(1e9, 0.01, 1, 1e-5) == LEAST_NOISE
