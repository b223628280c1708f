"""What NumPy multiplies in the tests it does on one thread: where all cores are busy, several wait for each other."""

import numpy as np
from threadpoolctl import threadpool_info  # type: ignore[import-untyped]


def test_products_are_of_one_thread() -> None:
    np.ones((2, 2)) @ np.ones((2, 2))
    threads = {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}
    assert threads == {1}
