"""The command ``export``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress
from engine.storage import model_file
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from pathlib import Path

    from engine.cli.output import Output
    from engine.deploy.export import Exported
    from engine.deploy.export_format import ExportFormat
    from engine.deploy.weights import Rounding


def export_file(
    path: Path,
    name: str,
    out: Path,
    output: Output,
    *,
    weights: str = "float32",
    activations: str = "float32",
) -> None:
    """Write the model in ``path`` in another form, and say where it lies and how it was proved.

    Args:
        path: The model file.
        name: Of the form.
        out: Where to write it.
        output: Where to say so.
        weights: In what kind of numbers to store its weights.
        activations: In what kind of numbers to multiply activations.

    Raises:
        NetSketchError: If the model cannot be had or exported, or the file cannot be written.
    """
    model_file.describe(path)  # before torch is loaded
    import torch

    from engine.data import datasets
    from engine.deploy.export import export
    from engine.deploy.registry import format_named
    from engine.deploy.weights import activations_named, weights_named

    form, kind, multiplied = format_named(name), weights_named(weights), activations_named(activations)
    torch.set_num_threads(1)
    saved = model_file.load(path)
    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        exported = export(
            saved,
            out,
            form,
            weights=kind,
            activations=multiplied,
            training_images=lambda: (
                datasets.load_split(saved.experiment.data, cancelled=interrupt).train.images
            ),
            name=path.stem,
            progress=progress,
            cancelled=interrupt,
        )
    verdict = exported.about.verdict
    output.record(
        format=exported.format,
        path=str(exported.path),
        bytes=exported.size,
        max_difference=exported.max_difference,
        count=exported.count,
        gate=None if verdict is None else verdict.value,
        weights=exported.weights.value,
        activations=exported.activations.value,
        rounding_difference=exported.rounding_difference,
        changed=exported.changed,
    )
    output.line(_proof_words(exported, form))
    if exported.about.rounding is not None:
        output.line(_rounding_words(exported.about.rounding))
    output.line(exported.about.sentence)


def _proof_words(exported: Exported, form: ExportFormat) -> Phrase:
    """Return where it lies and how it was proved."""
    values = {
        "path": str(exported.path),
        "size": exported.size,
        "count": exported.count,
        "difference": number_words(exported.max_difference, 2),
        "weights": exported.weights.value,
        "activations": exported.activations.value,
    }
    if not form.holds_weights:
        return Phrase(
            "Saved to {path}, {size:,} bytes. It holds no weights; with the model's in its network, asked about "
            "{count:,} examples, it answers as the model does: probabilities differ by {difference} at most.",
            **values,
        )
    if exported.about.rounding is None:
        return Phrase(
            "Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model does: "
            "probabilities differ by {difference} at most.",
            **values,
        )
    if exported.about.rounding.activations != "float32":
        return Phrase(
            "Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model with weights "
            "rounded to {weights} and activations to {activations} does: probabilities differ by {difference} at most.",
            **values,
        )
    return Phrase(
        "Saved to {path}, {size:,} bytes. Asked about {count:,} examples, it answers as the model with weights "
        "rounded to {weights} does: probabilities differ by {difference} at most.",
        **values,
    )


def _rounding_words(rounding: Rounding) -> Phrase:
    """Return what rounding the weights cost."""
    return Phrase(
        "Rounding changed {changed:,} of {count:,} answers, and probabilities by {difference} at most.",
        changed=rounding.changed,
        count=rounding.count,
        difference=number_words(rounding.difference, 2),
    )
