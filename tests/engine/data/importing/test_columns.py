"""Of very many columns, each is looked at once."""

from __future__ import annotations

from engine.data.importing.columns import without


class Counted(int):
    """A number of a column that counts how often it is compared with another."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return int(self) == other

    def __hash__(self) -> int:
        return int(self)


def test_what_is_left_of_many_columns_is_found_without_comparing_each_with_each() -> None:
    columns = [Counted(number) for number in range(3000)]

    assert without(columns, [*map(Counted, range(1, 3000)), None]) == [0]
    assert Counted.compared < 10 * len(columns)
