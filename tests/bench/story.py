"""A story that sixty people have open while ten type, and one with five hundred answers against one with five."""

import asyncio
import shutil
import time
from itertools import product
from pathlib import Path
from statistics import quantiles

from sqlalchemy import URL, select

from data_models.commands.people import own_region
from data_models.database import make_engine, writing
from data_models.tables import Area, Breakdown, Contribution, Indicator, Period, Picture, PictureFigure
from tests.bench.looking_on import TYPES_EVERY, LookingOn, introduced
from tests.bench.results import Results
from tests.bench.screens import PAGE, ROUNDS, cost, serving
from tests.bench.session import processor_seconds, session
from tests.conftest import sqlite_template

PEOPLE, TYPING = 60, 10  # people with the story open, and how many of them type
SHARE_EVERY = 40  # texts that are kept until one is shared: somebody writes for a minute
SECONDS = 60.0
MOST_UNTIL_SEEN = 3.0  # seconds from sharing until it stands on the screens of everybody, for 95 of 100
MOST_PROCESSOR = 0.4  # of one core
FEW, MANY = 5, 500  # answers to a figure
MOST_LARGER = 1.5
ORGANISATIONS = 60
AREAS = {FEW: "WK003404", MANY: "WK003405"}  # two wijken with the same years
SCREENS = {count: f"gebied={area}&indicator=jeugdzorg" for count, area in AREAS.items()}


def _database(room: Path) -> URL:
    """A seeded database with few answers to one figure and many to another."""
    path = room / "story.sqlite"
    shutil.copyfile(sqlite_template(room, state="seeded"), path)
    url = URL.create("sqlite", database=str(path))
    engine = make_engine(url)
    with writing(engine) as session:
        region = own_region(session)
        for count, code in AREAS.items():
            subject = f"jeugdzorg||{code}"
            picture = Picture(region_id=region, signature=f"{subject}|2024", subject=subject, title="")
            session.add(picture)
            session.flush()
            session.add(
                PictureFigure(
                    picture_id=picture.id,
                    position=1,
                    indicator_id=session.scalars(select(Indicator.id).where(Indicator.code == "jeugdzorg")).one(),
                    breakdown_id=session.scalars(select(Breakdown.id).where(Breakdown.code == "")).one(),
                    area_id=session.scalars(
                        select(Area.id).where(Area.code == code).order_by(Area.valid_from.desc()).limit(1)
                    ).one(),
                    period_id=session.scalars(select(Period.id).where(Period.code == "2024")).one(),
                )
            )
            session.add_all(_answer(number, picture_id=picture.id) for number in range(count))
    engine.dispose()
    return url


def _answer(number: int, *, picture_id: int) -> Contribution:
    question = number % 4 + 1
    return Contribution(
        picture_id=picture_id,
        question=question,
        organisation=f"Organisatie {number % ORGANISATIONS}",
        perspective=("ouders", "gemeente", "onderwijs")[number % 3],
        visibility="region",
        recognition=("ja", "deels", "nee")[number % 3] if question == 1 else "",
        valuation=number % 5 + 1 if question == 3 else None,
        text=f"Antwoord {number}. " + "Wij zien dat het langer duurt. " * 12,
    )


def _opening(results: Results, *, address: str) -> None:
    """What opening costs the server, and how long it takes, with many answers against few."""
    costs: dict[int, list[float]] = {FEW: [], MANY: []}
    waits: dict[int, list[float]] = {FEW: [], MANY: []}
    cookie = introduced(address, name="Proef", organisation="Organisatie 1")
    with (
        session(address, page=PAGE, query=SCREENS[FEW], cookie=cookie) as few,
        session(address, page=PAGE, query=SCREENS[MANY], cookie=cookie) as many,
    ):
        for _, (count, opened) in product(range(ROUNDS), ((FEW, few), (MANY, many))):
            costs[count].append(cost(opened, address=address))
    for _, count in product(range(ROUNDS), (FEW, MANY)):
        begun = time.perf_counter()
        with session(address, page=PAGE, query=SCREENS[count], cookie=cookie):
            waits[count].append(time.perf_counter() - begun)
    name = f"a figure with {MANY} answers against {FEW}"
    results.ratio(f"Drawing {name}", ours=costs[MANY], bare=costs[FEW], most=MOST_LARGER, unit="ms")
    results.ratio(f"Opening {name}", ours=waits[MANY], bare=waits[FEW], most=MOST_LARGER, unit="ms")


async def _together(address: str) -> tuple[list[float], float, int, float]:
    """Seconds until each saw each shared text, the part of a core that took, whole redraws and megabytes a share."""
    cookies = [introduced(address, name=f"Proef {n}", organisation=f"Organisatie {n % 12}") for n in range(PEOPLE)]
    people = [LookingOn(address, PAGE, SCREENS[MANY], cookie) for cookie in cookies]
    for one in people:
        await one.open()
    before, begun = processor_seconds(address), time.perf_counter()
    received = sum(one.received for one in people)
    until = begun + SECONDS
    looking = [asyncio.create_task(one.look(until=until + MOST_UNTIL_SEEN * 2)) for one in people]
    shared: list[tuple[str, float]] = []

    def tell(text: str) -> None:
        for one in people:
            one.wait_for(text)

    async def type_on(number: int) -> None:
        await asyncio.sleep(number * TYPES_EVERY / TYPING)
        name, begun = f"Typt {number}", number * SHARE_EVERY // TYPING
        typed = people[number].type(until=until, share_every=SHARE_EVERY, begun=begun, name=name, tell=tell)
        shared.extend(await typed)

    await asyncio.gather(*(type_on(number) for number in range(TYPING)), *looking)
    used = (processor_seconds(address) - before) / (time.perf_counter() - begun)
    until_seen = [one.saw.get(text, float("inf")) - asked for text, asked in shared for one in people]
    megabytes = (sum(one.received for one in people) - received) / max(1, len(shared)) / 1e6
    return until_seen, used, sum(one.redrawn for one in people), megabytes


def measure(results: Results, *, room: Path) -> None:
    """Opening, and sixty people at once."""
    with serving(_database(room), room=room) as server:
        _opening(results, address=server.address)
        until_seen, used, redrawn, megabytes = asyncio.run(
            asyncio.wait_for(_together(server.address), timeout=SECONDS * 4)
        )
    shares = len(until_seen) // PEOPLE
    print(
        f"        {shares} answers shared, {megabytes:.1f} MB sent for each, {redrawn} whole screens drawn", flush=True
    )
    seen = quantiles(until_seen, n=100)[94]
    results.amount(f"{PEOPLE} people see what is shared, 95 of 100", values=[seen], most=MOST_UNTIL_SEEN, unit="s")
    results.amount(f"{PEOPLE} people, {TYPING} typing: part of a core", values=[used], most=MOST_PROCESSOR, unit="")
    results.amount("Whole screens drawn for what others shared", values=[redrawn], most=0, unit="")
