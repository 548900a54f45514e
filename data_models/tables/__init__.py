"""What is kept: one concept per file. Importing this package makes every table known to the metadata."""

from data_models.tables.areas import Area, AreaPart, AreaSuccession
from data_models.tables.audit import AuditLine, Setting, TopicVersion
from data_models.tables.declaration import Table
from data_models.tables.figures import Annotation, Breakdown, Figure, FigureRevision, Period
from data_models.tables.indicators import Indicator, Theme
from data_models.tables.norms import Ambition, Norm, NormAdoption, NormVersion, SocietalResult
from data_models.tables.people import Party, Person, PersonRole, Region, RegionArea
from data_models.tables.pictures import Picture, PictureFigure
from data_models.tables.sources import ImportBatch, Source
from data_models.tables.stories import Confirmation, Contribution, ContributionVersion, Draft, JointInterpretation

__all__ = [
    "Ambition",
    "Annotation",
    "Area",
    "AreaPart",
    "AreaSuccession",
    "AuditLine",
    "Breakdown",
    "Confirmation",
    "Contribution",
    "ContributionVersion",
    "Draft",
    "Figure",
    "FigureRevision",
    "ImportBatch",
    "Indicator",
    "JointInterpretation",
    "Norm",
    "NormAdoption",
    "NormVersion",
    "Party",
    "Period",
    "Person",
    "PersonRole",
    "Picture",
    "PictureFigure",
    "Region",
    "RegionArea",
    "Setting",
    "SocietalResult",
    "Source",
    "Table",
    "Theme",
    "TopicVersion",
]
