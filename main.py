"""Which face NetSketch shows: the window or the command line; the only place that knows the order of imports.

    python main.py                          the window
    python main.py model.safetensors        the window, with this model open
    python main.py train --preset article   the command line (`--help` lists its commands)

Only the standard library is imported before the face is chosen, and only what takes no time before Ctrl-C is heard.
"""

import _signal  # type: ignore[import-not-found]  # signal itself takes a moment in which Ctrl-C would be a traceback
import os
import sys


def end_at_once(number: int, frame: object) -> None:
    """Say that Ctrl-C was heard, and end: what is under way keeps nothing, and libraries bear no error while they load.

    Whatever has something to keep hears Ctrl-C itself for that time.

    Args:
        number: The signal.
        frame: Where the program was.
    """
    try:
        if sys.stderr is not None:
            os.write(sys.stderr.fileno(), _cancelled())
    finally:  # whether or not anybody is there to be told
        os._exit(128 + number)


def _cancelled() -> bytes:
    """Return the line for who pressed Ctrl-C, in the language spoken if that is known; nothing is loaded for it."""
    try:
        words = sys.modules["engine.errors"].CANCELLED
        text = "netsketch: %s\n" % sys.modules["engine.language"].said(words)  # noqa: UP031
        return text.encode(sys.stderr.encoding)
    except Exception:  # noqa: BLE001 - not there yet, or only a part of it
        return b"netsketch: Cancelled.\n"


def hear_ctrl_c() -> None:
    """Let Ctrl-C end this process at once, if it is not heard otherwise already or ignored."""
    try:
        if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
            _signal.signal(_signal.SIGINT, end_at_once)
    except ValueError:
        pass  # off the main thread there is nothing to be heard


if __name__ == "__main__":
    hear_ctrl_c()

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("NetSketch needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

USAGE_ERROR = 2
PLUGIN_LOADER = (
    "pydantic.plugin._loader"  # pydantic's own; where another version has none, nothing is changed
)
COMMAND_LINE_FLAGS = {"-h", "--help", "--version", "--install-completion", "--show-completion"}


def opens_window(arguments: "Sequence[str]") -> bool:
    """Tell whether these arguments ask for the window: none, a flag of the window, or a model file.

    Anything else is left to the command line, which knows its commands and says so when it does not know one.
    """
    if arguments and arguments[0].startswith("--language"):  # both faces take it; what follows tells
        arguments = arguments[1:] if "=" in arguments[0] else arguments[2:]
    if not arguments:
        return True
    first = arguments[0]
    if first.startswith("-"):
        return first not in COMMAND_LINE_FLAGS
    return first.endswith(".safetensors") or os.sep in first or os.path.isfile(first)  # noqa: PTH113


def loses_references(call: "Callable[[], object]") -> bool:
    """Tell whether each call takes one reference to None away, which ends the program sooner or later.

    PySide6 6.12.0 does so before Python 3.12 (PYSIDE-3474); from 3.12 on None is immortal and nothing can be lost.
    """
    before = sys.getrefcount(None)
    for _ in range(500):
        call()
    return sys.getrefcount(None) < before - 100


def _open_window(arguments: "Sequence[str]") -> int:
    import gc

    gc.disable()  # until the window does it: nothing of what is loaded is garbage
    from engine import language
    from engine.errors import ConfigError
    from gui import display, plain_imports  # noqa: F401  # before PySide, whose hook it takes off for a while

    try:
        language.speak_as_asked(arguments)
    except ConfigError as error:
        return _refuse(language.error_words(error))
    if "TORCHELASTIC_RUN_ID" in os.environ and not _is_alone():
        return USAGE_ERROR
    problem = display.problem(arguments)
    if problem:
        return _refuse(problem)
    try:
        if sys.platform == "win32":
            import torch  # noqa: F401  # on Windows torch's libraries must be loaded before Qt's
        from PySide6.QtCore import QObject
    except ImportError as error:
        return _refuse(_missing(error))
    probe = QObject()
    if loses_references(lambda: probe.setObjectName("probe")):
        from engine.words import Phrase

        return _refuse(
            Phrase(
                "This version of PySide6 is faulty and would end the program at any moment. "
                "{remedy} brings the right one.",
                remedy=_remedy(),
            )
        )
    from gui import unread_sources

    unread_sources.leave_unread()
    from gui import app

    return app.main(list(arguments))


def _is_alone() -> bool:
    """Tell whether torchrun has started one process; of several, the first says that a window is not shared."""
    from engine.errors import NetSketchError
    from engine.language import error_words, said
    from engine.training.ranks.place import is_silent, refuse_several

    try:
        refuse_several()
    except NetSketchError as error:
        if not is_silent():
            print(said(error_words(error)), file=sys.stderr)
        return False
    return True


def _prepare_libraries() -> None:
    """Say to libraries what they ask for when they are imported.

    NumPy's small matrix products run on one core: on two busy ones its waiting threads made the pictures of one
    drawing take 54 ms instead of 2. Pydantic looks for no plug-ins: there are none, and it took 20 ms of the start. Nor
    does it load what would look for them, which brings the parser of e-mails with it.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__" and PLUGIN_LOADER not in sys.modules:
        sys.modules[PLUGIN_LOADER] = loader = type(sys)(PLUGIN_LOADER)
        loader.get_plugins = lambda: ()  # type: ignore[attr-defined]


def _missing(error: ImportError) -> str:
    from engine.words import Phrase

    return Phrase(
        "A library is missing ({error}). {remedy} brings what is needed.", error=str(error), remedy=_remedy()
    )


def _remedy() -> str:
    """Return what brings the libraries: a command where this is a source tree, else pip, which brought the program."""
    in_sources = os.path.isfile(os.path.join(os.path.dirname(__file__), "dev.py"))  # noqa: PTH113, PTH118, PTH120
    from engine.words import Phrase

    return "`python3 dev.py setup`" if in_sources else Phrase("Installing NetSketch anew with pip")


def _refuse(reason: str) -> int:
    from engine.language import said

    print(said(reason), file=sys.stderr)
    return USAGE_ERROR


def main(argv: "Sequence[str] | None" = None) -> int:
    """Show the face that the arguments ask for and return the exit code.

    Args:
        argv: The arguments without the program's name; those of this process by default.
    """
    if argv is None:
        hear_ctrl_c()
    _prepare_libraries()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if opens_window(arguments):
        return _open_window(arguments)
    try:
        from engine import cli
    except ImportError as error:
        return _refuse(_missing(error))
    return cli.main(arguments)


def window() -> int:
    """Open the window whatever the arguments are: the program without a console."""
    hear_ctrl_c()
    _prepare_libraries()
    return _open_window(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
