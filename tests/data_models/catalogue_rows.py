"""A catalogue just large enough to publish figures in."""

from sqlalchemy.orm import Session

from data_models.tables import Area, Indicator, Person, Region, Source, Theme


def add_catalogue(session: Session) -> None:
    """One theme, the indicator jeugdzorg, Almere, two areas that shared the code WK003402, and two sources."""
    theme = Theme(code="opgroeien", name="Opgroeien en jeugdhulp", position=1)
    session.add(theme)
    session.flush()
    session.add(
        Indicator(
            code="jeugdzorg",
            name="Jongeren met jeugdzorg",
            short_name="Jeugdzorg",
            question="Hoeveel?",
            theme_id=theme.id,
            unit="percentage",
            decimals=1,
            numerator="jongeren met jeugdzorg",
            denominator="jongeren",
            subject="jongeren",
            verb="kreeg",
            complement="jeugdzorg",
            desired_direction="none",
            kind="outcome",
            basis="residence",
            source_table="KWB",
            levels="municipality,district",
            caveats="",
            local=False,
            zero_may_be_shown=False,
            minimum_count=10,
            minimum_denominator=50,
            smallest_relevant_difference=None,
            rounding=5,
            in_start_set=True,
            position=1,
        )
    )
    session.add_all(
        [
            Area(code="GM0034", kind="municipality", name="Almere", valid_from=2018),
            Area(code="WK003402", kind="district", name="Almere Stad", valid_from=2018, valid_until=2021),
            Area(code="WK003402", kind="district", name="De Werven", valid_from=2022),
        ]
    )
    session.add_all(
        Source(code=code, name=code, publisher="CBS", licence="CC BY 4.0", address="", description="")
        for code in ("cbs-kwb", "cbs-85335NED")
    )
    session.flush()


def add_people(session: Session) -> tuple[int, int]:
    """A region and a person; answers their ids."""
    region = Region(code="almere", name="Almere")
    person = Person(subject="local:1", name="Anna", organisation="Gemeente", perspective="gemeente")
    session.add_all([region, person])
    session.flush()
    return region.id, person.id
