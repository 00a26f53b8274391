"""The catalogue against the shapes of DCAT-AP, several institutions and years among them.

The shapes stand in ``tests/fixtures/`` (SEMIC, European Commission, CC BY 4.0, malformed ones left
out). DCAT-AP has no shape for what it recommends: ``tests/web/test_catalogue.py`` asks for that.
"""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, Graph
from starlette.testclient import TestClient

from db import load
from tests.support import committed
from tests.support.datasets import KAYSERI, changed, renamed
from tests.web.conftest import client_of

SHAPES = Path(__file__).resolve().parents[1] / "fixtures" / "dcat-ap-3.0.1-shapes.ttl"


@pytest.fixture(scope="module")
def shapes() -> Graph:
    """The shapes; what points at one that was left out is left out too."""
    graph = Graph().parse(SHAPES)
    for shape, _, part in list(graph.triples((None, SH.property, None))):
        if (part, SH.path, None) not in graph:
            graph.remove((shape, SH.property, part))
    return graph


def faults(catalogue: str, shapes: Graph) -> list[str]:
    """What the shapes find: the property and the word of each."""
    graph = Graph().parse(data=catalogue, format="json-ld")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    assert isinstance(report, Graph)
    return sorted(
        f"{report.value(result, SH.resultPath)}: {report.value(result, SH.resultMessage)}"
        for result in report.subjects(RDF.type, SH.ValidationResult)
    )


def test_the_shapes_find_no_fault(kayseri: TestClient, shapes: Graph) -> None:
    assert faults(kayseri.get("/veri/catalog.jsonld").text, shapes) == []


def test_nor_with_several_institutions_and_years(
    shapes: Graph, tmp_path: Path, invented_folder: Path
) -> None:
    url = committed.database(tmp_path / "several.sqlite")
    for folder in (changed(KAYSERI, tmp_path / "2024", renamed(2024)), invented_folder):
        load.build(folder, url)
    catalogue = client_of(url).get("/veri/catalog.jsonld").text
    assert catalogue.count('"dcat:DatasetSeries"') == 1
    assert faults(catalogue, shapes) == []


def test_what_was_wrong_is_found(kayseri: TestClient, shapes: Graph) -> None:
    catalogue = kayseri.get("/veri/catalog.jsonld").text.replace("xsd:hexBinary", "xsd:string")
    assert any("checksumValue" in fault for fault in faults(catalogue, shapes))
