"""Training as one of several processes: the first says all there is to say, the others do their part in silence."""

from __future__ import annotations

import math
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.cli.interrupt import Interrupt
from engine.errors import NetSketchError
from engine.language import error_words, said
from engine.training.ranks.meeting import Meeting
from engine.training.ranks.refusals import check_shared
from engine.training.ranks.worth import pays
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from engine.cli.output import Output
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.runs.recorder import RunRecorder
    from engine.training.ranks.place import Place
    from engine.training.ranks.ranks import Ranks

PASSED_ON = 2.0  # seconds in which torchrun passes a signal on that the terminal has told all


@contextmanager
def meeting_at(place: Place | None) -> Iterator[Meeting | None]:
    """Enter the place where the first process meets the others; None where there are none.

    Raises:
        RankError: If it cannot be reached.
    """
    if place is None or (place.world == 1 and place.keeps_store):
        yield None
        return
    with Meeting(place) as meeting:
        yield meeting


def check_meeting(experiment: Experiment, meeting: Meeting | None) -> None:
    """See that a training can be shared by the processes that there are.

    Raises:
        TrainingError: If not.
    """
    if meeting is not None and meeting.place.world > 1:
        check_shared(experiment.training, meeting.place.world)


def gather(
    meeting: Meeting | None,
    experiment: Experiment,
    data: Split,
    recorder: RunRecorder | None,
    teacher: NDArray[np.float32] | None,
    interrupt: Interrupt,
    output: Output,
) -> Ranks | None:
    """Let all processes come together and give them what they train with; None where one trains alone.

    Raises:
        NetSketchError: If one does not come.
    """
    if meeting is not None and recorder is not None:
        meeting.note_run(recorder.run.id)
    if meeting is None or meeting.place.world == 1:
        return None
    from engine.training.ranks.handing import Handed, hand_out

    _say_whether_it_pays(experiment, data, meeting.place.world, output)
    ranks = meeting.ranks(interrupt)
    ranks.asked = lambda: int(interrupt())
    ranks.heard = lambda wish: interrupt.hear(signal.SIGTERM if wish > 1 else signal.SIGINT)
    hand_out(ranks, Handed(experiment, data, teacher, None if recorder is None else recorder.checkpoint))
    return ranks


def _say_whether_it_pays(experiment: Experiment, data: Split, world: int, output: Output) -> None:
    from engine.models.size import parameter_count
    from engine.runtime import choose_device
    from engine.training.loop import work_of_a_step

    work = work_of_a_step(experiment, data)
    parameters = parameter_count(experiment.network, data.train.image_shape, len(data.classes))
    on_processor = choose_device(experiment.training.device, work).type == "cpu"
    if on_processor and not pays(work, parameters, world):
        output.warn(
            Phrase(
                "The steps of this training are so short that adding up what {world} processes find takes about as "
                "long as they save; one process is hardly slower, and may be faster.",
                world=world,
            )
        )


def take_part(place: Place) -> None:
    """Do the part of a process that is not the first.

    Raises:
        NetSketchError: If it cannot; the first one says why.
    """
    with Meeting(place) as meeting, Interrupt(lambda: None, again=math.inf) as interrupt:
        ranks = meeting.ranks(interrupt)
        ranks.asked = lambda: 2 if interrupt.is_termination else int(interrupt())
        try:
            from engine.training.ranks.follow import follow

            follow(ranks)
        except NetSketchError as error:
            meeting.say_failed(said(error_words(error)))
            raise
        except Exception as error:
            meeting.say_failed(said(Phrase("{kind}: {error}", kind=type(error).__name__, error=str(error))))
            raise
