"""Every icon can be drawn, in the colour asked for, at every size and ratio."""

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from ztdesk.ui.icons import Icon, Icons

INK = "#8c1710"


def ink_of(pixmap: QPixmap) -> set[str]:
    """Colours of the fully covered pixels."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    colors = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(color).name() for color in colors if color.alpha() == 255}


@pytest.mark.parametrize("icon", list(Icon), ids=lambda icon: icon.value)
def test_every_icon_is_drawn_in_its_colour(qapp: QApplication, icon: Icon) -> None:
    assert ink_of(Icons().pixmap(icon, 24, INK)) == {INK}


def test_icons_differ(qapp: QApplication) -> None:
    icons = Icons()
    drawn = {
        icon: bytes(icons.pixmap(icon, 24, INK).toImage().convertToFormat(QImage.Format.Format_ARGB32).constBits())
        for icon in Icon
        if icon is not Icon.WARNING  # the same triangle as a duplicate's, on purpose
    }
    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize(("size", "ratio"), [(16, 1.0), (20, 1.25), (24, 1.5), (64, 2.0)])
def test_icons_are_sharp_on_every_screen(qapp: QApplication, size: int, ratio: float) -> None:
    pixmap = Icons().pixmap(Icon.OK, size, INK, ratio)
    assert pixmap.width() == size * ratio
    assert pixmap.deviceIndependentSize().width() == size


def test_an_icon_is_drawn_once(qapp: QApplication) -> None:
    icons = Icons()
    assert icons.pixmap(Icon.OK, 24, INK).cacheKey() == icons.pixmap(Icon.OK, 24, INK).cacheKey()
    assert icons.pixmap(Icon.OK, 24, INK).cacheKey() != icons.pixmap(Icon.OK, 24, "#000000").cacheKey()


def test_a_button_icon_has_another_colour_while_disabled(qapp: QApplication) -> None:
    icon = Icons().icon(Icon.TRASH, 20, INK, "#818d98", gap=6)
    assert icon.availableSizes()[0].width() == 26
    assert ink_of(icon.pixmap(26, 20)) == {INK}
    assert ink_of(icon.pixmap(26, 20, QIcon.Mode.Disabled)) == {"#818d98"}
