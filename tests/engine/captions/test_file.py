from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.captions import file
from engine.captions.model import CaptionModel
from engine.captions.plan import Plan
from engine.errors import ModelFileError, RunError
from engine.storage import model_file, tensor_file


def test_a_model_comes_back_as_it_was(tmp_path: Path) -> None:
    model, plan = CaptionModel(3), Plan(seed=3, steps=7)
    path = file.save(tmp_path / "mine", model, plan, 5)
    assert path.name == "mine.safetensors"
    found, told, step = file.load(path)
    assert (told, step) == (plan, 5)  # it was stopped early
    assert not found.training
    assert all(torch.equal(found.state_dict()[name], tensor) for name, tensor in model.state_dict().items())


@pytest.mark.parametrize("change", ["missing", "shape", "nan", "huge", "scale", "type", "plan", "step"])
def test_what_are_not_its_weights_is_refused(tmp_path: Path, change: str) -> None:
    state = dict(CaptionModel().state_dict())
    entries = {"words": file._words(), "plan": Plan().model_dump(), "step": 1}
    if change == "missing":
        del state["embedding"]
    elif change == "plan":
        entries["plan"] = {"steps": "many"}
    elif change == "step":
        entries["step"] = Plan().steps + 1
    elif change == "scale":
        state["log_scale"] = torch.tensor(-200.0)  # the scale itself is 0 then
    else:
        huge = torch.full_like(state["embedding"], 1e30)  # sums of such are no numbers
        wrong = {"huge": huge, "shape": state["embedding"][1:], "type": state["embedding"].double()}
        state["embedding"] = wrong.get(change, torch.full_like(state["embedding"], torch.nan))
    tensor_file.save(tmp_path / "x.safetensors", file.KIND, state, entries)
    with pytest.raises(RunError, match="is damaged"):
        file.load(tmp_path / "x.safetensors")


def test_other_words_and_other_kinds_of_files_are_refused(tmp_path: Path) -> None:
    state = CaptionModel().state_dict()
    tensor_file.save(tmp_path / "a.safetensors", file.KIND, state, {"words": [["red"]]})
    with pytest.raises(RunError, match="made of other words"):
        file.load(tmp_path / "a.safetensors")
    tensor_file.save(tmp_path / "b.safetensors", "netsketch-snapshot", state, {})
    with pytest.raises(RunError, match="another kind of file"):
        file.load(tmp_path / "b.safetensors")
    with pytest.raises(ModelFileError):
        model_file.load(file.save(tmp_path / "c", CaptionModel(), Plan(), 1))
