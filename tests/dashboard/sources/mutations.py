"""Files as they arrive when something went wrong on the way: bytes, parts of a zip file, and cells that changed."""

import io
import random
import zipfile

ODD_CELLS = (
    *("", ".", "-", "x", "0", "-1", "1e400", "NaN", "inf", "9" * 400, "1.234.567,8", "12,5", "11.7", "140", "2023"),
    *("GM0034", "GM9999", "gm34", "Almere", "NL00", "2022*", "1e halfjaar 2023", "2023/'24", "31-12-2099", "9999"),
    *("=1+1", "<script>alert(1)</script>", "\u202etxt", "Súdwest\u00adFryslân", "\ufeff", "A" * 5000, '"', "|a|b|"),
)


def with_other_bytes(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to five changes: flipped, cut off, cut out, inserted, swapped, or repeated."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        place, other = sorted(chance.randrange(len(found) + 1) for _ in range(2))
        short = found[place : min(other, place + chance.choice((1, 4, 40, 400)))]
        match chance.randrange(7):
            case 0 if place < len(found):
                found[place] ^= 1 << chance.randrange(8)
            case 1 if place < len(found):
                found[place] = chance.choice(b"\x00\xff<>&\"';,\t\n\r{}[]:0-9eE%")
            case 2 if chance.random() < 0.3:
                del found[place:]
            case 3:
                del found[place : place + len(short)]
            case 4:
                found[place:place] = chance.randbytes(chance.choice((1, 2, 8, 60)))
            case 5:
                found[place:place] = short * chance.choice((1, 2, 50))
            case _:
                found[place:other] = (
                    found[place:other][::-1] if other - place < 50 else found[other:] + found[place:other]
                )
    return bytes(found)


def with_another_part(data: bytes, chance: random.Random) -> bytes:
    """The zip file with one of its parts changed and packed again, so that no checksum gives it away."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(parts))
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for other, content in parts.items():
            archive.writestr(other, with_other_bytes(content, chance) if other == name else content)
    return changed.getvalue()


def with_other_cells(data: bytes, chance: random.Random) -> bytes:
    """The text with one to four of its cells changed for an odd one, for one of elsewhere in it, or a line repeated."""
    text = data.decode("utf-8-sig", errors="replace")
    separator = max(";,", key=text.count)
    lines = [line.split(separator) for line in text.splitlines()]
    for _ in range(chance.randint(1, 4)):
        line, other = chance.choice(lines), chance.choice(lines)
        place = chance.randrange(len(line))
        match chance.randrange(5):
            case 0 | 1:
                line[place] = chance.choice(ODD_CELLS)
            case 2:
                line[place] = chance.choice(other)
            case 3:
                lines.insert(chance.randrange(len(lines)), list(other))
            case _:
                lines.remove(other) if len(lines) > 2 else line.append("")
    return "\n".join(separator.join(line) for line in lines).encode()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with its bytes changed, or (of a zip file, mostly) those of one of its parts."""
    is_inside = data.startswith(b"PK") and chance.random() < 0.7
    return (with_another_part if is_inside else with_other_bytes)(data, chance)
