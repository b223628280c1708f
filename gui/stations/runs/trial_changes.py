"""In what a trial of a sweep differs from its other trials: all else they have in common, and it would hide that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from engine.storage.runs.compare import differing_trials
from gui.look.words import listed
from gui.stations.runs.run_words import difference_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.storage.runs.summary import RunSummary


class TrialChanges:
    """The trials of one sweep, and their differences in words; found out when they are first asked for.

    Args:
        runs: The runs of the sweep that there are.
    """

    def __init__(self, runs: Sequence[RunSummary]) -> None:
        self.runs = tuple(runs)
        self._texts: dict[str, str] | None = None

    def text_of(self, run: RunSummary) -> str:
        """Return the settings of a run that are not the same in all of them, in one line; empty for a trial alone."""
        if self._texts is None:
            found = differing_trials([each.experiment for each in self.runs])
            self._texts = {
                each.id: listed(difference_text(item.path, item.label, item.values[place]) for item in found)
                for place, each in enumerate(self.runs)
            }
        return self._texts[run.id]

    def forget_words(self) -> None:
        """Have the words made anew, in another language."""
        self._texts = None


def by_sweep(runs: Sequence[RunSummary], before: Mapping[str, TrialChanges]) -> dict[str, TrialChanges]:
    """Return the trials of each sweep; those before where they are the very same."""
    trials: defaultdict[str, list[RunSummary]] = defaultdict(list)
    for run in runs:
        if run.sweep:
            trials[run.sweep].append(run)
    found = {}
    for sweep, each in trials.items():
        kept = before.get(sweep)
        is_same = kept is not None and [*map(id, kept.runs)] == [*map(id, each)]
        found[sweep] = kept if is_same and kept is not None else TrialChanges(each)
    return found
