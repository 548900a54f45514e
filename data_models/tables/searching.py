"""The words by which texts are found: derived from the texts themselves, and made anew after a restore."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table


class SearchText(Table):
    """The words of one row in which people search; `kind` says of which table (data_models/commands/searchable.py)."""

    __tablename__ = "search_texts"

    kind: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    words: Mapped[str]  # as `stemming.findable` makes them
