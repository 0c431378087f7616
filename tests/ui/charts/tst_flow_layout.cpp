#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/flow_layers.h"
#include "ui/charts/flow_layout.h"

#include <QTest>

using namespace plumbline;

class FlowLayoutTest : public QObject {
    Q_OBJECT

  private slots:
    void layersFollowTheLongestPath();
    void boxesDoNotOverlapAndStayInside();
    void edgesLeaveRightwardsAndEndAtTheirBox();
    void largerValuesAreWider();
    void cyclesAndUnknownEndsAreLeftOut();
};

namespace {

const QRectF kArea(0, 0, 900, 400);

FlowLayout layOut(const FlowGraph& graph) {
    return layOutFlow(graph, std::vector<QSizeF>(graph.nodes.size(), QSizeF(70, 40)),
                      std::vector<QSizeF>(graph.edges.size(), QSizeF(40, 16)), kArea);
}

FlowGraph sample() {
    return std::get<FlowGraph>(samples::flow().content);
}

} // namespace

void FlowLayoutTest::layersFollowTheLongestPath() {
    const FlowGraph graph{{{"a", "", {}}, {"b", "", {}}, {"c", "", {}}},
                          {{"a", "b", 1, ""}, {"b", "c", 1, ""}, {"a", "c", 1, ""}}};
    QCOMPARE(flowLayers(graph), (std::vector<int>{0, 1, 2}));
}

void FlowLayoutTest::boxesDoNotOverlapAndStayInside() {
    const FlowLayout layout = layOut(sample());
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
        QVERIFY(kArea.contains(layout.nodes[i].box));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!layout.nodes[i].box.intersects(layout.nodes[j].box));
    }
}

void FlowLayoutTest::edgesLeaveRightwardsAndEndAtTheirBox() {
    const FlowLayout layout = layOut(sample());
    for (const FlowEdgePlace& edge : layout.edges)
        QVERIFY(edge.path.pointAtPercent(0).x() < edge.path.pointAtPercent(1).x());
    const QRectF mean = layout.nodes[1].box;
    QCOMPARE(layout.edges[0].path.pointAtPercent(1).x(), mean.left());
}

void FlowLayoutTest::largerValuesAreWider() {
    const FlowLayout layout = layOut(sample());
    QVERIFY(layout.edges[7].width > layout.edges[3].width);
    QVERIFY(layout.edges[3].width > layout.edges[0].width);
    QCOMPARE(layout.edges[3].width, layout.edges[4].width);
}

void FlowLayoutTest::cyclesAndUnknownEndsAreLeftOut() {
    const FlowGraph graph{
        {{"a", "", {}}, {"b", "", {}}},
        {{"a", "b", 1, ""}, {"b", "a", 1, ""}, {"a", "nobody", 1, ""}, {"a", "a", 1, ""}}};
    const FlowLayout layout = layOut(graph);
    QVERIFY(layout.edges[2].path.isEmpty());
    QVERIFY(layout.edges[3].path.isEmpty());
    QVERIFY(layOut({}).nodes.empty());
}

QTEST_APPLESS_MAIN(FlowLayoutTest)
#include "tst_flow_layout.moc"
