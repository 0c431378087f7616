#include "core/report/figure.h"

#include <QTest>

#include <limits>

using namespace plumbline;

class FigureTest : public QObject {
    Q_OBJECT

  private slots:
    void missingCellsCompareEqual();
    void matricesDifferByShapeAndByCell();
    void everyKindHasItsReportName();
    void seriesAreListedInDrawingOrderWithoutEmptyParts();
    void seriesKeysAreTheirRolesCounted();
};

void FigureTest::missingCellsCompareEqual() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY((Matrix{1, 2, {nan, 1}} == Matrix{1, 2, {nan, 1}}));
    QVERIFY(!(Matrix{1, 2, {nan, 1}} == Matrix{1, 2, {0, 1}}));
}

void FigureTest::matricesDifferByShapeAndByCell() {
    QVERIFY(!(Matrix{1, 2, {0, 1}} == Matrix{2, 1, {0, 1}}));
    QVERIFY(!(Matrix{1, 2, {0, 1}} == Matrix{1, 2, {0, 2}}));
}

void FigureTest::everyKindHasItsReportName() {
    QCOMPARE(kindName(Histogram{}), std::string("histogram"));
    QCOMPARE(kindName(Curves{}), std::string("curves"));
    QCOMPARE(kindName(Scatter{}), std::string("scatter"));
    QCOMPARE(kindName(Heatmap{}), std::string("heatmap"));
    QCOMPARE(kindName(FlowGraph{}), std::string("flow"));
}

void FigureTest::seriesAreListedInDrawingOrderWithoutEmptyParts() {
    Histogram histogram;
    histogram.simulated.name = "simulated";
    histogram.laws.resize(1);
    histogram.laws[0].name = "law";
    Figure figure;
    figure.content = histogram;
    QCOMPARE(seriesOf(figure).size(), std::size_t{2});
    QCOMPARE(seriesOf(figure).back()->name, std::string("law"));
    figure.content = Heatmap{};
    QVERIFY(seriesOf(figure).empty());
}

void FigureTest::seriesKeysAreTheirRolesCounted() {
    Curves curves;
    curves.series.resize(4);
    curves.series[0].role = SeriesRole::law;
    curves.series[1].role = SeriesRole::simulated;
    curves.series[2].role = SeriesRole::law;
    curves.series[3].role = SeriesRole::law;
    Figure figure;
    figure.content = curves;
    QCOMPARE(seriesKeys(figure),
             (std::vector<std::string>{"law", "simulated", "law-2", "law-3"}));
}

QTEST_APPLESS_MAIN(FigureTest)
#include "tst_figure.moc"
