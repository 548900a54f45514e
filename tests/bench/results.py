"""What was measured, printed as it comes and judged at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(slots=True)
class Results:
    """The lines of one benchmark; `missed` are those over their bound."""

    missed: list[str] = field(default_factory=list)

    def ratio(
        self,
        name: str,
        *,
        ours: Sequence[float],
        bare: Sequence[float],
        most: float,
        unit: str,
        lighter: Sequence[float] = (),
    ) -> None:
        """The median of ours over the median of what it is compared with; `lighter` is told beside it, unbound."""
        top, bottom = median(ours), median(bare)
        scale = 1000 if unit == "ms" else 1
        detail = f"{top * scale:.4g} {unit} against {bottom * scale:.4g} {unit}"
        if lighter:
            detail += (
                f"; {top / median(lighter):.3g}x the {median(lighter) * scale:.4g} {unit} of one that keeps garbage"
            )
        self._line(name, f"{top / bottom:.2f}x", f"{most:g}x", is_met=top / bottom <= most, detail=detail)

    def amount(self, name: str, *, values: Sequence[float], most: float, unit: str) -> None:
        """The median of a plain amount."""
        value = median(values)
        self._line(name, f"{value:.4g} {unit}", f"{most:g} {unit}", is_met=value <= most, detail=f"of {len(values)}")

    def failure(self, name: str, *, reason: str) -> None:
        """Something could not be measured: that is a bound not met."""
        self._line(name, "not measured", "", is_met=False, detail=reason)

    def _line(self, name: str, value: str, most: str, *, is_met: bool, detail: str) -> None:
        print(f"{'ok    ' if is_met else 'MISSED'}  {name:<58} {value:>12}  at most {most:<8} ({detail})", flush=True)
        if not is_met:
            self.missed.append(name)
