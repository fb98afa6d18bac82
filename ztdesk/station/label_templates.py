"""Labels that a supervisor mapped, kept on this PC by name. Reads no label itself."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ztdesk.store.catalogue import Catalogue

if TYPE_CHECKING:
    from ztdesk.domain.template import Template

_KEPT = "label_templates"


class LabelTemplates:
    """All that were taught. Every method may raise StoreFailure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def all(self) -> tuple[Template, ...]:
        """Those that can be read, in the order they were taught; what a newer program kept is left out and stays kept."""
        return tuple(template for _line, template in self._lines() if template is not None)

    def keep(self, template: Template) -> None:
        """Understand labels of this shape from now on, instead of one that was kept under the same name."""
        self._write([*self._others(template.name), template.to_line()])

    def delete(self, name: str) -> None:
        """Understand them no more."""
        self._write(self._others(name))

    def _others(self, name: str) -> list[str]:
        return [line for line, template in self._lines() if template is None or template.name != name]

    def _lines(self) -> list[tuple[str, Template | None]]:
        found: list[tuple[str, Template | None]] = []
        lines = (self._catalogue.kept(_KEPT) or "").splitlines()
        if not lines:
            return found
        from ztdesk.domain.template import Template  # late: most have taught none

        for line in lines:
            template = None
            with suppress(ValueError):
                template = Template.from_line(line)
            found.append((line, template))
        return found

    def _write(self, lines: list[str]) -> None:
        self._catalogue.keep(_KEPT, "\n".join(lines))
