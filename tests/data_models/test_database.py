"""Transactions on both databases: reading is one moment, writing is all or nothing, what was confirmed is kept."""

import subprocess
import sys
import time

import pytest
from sqlalchemy import Engine, func, select

from data_models import database
from data_models.tables import Region, Setting

WRITER = """
import sys
from sqlalchemy import make_url
from data_models import database
from data_models.tables import Setting
engine = database.make_engine(make_url(sys.argv[1]))
number = 0
while True:
    with database.writing(engine) as session:
        session.add(Setting(name=f"{sys.argv[2]}-{number}", value=str(number)))
    print(number, flush=True)
    number += 1
"""


def _names(engine: Engine) -> set[str]:
    with database.reading(engine) as session:
        return set(session.scalars(select(Setting.name)))


def test_all_that_is_read_in_one_transaction_is_of_one_moment(engine: Engine) -> None:
    with database.reading(engine) as reader:
        assert reader.scalar(select(func.count()).select_from(Region)) == 0
        with database.writing(engine) as writer:
            writer.add(Region(code="later", name="Later"))
        assert reader.scalar(select(func.count()).select_from(Region)) == 0
    with database.reading(engine) as reader:
        assert reader.scalar(select(func.count()).select_from(Region)) == 1


def test_what_a_reader_adds_is_not_kept(engine: Engine) -> None:
    with database.reading(engine) as session:
        session.add(Setting(name="a", value="1"))
    assert _names(engine) == set()


def test_nothing_is_kept_of_a_transaction_that_fails(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), database.writing(engine) as session:
        session.add(Setting(name="a", value="1"))
        session.flush()
        raise ZeroDivisionError
    assert _names(engine) == set()
    with database.writing(engine) as session:
        session.add(Setting(name="b", value="1"))
    assert _names(engine) == {"b"}


def test_a_writer_waits_for_another_instead_of_failing(engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)
    with database.writing(engine) as session:
        session.add(Setting(name="eerst", value=""))
        session.flush()
        other = subprocess.Popen([sys.executable, "-c", WRITER, url, "daarna"], stdout=subprocess.PIPE, text=True)
        time.sleep(1)
    assert other.stdout is not None
    assert other.stdout.readline() == "0\n"
    other.kill()
    other.wait()
    assert {"eerst", "daarna-0"} <= _names(engine)


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgresql://jan@db/tev", "postgresql+psycopg"),
        ("postgres://jan@db/tev", "postgresql+psycopg"),
        ("sqlite:///x.sqlite", "sqlite"),
    ],
)
def test_a_plain_address_gets_its_driver(monkeypatch: pytest.MonkeyPatch, given: str, driver: str) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    assert database.database_url().drivername == driver


def test_without_configuration_the_database_is_a_file_of_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert database.database_url().database == str(database.DEFAULT_DATABASE)
