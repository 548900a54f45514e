"""The catalogue, the areas and the sources that the seed holds."""

import re

import pytest
from sqlalchemy import Engine, func, or_, select

from data_models.database import reading
from data_models.tables import Area, AreaPart, AreaSuccession, Indicator, Theme
from seed_data.rows import ROOM, read

INDICATORS = read(ROOM / "indicators.csv")
START_SET = {
    *("jeugdzorg", "jeugdbescherming", "vsv", "thuiszitters", "vrijstelling-5a", "relatief-verzuim"),
    *("speciaal-onderwijs", "speciaal-basisonderwijs", "afstroom", "tevredenheid-ouders"),
}


@pytest.mark.parametrize("row", INDICATORS, ids=lambda row: row["code"])
def test_every_part_of_an_indicators_sentence_is_filled(row: dict[str, str]) -> None:
    for part in ("name", "short_name", "question", "numerator", "subject", "verb", "complement", "caveats"):
        assert row[part].strip(), part
    assert row["question"].endswith("?")
    assert row["denominator"] or row["unit"] not in ("percentage", "per_1000")
    assert not row["complement"].endswith(".")


def test_the_start_set_holds_the_ten_indicators_of_the_programme() -> None:
    assert {row["code"] for row in INDICATORS if row["in_start_set"] == "1"} == START_SET


def test_every_theme_has_indicators(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        themes = session.execute(
            select(Theme.code, func.count(Indicator.id)).join(Indicator).group_by(Theme.code, Theme.position)
        ).all()
    assert len(themes) == 5


@pytest.mark.parametrize(("year", "municipalities"), [(2020, 355), (2021, 352), (2022, 345), (2023, 342), (2025, 342)])
def test_a_year_has_the_municipalities_that_existed_in_it(
    seeded_engine: Engine, year: int, municipalities: int
) -> None:
    with reading(seeded_engine) as session:
        found = session.scalar(
            select(func.count())
            .select_from(Area)
            .where(
                Area.kind == "municipality",
                ~Area.fictional,
                Area.valid_from <= year,
                or_(Area.valid_until.is_(None), Area.valid_until >= year),
            )
        )
    assert found == municipalities


def test_every_municipality_belongs_to_one_province_and_those_of_today_to_partnerships(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        whole, part = Area.__table__.alias("whole"), Area.__table__.alias("part")
        rows = session.execute(
            select(part.c.code, part.c.valid_until, whole.c.kind, whole.c.sector, func.sum(AreaPart.share))
            .select_from(AreaPart)
            .join(whole, whole.c.id == AreaPart.whole_id)
            .join(part, part.c.id == AreaPart.part_id)
            .where(part.c.kind == "municipality", ~part.c.fictional)
            .group_by(part.c.id, part.c.code, part.c.valid_until, whole.c.kind, whole.c.sector)
        ).all()
    in_province = [row for row in rows if row[2] == "province"]
    assert len(in_province) == 342 + 24  # of today, and former ones
    assert {row[4] for row in in_province} == {1.0}
    for sector in ("po", "vo"):
        today = [row for row in rows if row[3] == sector and row[1] is None]
        assert len(today) == 342
        assert all(row[4] == pytest.approx(1, abs=0.011) for row in today)  # shares were given in hundredths


def test_a_reused_wijk_code_means_another_area_from_2022(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        found = session.execute(
            select(Area.name, Area.valid_from, Area.valid_until)
            .where(Area.code == "WK003402")
            .order_by(Area.valid_from)
        ).all()
    assert [tuple(row) for row in found] == [("Almere Stad", 2018, 2021), ("De Werven", 2022, None)]


def test_a_former_municipality_goes_to_its_successors_whole(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        shares = session.execute(
            select(AreaSuccession.former_id, func.sum(AreaSuccession.share)).group_by(AreaSuccession.former_id)
        ).all()
    assert len(shares) == 24
    assert all(share == pytest.approx(1) for _, share in shares)


def test_invented_names_are_not_those_of_real_municipalities(seeded_engine: Engine) -> None:
    with reading(seeded_engine) as session:
        real = set(session.scalars(select(Area.name).where(~Area.fictional)))
        invented = session.execute(select(Area.code, Area.name).where(Area.fictional)).all()
    assert len(invented) == 8
    for code, name in invented:
        assert re.fullmatch(r"V[LRGPV]\d{2,4}", code)
        assert name not in real
