"""From a specification to an SVG element that stands inside a page."""

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby
from xml.etree import ElementTree as ET

from irenic.plot.style import FONT, VEGA_LITE, Spec

_NAMESPACE = re.compile(r' xmlns(:xlink)?="[^"]*"')
_NOISE = ("class", "pointer-events", "role", "aria-roledescription", "aria-hidden", "aria-label", "font-family")
_URL = re.compile(r"url\(#([^)]+)\)")
_PLACE = re.compile(r"translate\(([-\d.e]+),([-\d.e]+)\)")

_GATHERED = 8
"""Alike marks from this many on are drawn once and repeated, which takes a fifth of the bytes."""


def svg_element(spec: Spec, identity: str, title: str, description: str) -> str:
    """The picture as an inline `<svg>`: same specification, same bytes.

    The element scales with the page, carries its text alternative, and its ids start with `identity`, so that several
    pictures stand in one page. The drawing library numbers ids by a running counter and names every mark for screen
    readers; both are replaced, because the first would depend on what was drawn before and the second hides the
    description in noise.

    Args:
        spec: a specification of this room.
        identity: what ids of this picture start with; unique in the page.
        title: short text alternative.
        description: long text alternative.
    """
    import vl_convert

    # Inside HTML an SVG element needs no namespace, and without one names stay plain.
    root = ET.fromstring(_NAMESPACE.sub("", vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)))
    names = _renamed(root, identity)
    for element in root.iter():
        _clean(element, names)
    _drop_invisible(root)
    _gather(root, identity, count())
    width = float(root.attrib.pop("width"))
    root.attrib.pop("height")
    root.attrib.pop("version", None)
    root.set("class", "picture")
    root.set("role", "img")
    root.set("font-family", FONT)
    root.set("style", f"max-width:{width:.0f}px")
    root.set("aria-labelledby", f"{identity}-title {identity}-description")
    root.insert(0, _text("desc", f"{identity}-description", description))
    root.insert(0, _text("title", f"{identity}-title", title))
    return ET.tostring(root, encoding="unicode")


def _renamed(root: ET.Element, identity: str) -> dict[str, str]:
    found = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    return {name: f"{identity}-{i}" for i, name in enumerate(found)}


def _clean(element: ET.Element, names: dict[str, str]) -> None:
    for noise in _NOISE:
        element.attrib.pop(noise, None)
    if element.get("opacity") == "1":
        element.attrib.pop("opacity")
    for key, value in element.attrib.items():
        if key == "id":
            element.set(key, names[value])
        elif "url(#" in value:
            element.set(key, _URL.sub(lambda match: f"url(#{names[match.group(1)]})", value))


def _drop_invisible(element: ET.Element) -> None:
    for child in list(element):
        if child.get("display") == "none" or child.get("d") == "M0,0h0v0h0Z":
            element.remove(child)
        else:
            _drop_invisible(child)


def _gather(element: ET.Element, identity: str, numbers: Iterator[int]) -> None:
    """Runs of marks that differ in nothing but their place become one mark and its places."""
    children: list[ET.Element] = []
    for traits, run in groupby(list(element), _traits):
        marks = list(run)
        if traits is None or len(marks) < _GATHERED:
            for mark in marks:
                _gather(mark, identity, numbers)
            children += marks
        else:
            children.append(_repeated(marks, f"{identity}-mark-{next(numbers)}"))
    element[:] = children


def _traits(element: ET.Element) -> tuple[tuple[str, str], ...] | None:
    """What marks must share to be drawn as one; None where an element is no mark that can be repeated."""
    if element.tag != "path" or not _PLACE.fullmatch(element.get("transform", "")):
        return None
    traits = tuple((key, value) for key, value in element.attrib.items() if key != "transform")
    # Opacity of a group is not that of its members, that of fills alone or strokes alone is.
    return None if "fill" in element.attrib and "stroke" in element.attrib else traits


def _repeated(marks: Sequence[ET.Element], name: str) -> ET.Element:
    shared = {key: value for key, value in marks[0].attrib.items() if key not in {"transform", "d"}}
    if "opacity" in shared:
        shared["fill-opacity" if "fill" in shared else "stroke-opacity"] = shared.pop("opacity")
    group = ET.Element("g", shared)
    ET.SubElement(ET.SubElement(group, "defs"), "path", {"id": name, "d": marks[0].attrib["d"]})
    for mark in marks:
        place = _PLACE.fullmatch(mark.attrib["transform"])
        if place is not None:
            x, y = (f"{float(part):.1f}".removesuffix(".0") for part in place.groups())
            ET.SubElement(group, "use", {"href": f"#{name}", "x": x, "y": y})
    return group


def _text(tag: str, identity: str, words: str) -> ET.Element:
    element = ET.Element(tag, {"id": identity})
    element.text = words
    return element
