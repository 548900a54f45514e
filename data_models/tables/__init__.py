"""What is kept: one concept per file. Importing this package makes every table known to the metadata."""

from data_models.tables.agenda import AgendaItem
from data_models.tables.agreements import Agreement, AgreementVersion, Escalation, TalkTable
from data_models.tables.ambitions import Ambition, Issue, Observation, ResultIndicator, SocietalResult
from data_models.tables.areas import Area, AreaPart, AreaSuccession, Boundary, CompositionChange
from data_models.tables.audit import AuditLine, Setting, TopicVersion
from data_models.tables.comparison_groups import ComparisonGroup
from data_models.tables.declaration import Table
from data_models.tables.efforts import Effort, EffortYield, Goal, GoalEffort, YieldMeasurement
from data_models.tables.figures import Annotation, Breakdown, Figure, FigureRevision, Period
from data_models.tables.indicators import Indicator, Theme
from data_models.tables.interpretations import (
    Confirmation,
    DissentingView,
    JointInterpretation,
    JointQuote,
    JointVersion,
    LookingBack,
)
from data_models.tables.invitations import Invitation, InvitedAnswer, Sending
from data_models.tables.led_screens import LedScreen
from data_models.tables.monitoring import (
    ExpectedFigure,
    MonitoredIndicator,
    MonitoringAgreement,
    MonitoringPlan,
    MonitoringVersion,
)
from data_models.tables.norms import Norm, NormAdoption, NormVersion
from data_models.tables.people import Party, Person, PersonRole, Region, RegionArea, SignIn
from data_models.tables.pictures import Picture, PictureFigure
from data_models.tables.practice import PracticeStory, PracticeStoryVersion
from data_models.tables.prompts import RegionPrompts
from data_models.tables.retention import Retention
from data_models.tables.searching import SearchText
from data_models.tables.sources import BatchSource, ColumnMapping, FigureTotal, ImportBatch, Source
from data_models.tables.stories import Contribution, ContributionVersion, Draft

__all__ = [
    "AgendaItem",
    "Agreement",
    "AgreementVersion",
    "Ambition",
    "Annotation",
    "Area",
    "AreaPart",
    "AreaSuccession",
    "AuditLine",
    "BatchSource",
    "Boundary",
    "Breakdown",
    "ColumnMapping",
    "ComparisonGroup",
    "CompositionChange",
    "Confirmation",
    "Contribution",
    "ContributionVersion",
    "DissentingView",
    "Draft",
    "Effort",
    "EffortYield",
    "Escalation",
    "ExpectedFigure",
    "Figure",
    "FigureRevision",
    "FigureTotal",
    "Goal",
    "GoalEffort",
    "ImportBatch",
    "Indicator",
    "Invitation",
    "InvitedAnswer",
    "Issue",
    "JointInterpretation",
    "JointQuote",
    "JointVersion",
    "LedScreen",
    "LookingBack",
    "MonitoredIndicator",
    "MonitoringAgreement",
    "MonitoringPlan",
    "MonitoringVersion",
    "Norm",
    "NormAdoption",
    "NormVersion",
    "Observation",
    "Party",
    "Period",
    "Person",
    "PersonRole",
    "Picture",
    "PictureFigure",
    "PracticeStory",
    "PracticeStoryVersion",
    "Region",
    "RegionArea",
    "RegionPrompts",
    "ResultIndicator",
    "Retention",
    "SearchText",
    "Sending",
    "Setting",
    "SignIn",
    "SocietalResult",
    "Source",
    "Table",
    "TalkTable",
    "Theme",
    "TopicVersion",
    "YieldMeasurement",
]
