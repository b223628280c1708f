"""The command ``compress``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic import check_writable
from engine.cli.columns import cells, left, right
from engine.cli.interrupt import Interrupt
from engine.cli.output import write_error
from engine.cli.progress import PreparationProgress, percent
from engine.data.learnt import Learnt
from engine.errors import Cancelled, ConfigError, NetSketchError
from engine.file_names import free_path
from engine.language import error_words, said
from engine.numbers import parse_number, parse_whole
from engine.storage import model_file
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.cli.output import Output
    from engine.compress.keeping import Keeping
    from engine.compress.method import Method
    from engine.compress.trial import Measure, Trial

NOTHING_SAVED = Phrase("Stopped; nothing was saved.")


def compress_file(
    path: Path,
    name: str,
    output: Output,
    *,
    amount: str | None = None,
    per: str | None = None,
    finetune: str | None = None,
    data: str | None = None,
    out: Path | None = None,
    kept: bool = True,
) -> None:
    """Make the model in ``path`` smaller, save what is left, and say how it does beside the original.

    Args:
        path: The model file; it stays as it is unless ``out`` names it.
        name: Of the method.
        output: Where to say so.
        amount: How much; what is usual of the method by default.
        per: Which weights share a scale, where the method knows scales.
        finetune: Epochs of fine-tuning; by default a few.
        data: Name of the data set, or None for the one it was trained on.
        out: Where to save it; by default beside other files here, under a free name.
        kept: Whether fine-tuning is kept as a run of the library.

    Raises:
        Cancelled: If Ctrl-C came; nothing is left of it then.
        NetSketchError: If the model or the data cannot be had, the flags are wrong, or the file cannot be written.
    """
    from engine.compress.keeping import Keeping
    from engine.compress.registry import method_named
    from engine.compress.trial import USUAL_EPOCHS, check_epochs

    method = method_named(name, **({} if per is None else {"per": per}))
    share = method.amount.usual if amount is None else parsed_amount(amount)
    method.check(share)
    epochs = USUAL_EPOCHS if finetune is None else parsed_epochs(finetune)
    check_epochs(epochs)
    model_file.describe(path)  # before torch is loaded and data are fetched
    wanted = model_file.with_suffix(Path(f"{path.stem}-{method.name}"))
    target = free_path(wanted) if out is None else model_file.with_suffix(out)
    check_writable(target)
    keeping = Keeping(f"{path.stem} {method.name} {share:g}", _complain) if kept and epochs else None
    with Interrupt(lambda: None) as interrupt:
        try:
            before, after = _tried(path, method, share, epochs, data, output, interrupt, keeping)
            if interrupt():
                raise Cancelled(NOTHING_SAVED)
        except BaseException:
            if keeping is not None:
                keeping.forget()
            raise
        run = None if keeping is None else keeping.close(after)
        kept_as = None if run is None else Phrase("Kept as the run {run}.", run=run)
        if out is None:
            target = free_path(wanted)  # another may have come meanwhile
        try:
            model_file.save_copy(target, after.saved)
        except NetSketchError:  # what was learnt is in the library
            if kept_as is not None:
                output.line(kept_as)
            raise
    _record(output, before, after, target, run)
    for line in _lines(before, after):
        output.line(line)
    if kept_as is not None:
        output.line(kept_as)
    output.line(Phrase("Saved to {path}.", path=str(target)))


def parsed_amount(text: str) -> float:
    """Read how much of a model is meant, such as ``0.8`` or ``4``.

    Raises:
        ConfigError: If it is no number.
    """
    number = parse_number(text)
    if number is None:
        raise ConfigError(
            "“{text}” is no amount.", remedy="Give a number, such as 0.8, or 4 for bits.", text=text
        )
    return number


def parsed_epochs(text: str) -> int:
    """Read for how many epochs to fine-tune.

    Raises:
        ConfigError: If it is no whole number.
    """
    epochs = parse_whole(text)
    if epochs is None:
        raise ConfigError(
            "“{text}” is no number of epochs.", remedy="Give a whole number, such as 2.", text=text
        )
    return epochs


def _complain(sentence: Phrase, error: NetSketchError | None) -> None:
    write_error(sentence, "" if error is None else error_words(error))


def _tried(
    path: Path,
    method: Method,
    amount: float,
    epochs: int,
    data: str | None,
    output: Output,
    interrupt: Interrupt,
    keeping: Keeping | None,
) -> tuple[Trial, Trial]:
    """Return the model as it is and as the method leaves it, both measured."""
    import torch

    from engine.compress.trial import Trial, attempt, original
    from engine.data.datasets import load_split

    torch.set_num_threads(1)
    saved = model_file.load(path)
    if data is not None:
        learnt = saved.learnt or Learnt.assumed(saved.experiment.data)
        saved = replace(saved, experiment=saved.experiment.with_(**{"data.dataset": data}), learnt=learnt)
    found: Trial | None = None
    try:
        with PreparationProgress(output) as progress:
            split = load_split(saved.experiment.data, progress=progress, cancelled=interrupt)
            progress(Phrase("Measuring"), 0.0)
            before = original(saved, split, test=True, cancelled=interrupt)
            for told in attempt(
                saved,
                method,
                amount,
                split,
                finetune=epochs,
                test=True,
                cancelled=interrupt,
                follow=None if keeping is None else keeping.following(saved, split),
            ):
                if isinstance(told, Trial):
                    found = told
                else:
                    progress(told.text, told.share)
    except Cancelled:
        raise Cancelled(NOTHING_SAVED) from None
    assert found is not None, "the last that is told is the trial"
    return before, found


def _record(output: Output, before: Trial, after: Trial, path: Path, run: str | None) -> None:
    counted = after.test or after.validation
    output.record(
        method=after.method,
        amount=after.amount,
        per=after.options.get("per"),
        finetune=after.finetune,
        path=str(path),
        accuracy=_accuracy(after.test),
        bytes=after.size,
        original_accuracy=_accuracy(before.test),
        original_bytes=before.size,
        validation_accuracy=_accuracy(after.validation),
        original_validation_accuracy=_accuracy(before.validation),
        interval=None if counted is None else {"low": counted.interval.low, "high": counted.interval.high},
        milliseconds=after.milliseconds,
        original_milliseconds=before.milliseconds,
        seconds=after.seconds,
        control_validation_accuracy=_accuracy(after.control),
        shares=[
            {"name": each.name, "kept": each.kept, "whole": each.whole, "reason": each.reason or None}
            for each in after.shares
        ],
        run=run,
    )


def _accuracy(measured: Measure | None) -> float | None:
    return None if measured is None else measured.accuracy


def _lines(before: Trial, after: Trial) -> Iterator[Phrase | str]:
    """Yield what a person reads."""
    if before.test is not None and after.test is not None:
        yield Phrase(
            "Test accuracy {accuracy} of {count:,} examples, before {before}. With 95\u00a0% confidence it lies "
            "between {low} and {high}.",
            **_told(before.test, after.test),
        )
    if before.validation is not None and after.validation is not None:
        yield Phrase(
            "Validation accuracy {accuracy} of {count:,} examples, before {before}. With 95\u00a0% confidence it lies "
            "between {low} and {high}.",
            **_told(before.validation, after.validation),
        )
    if after.validation is None:
        yield Phrase(
            "There are no validation examples. The test examples prove nothing any more once the amount is chosen by "
            "them."
        )
    if after.control is not None:
        yield Phrase(
            "The same network, trained from scratch for as many epochs, reads {accuracy} of the validation examples.",
            accuracy=percent(after.control.accuracy),
        )
    yield Phrase("{size:,} bytes packed, before {before:,}.", size=after.size, before=before.size)
    yield Phrase(
        "{milliseconds:.3f} ms an example on this machine, before {before:.3f} ms.",
        milliseconds=after.milliseconds,
        before=before.milliseconds,
    )
    width = max((cells(each.name) for each in after.shares), default=0)
    for each in after.shares:
        kept = Phrase("{kept:,} of {whole:,} are left", kept=each.kept, whole=each.whole)
        yield f"  {left(each.name, width)}  {right(said(percent(each.share)), 7)}  {said(kept)}"
        if each.reason:
            yield f"  {left('', width)}           {said(each.reason)}"


def _told(before: Measure, after: Measure) -> dict[str, object]:
    return {
        "accuracy": percent(after.accuracy),
        "count": after.count,
        "before": percent(before.accuracy),
        "low": percent(after.interval.low),
        "high": percent(after.interval.high),
    }
