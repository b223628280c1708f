"""Shows one widget by itself, for looking at it while it is made.

python -m gui.widgets.demo gui.pad.ink_strip.InkStrip --dark
python -m gui.widgets.demo gui.widgets.fields.settings_form.SettingsForm engine.config.TrainingConfig
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from gui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def show(make: Callable[[], QWidget] | None = None) -> None:
    """Show what ``make`` returns until it is closed, or save a picture of it and end.

    Args:
        make: Builds the widget once there is an application; that which is named on the command line if left out.
    """
    parser = argparse.ArgumentParser()
    if make is None:
        parser.add_argument("widget", help="its class, such as gui.pad.ink_strip.InkStrip")
        parser.add_argument("of", nargs="*", help="what it is made of, such as engine.config.TrainingConfig")
    parser.add_argument("--dark", action="store_true", help="dark instead of light")
    parser.add_argument("--size", default="", metavar="WxH", help="size of the widget, such as 360x500")
    parser.add_argument("--picture", default="", metavar="FILE", help="save a picture there and end")
    options = parser.parse_args()
    app = QApplication(sys.argv[:1])
    theme.apply(app, "dark" if options.dark else "light")
    widget = make() if make is not None else _named(options.widget)(*map(_named, options.of))
    if options.size:
        width, height = options.size.split("x")
        widget.resize(int(width), int(height))
    widget.show()
    if options.picture:
        for _ in range(5):
            app.processEvents()
        widget.grab().save(options.picture)
        return
    sys.exit(app.exec())


def _named(name: str) -> Any:
    module, _, kind = name.rpartition(".")
    return getattr(import_module(module), kind)


if __name__ == "__main__":
    show()
