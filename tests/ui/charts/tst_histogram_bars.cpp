#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/histogram_bars.h"

#include <QTest>

using namespace plumbline;

namespace {

PlotFrame frameFor(Limits x, double width) {
    PlotFrame frame;
    frame.plot = QRectF(50, 20, width, 200);
    frame.x = x;
    return frame;
}

Histogram histogramOf(const Figure& figure) {
    return std::get<Histogram>(figure.content);
}

double areaOf(const std::vector<Bar>& bars) {
    double area = 0;
    for (const Bar& bar : bars)
        area += bar.height * (bar.right - bar.left);
    return area;
}

} // namespace

class HistogramBarsTest : public QObject {
    Q_OBJECT

  private slots:
    void barsMeetAtTheirEdges();
    void binsNarrowerThanAPixelAreMergedWithoutLosingMass();
    void mergingKeepsTheLargestResidual();
    void withoutTrialsThereAreNoBars();
    void aSingleBinHasRoomBesideIt();
    void aLawGoesOnToTheEdgeOfAZoomedPlot();
    void aBarWiderThanThePlotFillsIt();
    void emptyHistogramsHaveARange();
    void onlyIntegerCentresHaveIntegerTicks();
};

void HistogramBarsTest::barsMeetAtTheirEdges() {
    const Histogram histogram = histogramOf(samples::keptUnits());
    const auto bars = layOutBars(histogram, frameFor(histogramRange(histogram), 700));
    QCOMPARE(bars.size(), histogram.simulated.x.size());
    QCOMPARE(bars.front().left, 50.0);
    QCOMPARE(bars.back().right, 750.0);
    for (std::size_t i = 1; i < bars.size(); ++i)
        QVERIFY(std::abs(bars[i].left - bars[i - 1].right) < 1e-9);
}

void HistogramBarsTest::binsNarrowerThanAPixelAreMergedWithoutLosingMass() {
    const Histogram histogram = histogramOf(samples::bars(2000, 0, 0.001));
    const Limits range = histogramRange(histogram);
    const auto merged = layOutBars(histogram, frameFor(range, 500));
    const auto separate = layOutBars(histogram, frameFor(range, 4000));
    QVERIFY(merged.size() <= 501);
    QCOMPARE(separate.size(), std::size_t{2000});
    QVERIFY(std::abs(areaOf(merged) / areaOf(separate) * 8 - 1) < 1e-3);
}

void HistogramBarsTest::mergingKeepsTheLargestResidual() {
    Histogram histogram = histogramOf(samples::bars(2000, 0, 0.001));
    histogram.residuals.y[1234] = -9;
    const auto bars = layOutBars(histogram, frameFor(histogramRange(histogram), 300));
    QVERIFY(
        std::any_of(bars.begin(), bars.end(), [](const Bar& bar) { return bar.residual == -9.0; }));
}

void HistogramBarsTest::withoutTrialsThereAreNoBars() {
    const Histogram histogram = histogramOf(samples::keptUnits(52, 86, 100, 0.7, 0));
    const auto bars = layOutBars(histogram, frameFor(histogramRange(histogram), 700));
    for (const Bar& bar : bars) {
        QCOMPARE(bar.height, 0.0);
        QVERIFY(!bar.residual && !bar.band);
    }
}

void HistogramBarsTest::aSingleBinHasRoomBesideIt() {
    const Histogram histogram = histogramOf(samples::bars(1, 3, 1));
    QCOMPARE(histogramRange(histogram), (Limits{1.5, 4.5}));
    const auto line = lawLine(histogram.laws[0], 1, frameFor(histogramRange(histogram), 300));
    QCOMPARE(line.size(), 2);
    QCOMPARE(line[1].x() - line[0].x(), 100.0);
}

void HistogramBarsTest::aLawGoesOnToTheEdgeOfAZoomedPlot() {
    const Histogram histogram = histogramOf(samples::keptUnits());
    for (const Limits x : {Limits{69.6, 70.4}, Limits{70.1, 70.3}, Limits{70.49, 70.51}}) {
        const auto line = lawLine(histogram.laws[0], 1, frameFor(x, 700));
        QVERIFY(line.front().x() < 50 && line.back().x() > 750);
        QVERIFY(line.size() <= 3);
    }
}

void HistogramBarsTest::aBarWiderThanThePlotFillsIt() {
    const Histogram histogram = histogramOf(samples::keptUnits());
    const auto bars = layOutBars(histogram, frameFor({69.9, 70.1}, 700));
    QCOMPARE(bars.size(), std::size_t{1});
    QCOMPARE(bars[0].left, 50.0);
    QCOMPARE(bars[0].right, 750.0);
    // Its centre is out of sight, its height is not.
    QCOMPARE(highestValue(histogram, {70.1, 70.2}), highestValue(histogram, {69.9, 70.1}));
}

void HistogramBarsTest::emptyHistogramsHaveARange() {
    QVERIFY(histogramRange({}).span() > 0);
    QVERIFY(layOutBars({}, frameFor({0, 1}, 300)).empty());
}

void HistogramBarsTest::onlyIntegerCentresHaveIntegerTicks() {
    QVERIFY(hasIntegerBins(histogramOf(samples::keptUnits())));
    QVERIFY(!hasIntegerBins(histogramOf(samples::bars(10, 0, 0.5))));
}

QTEST_APPLESS_MAIN(HistogramBarsTest)
#include "tst_histogram_bars.moc"
