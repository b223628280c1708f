"""Commands that speak the language asked for: their help, what typer says of wrong arguments, and ``--language``."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer
from typer.core import TyperCommand, TyperGroup

from engine.language import ENGLISH, FLAG, said, spoken
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.text import Text
    from typer.rich_utils import OptionHighlighter

    _Command = TyperCommand
    _Decorator: TypeAlias = Callable[[Callable[..., None]], Callable[..., None]]
else:
    _Command = object

LanguageFlag = Annotated[
    str,
    typer.Option(
        FLAG,
        metavar="CODE",
        help="The language to speak, such as en or zh_CN; by default that of the environment.",
        show_default=False,
    ),
]

# What typer's own code says: in its help, by the names that hold it, and of arguments that it cannot take.
HELP_WORDS = {
    "ARGUMENTS_PANEL_TITLE": "Arguments",
    "OPTIONS_PANEL_TITLE": "Options",
    "COMMANDS_PANEL_TITLE": "Commands",
    "DEFAULT_STRING": "[default: {}]",
    "REQUIRED_LONG_STRING": "[required]",
}
USAGE = "Usage: {usage}"
HELP_OF_HELP = "Show this message and exit."
USAGE_ERRORS = (
    "Invalid value for {place}: {what}",
    "Missing argument {place}.",
    "Missing option {place}.",
    "Missing command.",
    "No such option: {name} (Possible options: {others})",
    "No such option: {name}",
    "No such command {name}. Did you mean {others}?",
    "No such command {name}.",
    "Option {name} requires an argument.",
    "Option {name} requires {count} arguments.",
    "Option {name} does not take a value.",
    "Argument {name} takes {count} values.",
    "Got unexpected extra argument(s) ({names})",
    "Value error, {what}",
    "{name} is not one of {others}.",
)
SENTENCE = "what"  # the place that holds one
WORDS = (*HELP_WORDS.values(), USAGE, HELP_OF_HELP, *USAGE_ERRORS)


class _Speaking(_Command):
    """Says its help in the language spoken; it stands before typer's class among the bases."""

    def phrase(self, text: str) -> Phrase:
        """Return words of the help as a phrase; what else they are made of is for a command to know."""
        return Phrase(text)

    def get_usage(self, ctx: Any) -> str:
        """Return the line of the help that says how the command is called."""
        return said(_phrase_of(super().get_usage(ctx), (USAGE,)))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help, all of its words put into the language spoken just before."""
        from typer import rich_utils

        for name, words in HELP_WORDS.items():
            setattr(rich_utils, name, said(Phrase(words)))
        rich_utils.highlighter = rich_utils.OptionHighlighter() if spoken() == ENGLISH else _folding()
        before = []
        for command in (self, *getattr(self, "commands", {}).values()):
            before.append((command, "help", command.help))
            command.help = said(Phrase(command.help or ""))
        for each in self.get_params(ctx):
            for name in ("help", "rich_help_panel"):
                text = getattr(each, name, None)
                if text:
                    before.append((each, name, text))
                    setattr(each, name, said(self.phrase(text)))
        try:
            super().format_help(ctx, formatter)
        finally:  # the commands are made once: the next help may be in another language
            for owner, name, text in before:
                setattr(owner, name, text)

    def help_phrases(self) -> Iterator[Phrase]:
        """Name the phrases that its help is made of, for those who translate them."""
        texts = [self.help]
        texts += [getattr(each, name, "") for each in self.params for name in ("help", "rich_help_panel")]
        yield from (self.phrase(text) for text in texts if text)
        for command in getattr(self, "commands", {}).values():
            yield from command.help_phrases()


class SpokenCommand(_Speaking, TyperCommand):
    """A command whose help is said in the language spoken."""


class SpokenGroup(_Speaking, TyperGroup):
    """Several commands whose help is said in the language spoken."""


class Commands(typer.Typer):
    """Commands that take ``--language`` and speak it."""

    def command(self, name: str | None = None, *, cls: Any = SpokenCommand, **options: Any) -> _Decorator:  # type: ignore[override]
        """Return what makes a command of a function."""
        register: _Decorator = super().command(name, cls=cls, **options)
        return lambda function: register(with_language(function))

    def callback(self, *, cls: Any = SpokenGroup, **options: Any) -> _Decorator:  # type: ignore[override]
        """Return what makes a function the one that is called before a command."""
        register: _Decorator = super().callback(cls=cls, **options)
        return lambda function: register(with_language(function))


def with_language(command: Callable[..., None]) -> Callable[..., None]:
    """Let typer see ``--language``; its value was read from the arguments before anything was said."""
    flag = inspect.Parameter("language", inspect.Parameter.KEYWORD_ONLY, default="", annotation=LanguageFlag)

    def without_language(language: str = "", **values: Any) -> None:
        command(**values)

    parameters = inspect.signature(command, eval_str=True).parameters.values()
    return with_parameters(without_language, command, [*parameters, flag])


def with_parameters(
    function: Callable[..., None], like: Callable[..., None], parameters: Iterable[inspect.Parameter]
) -> Callable[..., None]:
    """Let typer take a function for one with other parameters, and with the help of a third."""
    function.__doc__ = like.__doc__
    signature = inspect.Signature(list(parameters))
    function.__signature__ = signature  # type: ignore[attr-defined]
    function.__annotations__ = {item.name: item.annotation for item in signature.parameters.values()}
    return function


def _folding() -> OptionHighlighter:
    """Return what marks options in a help, and lets its lines end within a word: Chinese has no spaces."""
    from typer import rich_utils

    class Folding(rich_utils.OptionHighlighter):
        def highlight(self, text: Text) -> None:
            super().highlight(text)
            text.overflow = "fold"

    return Folding()


def usage_error(text: str, what: str = "") -> Phrase:
    """Return what typer says of wrong arguments as a phrase, which can be said in another language.

    Args:
        text: Typer's own sentence; one that is not known stays as it is.
        what: The part of it that is ours.
    """
    return _phrase_of(text, USAGE_ERRORS, what)


def _phrase_of(text: str, templates: Iterable[str], known: str = "") -> Phrase:
    """Return a filled sentence as the first template that it could be made of, filled."""
    for template in templates:
        parts = re.split(r"\{(\w+)\}", template)
        pattern = "".join(
            f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts)
        )
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found is not None:
            values: dict[str, str] = found.groupdict()
            if SENTENCE in values:
                is_ours = isinstance(known, Phrase) and values[SENTENCE] == known
                values[SENTENCE] = known if is_ours else usage_error(values[SENTENCE])
            return Phrase(template, **values)
    return Phrase(text)
