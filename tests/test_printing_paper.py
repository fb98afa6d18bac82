"""Sheets and places on them."""

import pytest

from ztdesk.printing.paper import EDGE_MM, Area, Paper

BOTH = pytest.mark.parametrize("paper", list(Paper))


@BOTH
def test_content_and_foot_lie_inside_the_edges_and_apart(paper: Paper) -> None:
    for area in (paper.content, paper.foot):
        assert area.x >= EDGE_MM
        assert area.y >= EDGE_MM
        assert area.right <= paper.w - EDGE_MM + 1e-9
        assert area.bottom <= paper.h - EDGE_MM + 1e-9
    assert paper.content.bottom <= paper.foot.y + 1e-9


@BOTH
def test_a_grid_fills_its_area_without_overlaps(paper: Paper) -> None:
    cells = paper.content.grid(3, 4, 6)
    assert len(cells) == 12
    assert cells[-1].right == pytest.approx(paper.content.right)
    assert cells[-1].bottom == pytest.approx(paper.content.bottom)
    assert cells[1].x == pytest.approx(cells[0].right + 6)
    assert cells[3].y == pytest.approx(cells[0].bottom + 6)


def test_an_area_is_cut_without_loss() -> None:
    area = Area(10, 20, 100, 50)
    assert area.top(15) == Area(10, 20, 100, 15)
    assert area.below(15) == Area(10, 35, 100, 35)
    assert area.left(40) == Area(10, 20, 40, 50)
    assert area.after(40) == Area(50, 20, 60, 50)
    assert area.inset(5) == Area(15, 25, 90, 40)
    assert area.inset(5, 2) == Area(15, 22, 90, 46)
