import re
import xml.etree.ElementTree as ET

from irenic.plot.render import svg_element
from irenic.plot.shares import OptionShare, option_shares
from irenic.plot.style import GREY, Spec
from irenic.plot.utilities import Cloud, packages_against_no_deal

BARS = option_shares([OptionShare(["雙方軍隊 <留> & “stay”"], 0.5, "50 %", 0.25)])
DOTS = packages_against_no_deal("a", "b", Cloud("c", [(1.0, 2.0)], (1.0, 2.0)), [])


def test_same_picture_same_bytes_whatever_was_drawn_before() -> None:
    first = svg_element(BARS, "p", "t", "d")
    svg_element(DOTS, "q", "t", "d")
    assert svg_element(BARS, "p", "t", "d") == first


def test_it_tells_what_it_shows() -> None:
    root = ET.fromstring(svg_element(BARS, "p", "Title <", "More & more"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "p-title p-description"
    assert {element.get("id"): element.text for element in root if element.get("id")} == {
        "p-title": "Title <",
        "p-description": "More & more",
    }
    assert not [e for e in root.iter() if e is not root and (e.get("role") or e.get("aria-label"))]


def test_it_scales_with_the_page() -> None:
    root = ET.fromstring(svg_element(BARS, "p", "t", "d"))
    assert root.get("width") is None
    assert re.fullmatch(r"max-width:\d+px", root.get("style", ""))
    assert root.get("viewBox")


def test_labels_are_escaped_and_chinese_stays_text() -> None:
    text = svg_element(BARS, "p", "t", "d")
    assert "雙方軍隊 &lt;留&gt; &amp; “stay”" in text


def test_ids_of_two_pictures_differ_and_references_follow() -> None:
    clipped: Spec = {**BARS, "layer": [{**layer, "mark": {**layer["mark"], "clip": True}} for layer in BARS["layer"]]}
    one, two = (svg_element(clipped, name, "t", "d") for name in ("one", "two"))
    ids = set(re.findall(r' id="([^"]+)"', one))
    assert len(ids) > 2, "the clipped picture has ids of its own"
    assert not ids & set(re.findall(r' id="([^"]+)"', two))
    assert set(re.findall(r"url\(#([^)]+)\)", one)) <= ids


def test_many_alike_marks_are_drawn_once_and_repeated() -> None:
    points = [(float(k), 50.0) for k in range(100)]
    text = svg_element(packages_against_no_deal("a", "b", Cloud("c", points, None), []), "p", "t", "d")
    root = ET.fromstring(text)
    (group,) = [element for element in root.iter("g") if element.find("use") is not None]
    name = "p-mark-0"
    assert [use.get("href") for use in group.iter("use")] == [f"#{name}"] * 100
    assert [path.get("id") for path in group.iter("path")] == [name]
    assert (group.get("fill"), group.get("opacity"), group.get("fill-opacity")) == (GREY, None, "0.35")
    # One scale from 0 to 100 over 400 pixels.
    assert [(use.get("x"), use.get("y")) for use in group.iter("use")][:2] == [("0", "200"), ("4", "200")]
    assert len(text) < 100 * 60 + 6000


def test_it_names_no_address() -> None:
    assert "http" not in svg_element(DOTS, "p", "t", "d")
