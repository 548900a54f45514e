"""Made-up figures in any number: in a database, or as a file in the tidy form."""

import csv
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine, func, insert, literal, select, update

from data_models.database import writing
from data_models.tables import Area, Breakdown, Figure, FigureTotal, ImportBatch, Indicator, Period, Source

INDICATORS, BREAKDOWNS = 20, 60
YEARS = range(2018, 2025)  # the years in which the seed's areas are known
COLUMNS = ("indicator", "area", "period", "breakdown", "numerator", "denominator", "value", "unit", "status", "source")


def define(engine: Engine) -> None:
    """Add twenty made-up indicators and sixty groups to a seeded database, without figures."""
    with writing(engine) as session:
        model = session.scalars(select(Indicator).where(Indicator.code == "jeugdzorg")).one()
        facts = {
            column.name: getattr(model, column.name) for column in Indicator.__table__.columns if column.name != "id"
        }
        for number in range(INDICATORS):
            changed = {
                "code": f"proef-{number}",
                "name": f"Proef {number}",
                "position": 1000 + number,
                "in_start_set": False,
                "rounding": 1,
            }
            session.add(Indicator(**{**facts, **changed}))
        for number in range(BREAKDOWNS):
            session.add(
                Breakdown(code=f"proef:{number}", dimension="proef", name=f"groep {number}", position=1000 + number)
            )


def fill(engine: Engine, *, count: int) -> None:
    """Store this many made-up figures, for the defined indicators."""
    with writing(engine) as session:
        batch = ImportBatch(
            connector="tidy",
            file_name="proef",
            file_sha256="",
            rows_new=count,
            rows_changed=0,
            rows_unchanged=0,
            summary="proef",
        )
        session.add(batch)
        session.flush()
        batch_id = batch.id
        source = session.scalar(select(Source.id).limit(1))
        crossed = (
            select(
                Indicator.id,
                Breakdown.id,
                Area.id,
                Period.id,
                literal(500.0),
                literal(5000.0),
                literal(10.0),
                literal("final"),
                literal(""),
                literal(source),
                literal(batch_id),
            )
            .select_from(Area)
            .join(Period, Period.code.in_([str(year) for year in YEARS]))
            .join(Breakdown, Breakdown.code.startswith("proef:"))
            .join(Indicator, Indicator.code.startswith("proef-"))
            .where(Area.kind == "municipality")
            .order_by(Area.id, Period.id, Breakdown.id, Indicator.id)
            .limit(count)
        )
        names = ("indicator_id", "breakdown_id", "area_id", "period_id", "numerator", "denominator", "value")
        session.execute(insert(Figure).from_select([*names, "status", "reason", "source_id", "batch_id"], crossed))
        key = (Figure.source_id, Figure.indicator_id, Figure.period_id)
        counted = select(*key, literal(0), func.count()).where(Figure.batch_id == batch_id).group_by(*key)
        totals = ["source_id", "indicator_id", "period_id", "region_id", "figures"]
        session.execute(insert(FigureTotal).from_select(totals, counted))
    with engine.connect() as connection:
        stored = connection.scalar(select(func.count()).select_from(Figure).where(Figure.batch_id == batch_id))
        if stored != count:
            raise RuntimeError(f"{stored} figures instead of {count}: there are too few areas for that many")


def fill_overview(engine: Engine, *, areas: Sequence[str]) -> None:
    """Give these areas a figure a year of each of the twenty defined indicators, and no other indicator a card."""
    with writing(engine) as session:
        session.execute(update(Indicator).where(Indicator.code.not_like("proef-%")).values(kind="context"))
        batch_id = session.scalar(select(ImportBatch.id).limit(1))
        source_id = session.scalar(select(Source.id).limit(1))
        everybody = session.scalar(select(Breakdown.id).where(Breakdown.code == ""))
        known = select(Area.id).where(Area.code.in_(areas), Area.valid_until.is_(None))
        periods = select(Period.id, Period.year).where(Period.code.in_([str(year) for year in YEARS]))
        numbered = list(session.execute(periods))
        session.add_all(
            Figure(
                indicator_id=indicator_id,
                area_id=area_id,
                period_id=period_id,
                breakdown_id=everybody,
                numerator=500.0 + 10 * (year - YEARS[0]),
                denominator=5000.0,
                value=(500.0 + 10 * (year - YEARS[0])) / 50,
                status="final",
                reason="",
                source_id=source_id,
                batch_id=batch_id,
            )
            for indicator_id in session.scalars(select(Indicator.id).where(Indicator.code.like("proef-%"))).all()
            for area_id in session.scalars(known).all()
            for period_id, year in numbered
        )


def write_tidy(path: Path, *, engine: Engine, count: int) -> None:
    """Write this many made-up figures in the tidy form, of what `define` made, in the order of the table's key."""
    with engine.connect() as connection:
        always = (Area.kind == "municipality", Area.valid_from <= YEARS[0], Area.valid_until.is_(None))
        areas = connection.scalars(select(Area.code).where(*always).order_by(Area.code).distinct()).all()
        source = connection.scalar(select(Source.code).where(Source.fictional.is_(False)).limit(1))
    rows = (
        (f"proef-{indicator}", area, year, f"proef:{group}", 100 + 2 * group, 2000, (50 + group) / 10, "percentage")
        for indicator in range(INDICATORS)
        for group in range(BREAKDOWNS)
        for area in areas
        for year in YEARS
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number, row in enumerate(rows):
            if number == count:
                return
            writer.writerow((*row, "final", source))
    raise RuntimeError(f"there are too few areas for {count} figures")
