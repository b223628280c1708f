"""What nobody sees in the first paint waits for it, in its order, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gui.tasks.behind_paint import behind_paint, catch_up, let_wait


@pytest.fixture(autouse=True)
def _nothing_waits() -> Iterator[None]:
    yield
    catch_up()


def test_without_a_start_all_is_done_at_once() -> None:
    done: list[int] = []
    behind_paint(lambda: done.append(1))
    assert done == [1]


def test_what_waits_is_done_in_its_order_and_once() -> None:
    done: list[int] = []
    let_wait()
    for number in range(3):
        behind_paint(lambda number=number: done.append(number))
    assert done == []
    catch_up()
    catch_up()
    assert done == [0, 1, 2]


def test_what_is_put_behind_it_while_it_is_made_up_for_is_done_at_once() -> None:
    done: list[str] = []
    let_wait()
    behind_paint(lambda: behind_paint(lambda: done.append("inner")))
    behind_paint(lambda: done.append("outer"))
    catch_up()
    assert done == ["inner", "outer"]
