"""The model as a service: where it answers, who reaches it, and what it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QWidget

from gui.look.dressed import dressed
from gui.look.plain import escaped, plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import labelled, percent
from gui.stations.deploy.drawing_picture import DrawingPicture
from gui.stations.deploy.qr_picture import QrPicture
from gui.widgets import remembered_layout
from gui.widgets.fields.number_fields import IntField
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from gui.stations.deploy.serving import Serving

LOOK_AGAIN = 300  # milliseconds between two looks at what it was asked, while somebody looks
PORT = "deploy/port"
MOST_PORT = 65_535
PORT_WIDTH = 120  # pixels


class ServiceBox(QWidget):
    """Starts and stops the service, and shows what it does.

    Args:
        serving: The service.
        parent: The widget it belongs to.

    Signals:
        start_wanted: The model is to be served.
        open_wanted: An address is to be opened in a browser (str).
    """

    start_wanted = Signal()
    open_wanted = Signal(str)

    def __init__(self, serving: Serving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("serviceBox")
        self._serving = serving
        self._refusal = ""
        self._fingerprint = ""
        self._look_again = QTimer(self, interval=LOOK_AGAIN)
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        heading = dressed(Label(lambda: self.tr("The model as a service"), self), role="heading")
        use = dressed(
            WholeLabel(
                lambda: self.tr(
                    "Other programs send a picture and get back what it is; a browser shows a page to draw on. It "
                    "answers as long as this window is open."
                ),
                self,
            ),
            role="muted",
        )
        self.start = dressed(QPushButton(self), text=self._start_words, name="serviceStart", main=True)
        port_label = Label(lambda: self.tr("&Port:"), self)
        self.port = dressed(IntField(low=0, high=MOST_PORT, strict=True, parent=self), name="servicePort")
        self.port.set_raw(_remembered_port())
        said(self.port.setAccessibleName, lambda: self.tr("Port"))
        dressed(
            self.port,
            tip=lambda: self.tr("Where it answers, from 1,024 on as a rule; 0 for any that is free"),
        )
        sized(self.port.setMinimumWidth, PORT_WIDTH)
        port_label.setBuddy(self.port)
        port = QWidget(self)
        row_of(port_label, self.port, on=port, spacing=6)
        self.reachable = dressed(
            QCheckBox(self),
            text=lambda: self.tr("Reachable from other devices on this network"),
            name="serviceReachable",
        )
        choices = FlowBox(spacing=12, parent=self)
        for part in (self.start, port, self.reachable):
            choices.add(part)
        self.warning = dressed(
            WholeLabel(
                lambda: self.tr(
                    "Everybody in this network can ask the model then, without a password, and what they send is not "
                    "encrypted. Do this only in a network that you trust."
                ),
                self,
            ),
            name="serviceWarning",
            banner="warning",
        )
        self.warning.setMinimumWidth(1)
        self.refusal = dressed(WholeLabel(self), name="serviceRefusal", role="problem")
        self.other = dressed(QFrame(self), name="serviceOther", banner="info")
        self._other_words = WholeLabel(self.other)
        self._other_words.setMinimumWidth(1)
        self.serve_other = dressed(QPushButton(self.other), name="serveOther")
        row_of((self._other_words, 1), self.serve_other, on=self.other, margins=(4, 0, 0, 0), spacing=10)
        card = dressed(QFrame(self), card=True)
        column_of(
            heading, use, 2, choices, self.warning, self.refusal, on=card, margins=(12, 9, 12, 10), spacing=6
        )
        column_of(card, self.other, self._build_running(), STRETCH, on=self, spacing=10)

    def _build_running(self) -> QWidget:
        self.running = dressed(QFrame(self), name="serviceRunning", card=True)
        self.state = dressed(WholeLabel(self.running), name="serviceState", role="heading")
        self.state.setMinimumWidth(1)  # no name of a run makes the window wider
        self.address = dressed(Label(self.running), name="serviceAddress")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.copy = dressed(QPushButton(self.running), text=lambda: self.tr("Copy"), name="serviceCopy")
        dressed(self.copy, tip=lambda: self.tr("Copy the address"))
        self.browse = dressed(
            QPushButton(self.running), text=lambda: self.tr("Open in browser"), name="serviceOpen"
        )
        line = FlowBox(spacing=8, parent=self.running)
        for part in (self.address, self.copy, self.browse):
            line.add(part)
        self.figures = dressed(Label(self.running), name="serviceFigures", role="muted")
        self.picture = DrawingPicture(self.running)
        self.answer = dressed(WholeLabel(self.running), name="serviceAnswer")
        last = row_of(self.picture, (self.answer, 1), spacing=10)
        facts = column_of(self.state, line, self.figures, 4, last, STRETCH, spacing=6)
        self.code = QrPicture(self.running)
        self._code_words = dressed(
            WholeLabel(lambda: self.tr("Point a phone’s camera at it"), self.running), role="muted"
        )
        self._code_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._code_part = QWidget(self.running)
        column_of(self.code, self._code_words, STRETCH, on=self._code_part, spacing=4)
        said(self.code.setAccessibleName, lambda: self.tr("The address as a QR code"))
        row_of((facts, 1), self._code_part, on=self.running, margins=(12, 9, 12, 10), spacing=16)
        return self.running

    def _connect(self) -> None:
        self.start.clicked.connect(self._on_start_clicked)
        self.serve_other.clicked.connect(self.start_wanted)
        self.reachable.toggled.connect(self._show)
        self.port.edited.connect(self._on_port_edited)
        self.port.refused.connect(self._on_port_refused)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.browse.clicked.connect(self._on_browse_clicked)
        self.address.linkActivated.connect(self.open_wanted)
        self._serving.changed.connect(self._show)
        self._look_again.timeout.connect(self._show_figures)

    def set_model(self, fingerprint: str, refusal: str = "") -> None:
        """Say which model would be served.

        Args:
            fingerprint: By which it is known again; empty while that is not known.
            refusal: Why nothing can be served now; empty where something can.
        """
        self._fingerprint, self._refusal = fingerprint, refusal
        self._show()

    @Slot()
    def _show(self) -> None:
        serving = self._serving
        served = serving.served
        self.port.set_words(unit="", zero=self.tr("any free one"))
        self.start.setText(self._start_words())
        self.start.setEnabled(not serving.busy and (served is not None or not self._refusal))
        self.start.setToolTip(plain("" if served is not None else self._refusal))
        for part in (self.port, self.reachable):
            part.setEnabled(served is None and not serving.busy)
        is_open = self.reachable.isChecked() if served is None else served.is_open
        self.warning.setVisible(is_open)
        self.refusal.setVisible(bool(self.refusal.text()))
        self.running.setVisible(served is not None)
        is_other = served is not None and bool(self._fingerprint) and served.fingerprint != self._fingerprint
        self.other.setVisible(is_other)
        self._code_part.setVisible(served is not None and served.is_open)
        self._follow()
        if served is None:
            self.code.set_text("")
            return
        address = served.service.address
        self._other_words.setText(
            self.tr(
                "“{name}” is served as it was when the service started, and what is chosen above is not the same."
            ).format(name=served.name)
        )
        self.serve_other.setText(self.tr("Serve the chosen one"))
        self.serve_other.setEnabled(not serving.busy and not self._refusal)
        self.state.setText(self.tr("“{name}” is served").format(name=served.name))
        self.address.set_markup(f'<a href="{escaped(address)}">{escaped(address)}</a>')
        self.address.setAccessibleName(address)
        self.code.set_text(address if served.is_open else "")
        self._show_figures()

    def _start_words(self) -> str:
        if self._serving.served is not None:
            return self.tr("Stop the service")
        return self.tr("Starting …") if self._serving.busy else self.tr("Start the service")

    @Slot()
    def _show_figures(self) -> None:
        figures = self._serving.figures()
        if figures is None:
            return
        number = QLocale().toString
        self.figures.setText(
            self.tr("Requests: {count}, a second: {rate}, refused: {refused}").format(
                count=number(figures.requests),
                rate=number(figures.per_second, "f", 1),
                refused=number(figures.refused),
            )
        )
        self.picture.set_image(figures.last_image)
        self.picture.setVisible(figures.last_image is not None)
        if figures.last_answer is None:
            words = self.tr("Nothing was asked yet.")
        else:
            name, share = figures.last_answer
            words = labelled(
                self.tr("Asked last"),
                self.tr("{name}, {percent} sure").format(name=name, percent=percent(share, 1)),
            )
        self.answer.setText(words)

    # What is heard

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._serving.served is not None:
            self._serving.stop()
            return
        self.port.interpretText()
        if self.port.refusal():
            self._on_port_refused(self.port.refusal())
            self.port.setFocus()
            return
        self.start_wanted.emit()

    @Slot(object)
    def _on_port_edited(self, port: int) -> None:
        remembered_layout.write({PORT: port})

    @Slot(str)
    def _on_port_refused(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    @Slot()
    def _on_copy_clicked(self) -> None:
        if self._serving.served is not None:
            QGuiApplication.clipboard().setText(self._serving.served.service.address)

    @Slot()
    def _on_browse_clicked(self) -> None:
        if self._serving.served is not None:
            self.open_wanted.emit(self._serving.served.service.address)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at it as long as somebody sees that."""
        super().showEvent(event)
        self._follow()
        self._show_figures()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look_again.stop()

    def _follow(self) -> None:
        if self._serving.served is None or not self.isVisible():
            self._look_again.stop()
        elif not self._look_again.isActive():
            self._look_again.start()


def _remembered_port() -> int:
    port = QSettings().value(PORT, 0, type=int)
    return port if isinstance(port, int) and 0 <= port <= MOST_PORT else 0
