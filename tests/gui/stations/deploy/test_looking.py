"""What is found of a model before it leaves, where no format can hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.deploy.registry import FORMATS
from engine.errors import ExportError
from engine.words import Phrase
from gui.stations.deploy.looking import look
from gui.tasks.task import Job

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from gui.stations.deploy.station import DeployStation


def test_a_model_that_no_format_holds_is_refused_in_a_sentence(
    qtbot: QtBot, trained: DeployStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    cause = Phrase("A layer cannot leave the program.")

    def refuse(_saved: object) -> object:
        raise ExportError("It cannot be exported.", cause=cause)

    monkeypatch.setattr("engine.deploy.export.network_of", refuse)
    source = trained.subjects.source()
    assert source is not None
    found = look(source, Job(lambda _: None, lambda: False))
    assert {name: offer.obstacle for name, offer in found.offers.items()} == {
        form.name: cause for form in FORMATS
    }
