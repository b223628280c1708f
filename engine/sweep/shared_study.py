"""The trials of a sweep that several machines share: a study in PostgreSQL.

A worker says every ten seconds that it lives; one that has not for a minute is taken for dead. The turn to change which
trials there are is a lock of the database's own, which it takes back from whoever hangs up.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

import optuna
import sqlalchemy
from optuna.storages import RDBStorage
from sqlalchemy.engine import URL, make_url

from engine.errors import ConfigError, NetSketchError
from engine.foreign_bytes import reading
from engine.sweep.optuna_terms import quiet
from engine.sweep.plan import SweepPlan
from engine.sweep.sql import LOCK, PATIENT, SILENT
from engine.sweep.study import Claim, TrialStore
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from optuna.study._frozen import FrozenStudy
    from optuna.trial import FrozenTrial

HEARTBEAT_SECONDS, GRACE_SECONDS = 10, 60  # shorter ones let workers crash
TURN_SECONDS = 60.0  # that a turn may last: it takes some hundredths
PATIENCE = 10  # seconds for a database to answer
PLAN = "netsketch"  # the attribute of a study that holds the plan
DRIVER = "postgresql+psycopg"
FORM = "postgresql+psycopg://USER@HOST/DATABASE"
MOST_NAME = 200
NO_STUDY = 0  # a database counts its studies from 1
CONNECTING = {"connect_timeout": PATIENCE}
TURN = 0x6E_65_74_73  # stands for this program among the locks of a database


class SharedStore(TrialStore):
    """The trials of a study in PostgreSQL.

    Args:
        plan: What the sweep is to do.
        storage: Optuna's storage.
        name: What the study is called.
    """

    def __init__(self, plan: SweepPlan, storage: RDBStorage, name: str) -> None:
        self._database = storage
        self._name = name
        super().__init__(plan, storage, name)

    @classmethod
    def created(cls, address: str, name: str, plan: SweepPlan) -> Self:
        """Make a study for a sweep, with the plan in its attributes, where every worker finds it.

        Where another machine has made it by the very same plan, as when several are told the same at the same moment,
        that study is taken.

        Raises:
            ConfigError: If the database cannot be reached, or has a study of that name with another plan.
        """
        with told(address), quiet(), _alone(address), _opened(address) as storage:
            found = _study(storage, name)
            if found is not None and found.user_attrs.get(PLAN) != plan.to_json():
                raise ConfigError(
                    "The database has a sweep called “{name}” already.",
                    cause="It has another plan.",
                    remedy="Choose another name, or join it: `netsketch sweep worker --study NAME`.",
                    name=name,
                )
            store = cls(plan, storage, name)
            if found is None:
                store.study.set_user_attr(PLAN, plan.to_json())
            return store

    @classmethod
    def opened(cls, address: str, name: str) -> Self:
        """Open the study of a sweep; its plan is read with suspicion.

        Raises:
            ConfigError: If the database cannot be reached, or has no such sweep.
        """
        with told(address), quiet(), _opened(address) as storage:
            study = _study(storage, name)
            plan = None if study is None else study.user_attrs.get(PLAN)
            if not isinstance(plan, str):
                raise ConfigError(
                    "The database has no sweep called “{name}”.",
                    remedy="Begin it with `netsketch sweep --storage ADDRESS`.",
                    name=name[:MOST_NAME],
                )
            try:
                checked = SweepPlan.from_json(plan)
            except ConfigError as error:
                raise _not_usable(name, error.what) from error
            return cls(checked, storage, name)

    def close(self) -> None:
        """Hang up."""
        super().close()
        _hang_up(self._database)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the database's lock of the study."""
        with self._database.engine.begin() as connection:
            connection.execute(sqlalchemy.text(PATIENT.format(milliseconds=round(1000 * TURN_SECONDS))))
            connection.execute(sqlalchemy.text(LOCK), {"program": TURN, "study": self._study_id})
            yield

    def gone(self, running: Sequence[FrozenTrial]) -> Collection[int]:
        """Return the numbers of those trials whose worker has been silent for a minute, or never said a word."""
        stale = set(self._database._get_stale_trial_ids(self._study_id))
        found = {item.number for item in running if item._trial_id in stale}
        with self._database.engine.connect() as connection:
            rows = connection.execute(sqlalchemy.text(SILENT), {"study": self._study_id})
            return found | {row[0] for row in rows}

    def _all(self) -> list[FrozenTrial]:
        with _read(self._name):
            return super()._all()

    def begun(self, claim: Claim) -> None:
        """Say for the first time that its worker lives."""
        self._database.record_heartbeat(claim.trial._trial_id)

    @contextmanager
    def kept_alive(self, claim: Claim) -> Iterator[None]:
        """Say every ten seconds that its worker lives."""
        ended = threading.Event()

        def beat() -> None:
            while not ended.wait(HEARTBEAT_SECONDS):
                with suppress(sqlalchemy.exc.SQLAlchemyError), quiet():  # a network may fail for a while
                    self._database.record_heartbeat(claim.trial._trial_id)

        thread = threading.Thread(target=beat, name="heartbeat", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def checked_address(text: str) -> URL:
    """Return an address of a database.

    Raises:
        ConfigError: If it is none of PostgreSQL; what it says is not repeated, for it may hold a password.
    """
    try:
        address = make_url(text)
    except (sqlalchemy.exc.ArgumentError, ValueError):
        address = None
    if address is None or address.drivername not in (DRIVER, "postgresql", "postgres"):
        raise ConfigError(
            "This is no address of a PostgreSQL database.",
            remedy="Write it as {form}; a journal in this program's folder serves one machine without --storage.",
            form=FORM,
        ) from None
    return address.set(drivername=DRIVER)


def without_password(text: str) -> str:
    """Return an address as it may be written down: without its password."""
    address = checked_address(text)
    query = {name: value for name, value in address.query.items() if "pass" not in name.lower()}
    shown = URL.create(
        address.drivername, address.username, None, address.host, address.port, address.database, query
    )
    return shown.render_as_string()


@contextmanager
def told(address: str) -> Iterator[None]:
    """Tell in a sentence what a database refuses, and let no password be in it.

    Raises:
        ConfigError: If it refuses something.
    """
    try:
        yield
    except NetSketchError:
        raise
    except (sqlalchemy.exc.SQLAlchemyError, optuna.exceptions.OptunaError) as error:
        origin = getattr(error, "orig", None) or error.__cause__ or error
        reason = " ".join(str(origin).split())[:300] or type(error).__name__
        for secret in _secrets(address):
            reason = reason.replace(secret, "***")
        raise ConfigError(
            "The database of the sweep cannot be used.",
            cause="It says: {reason}.",
            remedy="Check its address, its name and password, and whether it answers.",
            reason=reason.rstrip("."),
        ) from None


def _study(storage: RDBStorage, name: str) -> FrozenStudy | None:
    with _read(name):
        return next((item for item in storage.get_all_studies() if item.study_name == name), None)


@contextmanager
def _read(name: str) -> Iterator[None]:
    """Read what others may have written into a database; Optuna raises whatever it stumbles over there."""

    def refusal(error: BaseException) -> ConfigError:
        reason = str(error)[:100] or type(error).__name__
        return _not_usable(name, Phrase("It says: {reason}.", reason=reason.rstrip(".")))

    with reading(refusal, told=(sqlalchemy.exc.SQLAlchemyError, optuna.exceptions.OptunaError)):
        yield


def _not_usable(name: str, cause: str) -> ConfigError:
    return ConfigError(
        "The sweep “{name}” in the database is not usable.",
        cause=cause,
        remedy="Nothing was done.",
        name=name[:MOST_NAME],
    )


@contextmanager
def _opened(address: str) -> Iterator[RDBStorage]:
    """Open a database, and hang up where what follows fails."""
    storage = _storage(address)
    try:
        yield storage
    except BaseException:
        _hang_up(storage)
        raise


@contextmanager
def _alone(address: str) -> Iterator[None]:
    """Hold the lock of a database that lets one machine at a time make tables and studies in it."""
    with _driver():
        engine = sqlalchemy.create_engine(_dsn(address), connect_args=CONNECTING)
    try:
        with engine.begin() as connection:
            connection.execute(sqlalchemy.text(PATIENT.format(milliseconds=round(1000 * TURN_SECONDS))))
            connection.execute(sqlalchemy.text(LOCK), {"program": TURN, "study": NO_STUDY})
            yield
    finally:
        engine.dispose()


def _hang_up(storage: RDBStorage) -> None:
    storage.remove_session()
    storage.engine.dispose()


def _secrets(address: str) -> list[str]:
    found = checked_address(address)
    query = [
        value for name, value in found.query.items() if "pass" in name.lower() and isinstance(value, str)
    ]
    return [secret for secret in (str(found.password or ""), *query) if secret]


def _storage(address: str) -> RDBStorage:
    with _driver():
        return RDBStorage(
            _dsn(address),
            engine_kwargs={"pool_pre_ping": True, "connect_args": CONNECTING},
            heartbeat_interval=HEARTBEAT_SECONDS,
            grace_period=GRACE_SECONDS,
        )


def _dsn(address: str) -> str:
    return checked_address(address).render_as_string(hide_password=False)


@contextmanager
def _driver() -> Iterator[None]:
    """Say what to do where the library is missing that speaks to the database."""
    try:
        yield
    except ImportError as error:
        raise ConfigError(
            "A sweep on several machines needs a library more.",
            cause="psycopg is missing.",
            remedy="`pip install netsketch[postgresql]` brings it.",
        ) from error
