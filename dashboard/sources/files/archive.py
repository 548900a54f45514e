"""Zip files, read with care: sizes are checked before anything is unpacked, and counted while it is."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from dashboard import formatting
from dashboard.sources.files.limits import DENSE_FROM, MOST_DENSE, MOST_PARTS, Limits, megabytes
from dashboard.sources.problems import Problem, RefusedError
from dashboard.texts import files as texts

PIECE = 256_000  # bytes that are unpacked at the same time
_ENTRY = b"PK\x01\x02"  # begins every entry of the directory
_ENCRYPTED = 0x1  # the bit in an entry's flags
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
    IndexError,
)


class Archive:
    """A zip file whose parts can be read one by one; nothing is ever written to a disk."""

    def __init__(self, data: bytes, *, limits: Limits) -> None:
        self._limits = limits
        if data.count(_ENTRY) > MOST_PARTS:
            raise _refused(texts.TOO_MANY_PARTS.format(limit=formatting.count(MOST_PARTS)), limits.advice)
        with damage_told():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = [part for part in self._zip.infolist() if not part.is_dir()]
        self._parts = {part.filename: part for part in parts}
        self.names = tuple(self._parts)
        for name, times in Counter(part.filename for part in parts).items():
            if times > 1:
                raise _refused(texts.SAME_NAME_IN_ZIP.format(name=name), texts.DOWNLOAD_AGAIN)

    def check(self, *, unpacked: int) -> None:
        """Refuse passwords, odd ways of packing, and more than `unpacked` bytes by what the directory says."""
        for part in self._parts.values():
            if part.flag_bits & _ENCRYPTED:
                raise _refused(texts.ENCRYPTED, texts.ENCRYPTED_ADVICE)
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise _refused(texts.ODDLY_PACKED, texts.ODDLY_PACKED_ADVICE)
        parts = self._parts.values()
        total, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
        if total > DENSE_FROM and total > MOST_DENSE * packed:
            raise _refused(texts.TOO_DENSE.format(limit=MOST_DENSE), texts.DOWNLOAD_AGAIN)
        if total > unpacked:
            raise _refused(texts.TOO_LARGE_UNPACKED.format(limit=megabytes(unpacked)), self._limits.advice)

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece; `RefusedError` when it is damaged or larger than the directory said."""
        part = self._parts[name]
        left = part.file_size
        with damage_told(), self._zip.open(part) as stream:
            while piece := stream.read(PIECE):
                left -= len(piece)
                if left < 0:
                    raise _refused(texts.DAMAGED, texts.DOWNLOAD_AGAIN)
                yield piece
            if left:
                raise _refused(texts.DAMAGED, texts.DOWNLOAD_AGAIN)

    def whole(self, name: str) -> bytes:
        """A part as it is."""
        return b"".join(self.pieces(name))


@contextmanager
def damage_told() -> Iterator[None]:
    """Whatever Python's own readers say about a damaged file becomes one Dutch sentence."""
    try:
        yield
    except _DAMAGE as error:
        raise _refused(texts.DAMAGED, texts.DOWNLOAD_AGAIN) from error


def _refused(what: str, advice: str) -> RefusedError:
    return RefusedError([Problem(what, advice=advice)])
