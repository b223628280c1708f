"""The command ``serve``."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from engine.cli.interrupt import Interrupt
from engine.cli.output import write_error
from engine.deploy.service.served import served_from
from engine.deploy.service.service import Service
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.cli.output import Output

LOOK = 0.1  # seconds between two looks whether the end was asked for


def serve_file(path: Path, host: str, port: int, output: Output) -> None:
    """Answer requests with the model in ``path`` until Ctrl-C, or the system, asks for the end.

    Args:
        path: The model file.
        host: An address of this machine.
        port: 0 for one that is free.
        output: Where to say how it is reached, and in the end what it did.

    Raises:
        NetSketchError: If the model cannot be had or served, or the port is taken.
    """
    with Interrupt(lambda: None) as interrupt:
        service = Service(lambda: served_from(path, interrupt), host=host, port=port)
        service.start()
        try:
            if service.is_open:
                write_error(
                    Phrase(
                        "Take care: whoever reaches this machine over the network can use this service. "
                        "Nothing is encrypted, and no password is asked for."
                    )
                )
            output.record(event="started", address=service.address, model=str(path))
            output.line(
                Phrase(
                    "{model} answers at {address}; Ctrl-C ends it.", model=str(path), address=service.address
                )
            )
            while service.is_running and not interrupt():
                sleep(LOOK)
        finally:
            service.stop()
    figures = service.figures()
    output.record(event="stopped", requests=figures.requests, refused=figures.refused)
    output.line(
        Phrase(
            "Stopped. Requests answered: {requests:,}, refused: {refused:,}.",
            requests=figures.requests,
            refused=figures.refused,
        )
    )
