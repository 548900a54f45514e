"""Charts to test with: Almere as published (CBS 85099NED), and series made up for one case each."""

from dashboard.charts.chart import Annotation, Chart, NormLine, Point, Role, Series

ALMERE = (9.6, 9.7, 9.7, 10.7, 10.8, 11.4, 11.7)  # percentage of young people with jeugdzorg, 2018-2024


def series(
    values: tuple[float | None, ...],
    *,
    name: str = "Almere",
    role: Role = "area",
    start: int = 2018,
    provisional: tuple[int, ...] = (),
    spread: float | None = None,
    note: str = "",
) -> Series:
    """A yearly series from `start`; `spread` is half the width of its intervals."""
    return Series(
        name=name,
        role=role,
        points=tuple(
            Point(
                year=year,
                period=str(year),
                value=value,
                lower=None if spread is None or value is None else value - spread,
                upper=None if spread is None or value is None else value + spread,
                provisional=year in provisional,
                note=note,
            )
            for year, value in enumerate(values, start)
        ),
    )


def chart(
    *shown: Series,
    norms: tuple[NormLine, ...] = (),
    breaks: tuple[Annotation, ...] = (),
    events: tuple[Annotation, ...] = (),
    unit: str = "percentage",
    decimals: int = 1,
    show_interval: bool = False,
    fictional: bool = False,
    source: str = "",
) -> Chart:
    """A chart of `shown`, or of Almere when nothing is named."""
    return Chart(
        title="Jongeren met jeugdzorg",
        message="Ruim 1 op de 9 jongeren kreeg jeugdzorg.",
        unit=unit,
        decimals=decimals,
        series=shown or (series(ALMERE),),
        norms=norms,
        breaks=breaks,
        events=events,
        show_interval=show_interval,
        fictional=fictional,
        source=source,
    )


NORM = NormLine(label="norm 2028", start_year=2024, start_value=11.7, year=2028, value=10.5)
REPLACED = NormLine(label="norm 2026", start_year=2021, start_value=10.7, year=2026, value=9.0, replaced=True)
NETHERLANDS = series((10.5,), name="Nederland", role="reference", start=2022, provisional=(2022,))
BREAK = Annotation(year=2022, text="woonplaatsbeginsel gewijzigd")
CROWD = (
    series((9.1, 9.3, 9.5, 9.9, 10.2, 10.4, 10.6), name="Nuenen, Gerwen en Nederwetten"),
    series((9.5, 9.4, 9.6, 10.0, 10.1, 10.2, 10.5), name="swv Rivierenland po", role="partnership"),
    series((9.7, 9.6, 9.8, 10.0, 10.3, 10.4, 10.4), name="Nederland", role="reference"),
    series((8.9, 9.2, 9.9, 10.1, 10.5, 10.6, 10.7), name="'s-Hertogenbosch", role="first_other"),
    series((10.2, 10.1, 10.0, 10.2, 10.1, 10.3, 10.3), name="Bergen op Zoom", role="second_other"),
)
