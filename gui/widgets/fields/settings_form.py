"""A form made from a settings class: one field a setting, what is seldom needed folded away under its headings.

What is folded away has its widgets when it is first unfolded or asked for; what is to be shown of it is kept till then.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.config.idle import idle_because
from engine.settings import Settings
from gui.look.dressed import dressed
from gui.look.words import label_of_field, translate_engine
from gui.widgets.fields.file_field import FileField
from gui.widgets.fields.fold import Fold, bring_focus
from gui.widgets.fields.setting_row import SettingRow, camel_case, has_field
from gui.widgets.label import Label
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from engine.settings import Setting
    from gui.look.spoken import Words


class _Setting(NamedTuple):
    """A setting of a form, with or without widgets.

    Attributes:
        info: Its field.
        name: Object name of the widget that it is entered in.
    """

    info: Setting
    name: str


class SettingsForm(QWidget):
    """Fields for the settings of a class, which tells what was entered and checks nothing itself.

    Each field is found by its name in camel case, ``learningRate``; settings inside settings by both names,
    ``variationSlant``.

    Args:
        section: The settings class, such as ``TrainingConfig``.
        prefix: What stands before the names in paths, such as ``training`` or ``data.variation``.
        names: The settings to show, in this order; all of the class if left out.
        parent: The widget it belongs to.
        later: Whether all its fields wait for `complete`, not the folded ones alone.
    """

    edited = Signal(str, object)
    """A setting was changed by hand: its dotted path and what was entered."""
    file_wanted = Signal(str)
    """A file is to be chosen for a setting: its dotted path."""

    def __init__(
        self,
        section: type[Settings],
        prefix: str = "",
        names: Sequence[str] | None = None,
        parent: QWidget | None = None,
        *,
        later: bool = False,
    ) -> None:
        super().__init__(parent)
        self._settings: dict[str, _Setting] = {}
        self._rows: dict[str, SettingRow] = {}
        self._headings: dict[str, Label] = {}
        self._later = later
        # What is shown, for rows to come.
        self._values: dict[str, tuple[object, str]] = {}  # with the reason why it means nothing, if so
        self._problems: Mapping[str, str] = {}
        self._locked: tuple[Collection[str], str] = ((), "")
        self._titles: dict[str, Words | None] = {}
        self._build_ui(prefix)
        self.add_section(section, prefix, names)

    def _build_ui(self, prefix: str) -> None:
        self._grid = _grid()
        self._fold = Fold("", key=f"settings-{prefix}" if prefix else "")
        self._rare_grid = _grid()
        self._fold.content().setLayout(self._rare_grid)
        self._fold.hide()
        layout = column_of(self._grid, self._fold, on=self, spacing=6)
        layout.addStretch()

    def add_section(
        self, section: type[Settings], prefix: str = "", names: Sequence[str] | None = None
    ) -> None:
        """Append settings of another class to the same form."""
        for name in names or tuple(section.model_fields):
            info = section.model_fields[name]
            if not has_field(info):
                continue
            path = f"{prefix}.{name}" if prefix else name
            setting = self._settings[path] = _Setting(info, self._object_name(prefix, name))
            if setting.info.rare:
                self._fold.show()
            elif not self._later:
                self._make_row(path)
        self._show_row_order()
        self._show_fold_title()
        self._fold.fill_when_opened(self.complete)

    def complete(self) -> None:
        """Make the fields that waited, as what hid them is unfolded."""
        if len(self._rows) == len(self._settings):
            return
        self._later = False
        for path in self._settings:
            if path not in self._rows:
                self._make_row(path)
        self._show_row_order()

    def _make_row(self, path: str) -> None:
        """Make the widgets of a setting at the end of those that are there."""
        info, name = setting = self._settings[path]
        row = self._rows[path] = SettingRow(path, info, self)
        row.edited.connect(self._on_row_edited)
        row.field.setObjectName(name)
        if isinstance(row.field, FileField):
            row.field.choice_wanted.connect(partial(self.file_wanted.emit, path))
        if setting.info.rare:
            self._add_heading(info.group)
            row.add_to(self._rare_grid)
        else:
            row.add_to(self._grid)
        if path in self._values:
            value, idle = self._values[path]
            row.set_value(value)
            row.set_idle(idle)
        row.set_problem(self._problems.get(path, ""))
        row.set_locked(path in self._locked[0], self._locked[1])
        row.set_title(self._titles.get(path))

    def set_title(self, path: str, title: Words | None) -> None:
        """Call a setting something else than it is called everywhere; None for no more."""
        self._titles[path] = title
        if path in self._rows:
            self._rows[path].set_title(title)

    def _object_name(self, prefix: str, name: str) -> str:
        """Return ``batchSize``, or ``variationSlant`` where the name alone would not say enough."""
        outer, _, section = prefix.rpartition(".")
        own = camel_case(name)
        is_taken = any(setting.name == own for setting in self._settings.values())
        return camel_case(f"{section}_{name}") if outer or is_taken else own

    def _show_row_order(self) -> None:
        self._align_labels()
        self._order_tabs()

    def _order_tabs(self) -> None:
        common = [row.field for path, row in self._rows.items() if not self._settings[path].info.rare]
        rare = [row.field for path, row in self._rows.items() if self._settings[path].info.rare]
        order: list[QWidget] = [*common, self._fold.heading(), *rare]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _add_heading(self, group: str) -> None:
        if not group or group in self._headings:
            return
        label = dressed(Label(translate_engine(group), self), role="heading")
        label.setContentsMargins(0, 8 if self._rare_grid.count() else 0, 0, 0)
        self._headings[group] = label
        self._rare_grid.addWidget(label, self._rare_grid.rowCount(), 0, 1, 2)

    def row(self, path: str) -> SettingRow:
        """Return the widgets of a setting, made now where they were not."""
        if path not in self._rows:
            self.complete()
        return self._rows[path]

    def rows(self) -> Iterable[SettingRow]:
        """Return the widgets that are made."""
        return self._rows.values()

    def info(self, path: str) -> Setting:
        """Return what a setting is."""
        return self._settings[path].info

    def paths(self) -> tuple[str, ...]:
        """Return the paths of its settings."""
        return tuple(self._settings)

    def can_be_edited(self, path: str) -> bool:
        """Whether a setting can be changed now."""
        return self.isEnabled() and path not in self._locked[0]

    def set_values(self, settings: Settings) -> None:
        """Show the values of settings, telling nobody.

        Args:
            settings: Of the form's class, or the whole experiment that its paths lead through. A setting that it
                does not hold is left as it is. What is being typed stays if it means the same.
        """
        for path in self._settings:
            section, name = _section_at(settings, path), path.rpartition(".")[2]
            if section is not None:
                value, idle = self._values[path] = getattr(section, name), idle_because(section, name)
                if path in self._rows:
                    self._rows[path].set_value(value)
                    self._rows[path].set_idle(idle)
        self._show_fold_title()

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it.

        Args:
            problems: Path to sentence, already in the window's language. Fields not named are sound.
        """
        self._problems = dict(problems)
        if any(path in self._settings and path not in self._rows for path in problems):
            self.complete()
        for path, row in self._rows.items():
            row.set_problem(problems.get(path, ""))
            if row.has_problem() and self._settings[path].info.rare:
                self._fold.set_open(True, remember=False)

    def set_locked(self, paths: Collection[str], reason: str = "") -> None:
        """Keep these settings from being edited, and no others.

        Args:
            paths: The settings that cannot be changed now.
            reason: Why, as a sentence; it is shown with the help.
        """
        self._locked = (frozenset(paths), reason)
        for path, row in self._rows.items():
            row.set_locked(path in paths, reason)

    def set_shown(self, names: Collection[str]) -> None:
        """Show the settings of these names, the last parts of their paths, and hide the others."""
        for path, row in self._rows.items():
            row.set_shown(path.rpartition(".")[2] in names)

    def focus_field(self, path: str) -> None:
        """Bring the keyboard to a setting, unfolding what hides it."""
        bring_focus(self.row(path).field)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for row in self._rows.values():
                row.retranslate()
            for group, label in self._headings.items():
                label.setText(translate_engine(group))
            self._show_fold_title()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._align_labels()
        super().changeEvent(event)

    def _align_labels(self) -> None:
        """Let all fields begin at the same place, also those to come, so that none moves when these are unfolded."""
        widths = [row.label.sizeHint().width() for row in self._rows.values()]
        letters, room = self.fontMetrics(), QRect(0, 0, 2000, 2000)
        for path, setting in self._settings.items():
            if path not in self._rows:
                words = label_of_field(setting.info)
                widths.append(letters.boundingRect(room, Qt.TextFlag.TextShowMnemonic, words).width())
        width = max(widths, default=0)
        for grid in (self._grid, self._rare_grid):
            grid.setColumnMinimumWidth(0, width)

    def _show_fold_title(self) -> None:
        rare = [(path, setting.info) for path, setting in self._settings.items() if setting.info.rare]
        changed = sum(path in self._values and self._values[path][0] != info.default for path, info in rare)
        title = self.tr("More settings")
        if changed:
            title = self.tr("More settings · {count} changed").format(count=changed)
        self._fold.set_title(title)

    @Slot(object)
    def _on_row_edited(self, raw: object) -> None:
        row = self.sender()
        assert isinstance(row, SettingRow)
        self.edited.emit(row.path, raw)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    return grid


def _section_at(settings: Settings, path: str) -> Settings | None:
    """Return the settings that hold the one at ``path``; None where there are none."""
    *sections, name = path.split(".")
    found: object = settings
    for section in sections if sections and hasattr(settings, sections[0]) else ():
        found = getattr(found, section, None)
    return found if isinstance(found, Settings) and hasattr(found, name) else None
