"""What a private training spends: (ε, δ) of steps that add noise to the sum over images drawn by chance; without torch.

In each step every image takes part with probability q, for itself; the sum of what they give, each at most 1 long, gets
Gaussian noise of deviation σ. With z drawn from N(0, σ²), one step has at order α > 1 the Rényi divergence

    log A(α) / (α − 1),    A(α) = E[(1 − q + q · exp((2 z − 1) / (2 σ²)))^α],

steps add up, and ε = R(α) + log(1 − 1/α) − log(δ α) / (α − 1) holds for every α, so that the smallest may be taken. Two
sets of images are neighbours where one of them holds one image more.

Source: Abadi et al. 2016, arXiv:1607.00133 (the training); Mironov, Talwar and Zhang 2019, arXiv:1908.10530, section 3
(A for orders whole and fractional); Balle et al. 2020, arXiv:1905.09982, theorem 21, and Canonne, Kamath and
Steinke 2020, arXiv:2004.00010, proposition 12 (from Rényi divergences to ε).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FRACTIONS = np.array([order for order in np.arange(11, 110) / 10 if order != round(order)])
WHOLES = np.array([*range(2, 64), 128, 256, 512, 1024])
ORDERS = np.concatenate([FRACTIONS, WHOLES])
LEAST_NOISE, MOST_NOISE = 0.1, 1000.0  # σ: below, nothing is promised; above, nothing is learnt
EXACT_FROM = 0.3  # σ from which fractional orders are worked out; below, the chord between whole ones does
STEP = 1 / 8  # of σ, between the points of an integral
TAILS = 12  # σ, how far an integral reaches beyond its hills
ROUNDING = 1e-9  # log A below which the integral is no better than its rounding
CLOSE = 1e-4  # share by which a noise that was looked for may be larger than needed

_LOG_FACTORIALS = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, WHOLES[-1] + 1)))])


def spent(noise: float, sampling_rate: float, steps: int, delta: float) -> float:
    """Return ε after some steps.

    Args:
        noise: σ, in lengths to which the gradient of an image is clipped.
        sampling_rate: q, the probability with which an image takes part in a step.
        steps: How many there were.
        delta: δ, the probability for which nothing is promised.
    """
    if steps <= 0:
        return 0.0
    divergences = steps * divergences_of_step(noise, sampling_rate)
    with np.errstate(invalid="ignore"):
        found = divergences + np.log1p(-1 / ORDERS) - np.log(delta * ORDERS) / (ORDERS - 1)
    found[delta**2 + np.expm1(-divergences) > 0] = 0.0  # so close to each other that δ alone covers it
    return max(0.0, float(found.min()))


def noise_for(epsilon: float, sampling_rate: float, steps: int, delta: float) -> float:
    """Return the smallest σ, to four digits, with which some steps spend at most ``epsilon``.

    Returns:
        σ; infinity where there is none that anything could be learnt with.
    """
    if spent(MOST_NOISE, sampling_rate, steps, delta) > epsilon:
        return math.inf
    low, high = LEAST_NOISE, MOST_NOISE
    if spent(low, sampling_rate, steps, delta) <= epsilon:
        return low
    while high / low > 1 + CLOSE:
        middle = math.sqrt(low * high)
        if spent(middle, sampling_rate, steps, delta) <= epsilon:
            high = middle
        else:
            low = middle
    return high


@lru_cache(maxsize=256)
def divergences_of_step(noise: float, sampling_rate: float) -> NDArray[np.float64]:
    """Return the Rényi divergences of one step at ``ORDERS``; infinite below the least noise."""
    if sampling_rate == 0:
        return np.zeros(len(ORDERS))
    if noise < LEAST_NOISE:
        return np.full(len(ORDERS), np.inf)
    if sampling_rate >= 1:
        found = ORDERS / (2 * noise**2)
    else:
        wholes = _log_moments(noise, sampling_rate)
        fractions = _log_moments_between(noise, sampling_rate, wholes)
        found = np.concatenate([fractions, wholes]) / (ORDERS - 1)
    found.flags.writeable = False
    return found


def _log_moments(noise: float, rate: float) -> NDArray[np.float64]:
    """Return log A at ``WHOLES``: the power written out, of which the first two terms and 1 cancel each other.

    A(α) − 1 = Σ over i ≥ 2 of binomial(α, i) (1 − q)^(α − i) q^i (exp((i² − i) / (2 σ²)) − 1), all of it positive.
    """
    orders, place = WHOLES[:, None], np.arange(2, WHOLES[-1] + 1)[None, :]
    left = np.maximum(orders - place, 0)
    binomials = _LOG_FACTORIALS[orders] - _LOG_FACTORIALS[place] - _LOG_FACTORIALS[left]
    grown = (place * place - place) / (2 * noise**2)
    terms = binomials + left * math.log1p(-rate) + place * math.log(rate)
    terms = np.where(place <= orders, terms + grown + np.log(-np.expm1(-grown)), -np.inf)
    found: NDArray[np.float64] = np.logaddexp(0.0, _log_sum(terms))
    return found


def _log_moments_between(noise: float, rate: float, wholes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log A at ``FRACTIONS``: by an integral, or by the chord between whole orders, which lies above it.

    A sum over equally spaced points is exact to rounding where what is summed is as smooth as this.
    """
    chords: NDArray[np.float64] = np.interp(FRACTIONS, [1, *WHOLES], [0, *wholes])
    if noise < EXACT_FROM:
        return chords
    width = min(
        STEP * noise, noise**2 / 2
    )  # narrow beside the nearest point where the integrand has no value
    points = np.arange(-TAILS * noise, FRACTIONS[-1] + TAILS * noise, width)
    ratios = np.logaddexp(math.log1p(-rate), math.log(rate) + (2 * points - 1) / (2 * noise**2))
    weights = -(points**2) / (2 * noise**2) + math.log(width / (noise * math.sqrt(2 * math.pi)))
    found = _log_sum(weights + FRACTIONS[:, None] * ratios)
    chords[found > ROUNDING] = np.minimum(found, chords)[found > ROUNDING]
    return chords


def _log_sum(terms: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logarithms of the sums of rows given as logarithms."""
    largest = terms.max(1, keepdims=True)
    found: NDArray[np.float64] = largest[:, 0] + np.log(np.exp(terms - largest).sum(1))
    return found
