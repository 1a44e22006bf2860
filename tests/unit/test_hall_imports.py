"""What the hall's screen can reach, by the graph of imports: nothing that knows a case."""

import grimp
import pytest

PUBLIC = {
    f"dcm_desktop.domain.{name}"
    for name in (
        "projector",
        "projector_cards",
        "projector_events",
        "projector_hall",
        "projector_wire",
    )
}
LEAVES = {"dcm_desktop.labels", "dcm_desktop.resources"}
PACKAGES = {"dcm_desktop", "dcm_desktop.domain", "dcm_desktop.projector"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("dcm_desktop", cache_dir=None)


def test_the_projector_reaches_public_values_and_leaves_alone(graph: grimp.ImportGraph) -> None:
    """I1, I2, A11: an allow-list, along every chain of imports."""
    own = {name for name in graph.modules if name.startswith("dcm_desktop.projector")}
    reached = set().union(*(graph.find_upstream_modules(name) for name in own))
    assert own > {"dcm_desktop.projector"}
    assert reached - own - PACKAGES <= PUBLIC | LEAVES


def test_public_values_reach_nothing_but_each_other(graph: grimp.ImportGraph) -> None:
    """I2: no card has a reference to a case or a private field, however far away."""
    for name in PUBLIC:
        assert graph.find_upstream_modules(name) - PACKAGES <= PUBLIC
