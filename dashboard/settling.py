"""What stays in memory is kept out of the garbage collector's sight: Streamlit collects after every run.

Such a collection goes through every object that may be part of a cycle: the modules that screens loaded and all that
people have open. Frozen objects are passed over; now and then they are looked through as well, so nothing leaks.
"""

import asyncio
import gc

LOOK_EVERY = 10.0  # seconds
MANY = 10_000  # objects that came since; going through them costs about 3 milliseconds after every run
AT_LEAST_EVERY = 600.0  # seconds, also when nobody opens anything: what was closed is then let go


def settle() -> None:
    """Collect all garbage there is, also what was frozen before, and freeze what remains."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


async def keep_settled() -> None:
    """Settle whenever much came since, for as long as the server runs. One time takes about a tenth of a second."""
    waited = 0.0
    while True:
        await asyncio.sleep(LOOK_EVERY)
        waited += LOOK_EVERY
        if waited >= AT_LEAST_EVERY or len(gc.get_objects()) > MANY:
            settle()
            waited = 0.0
