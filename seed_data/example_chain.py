"""An example of goals and activities that a region can begin with, after the Doelen-Inspanningen-Netwerk."""

import json
from functools import lru_cache

from data_models.commands.examples import Example, ExampleEffort
from data_models.commands.yields import YieldProposal
from seed_data.rows import ROOM


@lru_cache(maxsize=1)
def example() -> Example:
    """The ideas of the national programme Met Andere Ogen in plain words; nothing in it is about one region."""
    content = json.loads((ROOM / "example_chain.json").read_text(encoding="utf-8"))
    return Example(
        goals=tuple(content["goals"]),
        efforts=tuple(
            ExampleEffort(
                activity=one["activity"],
                organisation=one["organisation"],
                goals=tuple(one["goals"]),
                yields=tuple(YieldProposal(**told) for told in one["yields"]),
            )
            for one in content["efforts"]
        ),
    )
