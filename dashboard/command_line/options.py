"""What can be typed after `python -m dashboard`, with its help in Dutch."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from dashboard.sources.connectors import CONNECTORS
from dashboard.texts import command_line as words
from dashboard.texts import copies, regions, retention
from dashboard.texts import sources as texts

_MISSING = re.compile(r"the following arguments are required: (.+)")
_CHOICE = re.compile(r"argument .+: invalid choice: (.+) \(choose from (.+)\)")
_UNKNOWN = re.compile(r"unrecognized arguments: (.+)")
_NO_VALUE = re.compile(r"argument (.+): expected one argument")


class WrongUseError(Exception):
    """What was typed is not a command; the sentence says why in Dutch."""


class _DutchUsage(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, texts.USAGE if prefix is None else prefix)


class _DutchParser(argparse.ArgumentParser):
    def __init__(self, *, prog: str | None = None, description: str | None = None, help: str | None = None) -> None:  # noqa: A002 - argparse names it so
        super().__init__(prog=prog, description=description or help, add_help=False, formatter_class=_DutchUsage)
        self._positionals.title = texts.ARGUMENTS
        self._optionals.title = texts.OPTIONS
        self.add_argument("-h", "--help", action="help", help=texts.HELP)

    def error(self, message: str) -> NoReturn:
        raise WrongUseError(texts.WRONG_USE.format(reason=_reason(message)))


def _reason(message: str) -> str:
    """argparse's own sentence, in Dutch."""
    if found := _MISSING.fullmatch(message):
        return texts.USE_MISSING.format(names=found[1])
    if found := _CHOICE.fullmatch(message):
        return texts.USE_UNKNOWN_CHOICE.format(value=found[1], choices=found[2].replace("'", ""))
    if found := _UNKNOWN.fullmatch(message):
        return texts.USE_UNKNOWN.format(names=found[1])
    if found := _NO_VALUE.fullmatch(message):
        return texts.USE_NO_VALUE.format(name=found[1])
    return texts.USE_OTHER


def _add_import(reading: argparse.ArgumentParser, *, run: Callable[[argparse.Namespace], None]) -> None:
    choices = ", ".join(CONNECTORS)
    reading.add_argument("--source", choices=list(CONNECTORS), help=texts.HELP_IMPORT_SOURCE.format(sources=choices))
    reading.add_argument("file", metavar="FILE", nargs="?", help=texts.HELP_IMPORT_FILE)
    reading.add_argument("--sheet", metavar="NAME", help=words.HELP_SHEET)
    reading.add_argument("--period", metavar="PERIOD", help=words.HELP_PERIOD)
    reading.add_argument("--mapping", metavar="FILE", help=words.HELP_MAPPING)
    reading.add_argument("--region", metavar="CODE", help=words.HELP_REGION)
    reading.add_argument("--remove-gone", action="store_true", help=words.HELP_REMOVE_GONE)
    reading.add_argument("--fetch", action="store_true", help=words.HELP_FETCH)
    reading.add_argument("--table", metavar="CODE", help=words.HELP_TABLE)
    reading.add_argument("--address", metavar="URL", help=words.HELP_ADDRESS)
    reading.add_argument("--dry-run", action="store_true", help=texts.HELP_DRY_RUN)
    reading.add_argument("--undo", action="store_true", help=words.HELP_UNDO)
    reading.set_defaults(run=run)


def _add_copying(
    add: Callable[..., argparse.ArgumentParser],
    *,
    backup: Callable[[argparse.Namespace], None],
    restore: Callable[[argparse.Namespace], None],
) -> None:
    copying = add("backup", help=copies.HELP_BACKUP)
    copying.add_argument("file", metavar="FILE", help=copies.HELP_BACKUP_FILE)
    copying.add_argument("--overwrite", action="store_true", help=copies.HELP_OVERWRITE)
    copying.set_defaults(run=backup)

    putting_back = add("restore", help=copies.HELP_RESTORE)
    putting_back.add_argument("file", metavar="FILE", help=copies.HELP_RESTORE_FILE)
    putting_back.add_argument("--yes", action="store_true", help=copies.HELP_YES)
    putting_back.add_argument("--no-safety-copy", action="store_true", help=copies.HELP_NO_SAFETY_COPY)
    putting_back.set_defaults(run=restore)


def parse(
    arguments: Sequence[str],
    *,
    import_file: Callable[[argparse.Namespace], None],
    print_figures: Callable[[argparse.Namespace], None],
    explain: Callable[[argparse.Namespace], None],
    backup: Callable[[argparse.Namespace], None],
    restore: Callable[[argparse.Namespace], None],
    begin_region: Callable[[argparse.Namespace], None],
    expire: Callable[[argparse.Namespace], None],
) -> argparse.Namespace:
    """The command that was typed, as options with the function to run in `run`; raises `WrongUseError`."""
    parser = _DutchParser(prog="python -m dashboard", description=texts.PROGRAM)
    commands = parser.add_subparsers(title=texts.COMMANDS, metavar=texts.COMMAND, required=True, prog=parser.prog)

    _add_import(commands.add_parser("import", help=texts.HELP_IMPORT), run=import_file)

    printing = commands.add_parser("figures", help=texts.HELP_FIGURES)
    printing.add_argument("--indicator", metavar="CODE", help=texts.HELP_INDICATOR)
    printing.add_argument("--area", metavar="CODE", help=texts.HELP_AREA)
    printing.set_defaults(run=print_figures)

    explaining = commands.add_parser("explain", help=texts.HELP_EXPLAIN)
    explaining.add_argument("--indicator", metavar="CODE", required=True, help=texts.HELP_INDICATOR)
    explaining.add_argument("--area", metavar="CODE", required=True, help=texts.HELP_AREA)
    explaining.add_argument("--reference", metavar="CODE", help=texts.HELP_REFERENCE)
    explaining.add_argument("--period", metavar="PERIOD", help=texts.HELP_PERIOD)
    explaining.set_defaults(run=explain)
    beginning = commands.add_parser("region", help=regions.HELP_REGION)
    beginning.add_argument("code", metavar="CODE", help=regions.HELP_CODE)
    beginning.add_argument("name", metavar="NAME", help=regions.HELP_NAME)
    beginning.set_defaults(run=begin_region)
    expiring = commands.add_parser("retention", help=retention.HELP)
    expiring.add_argument("--region", metavar="CODE", help=retention.HELP_REGION)
    expiring.add_argument("--yes", action="store_true", help=retention.HELP_YES)
    expiring.set_defaults(run=expire)
    _add_copying(commands.add_parser, backup=backup, restore=restore)
    return parser.parse_args(arguments)
