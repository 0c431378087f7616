#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/hidden_series.h"

#include <QTest>

#include <ranges>

using namespace plumbline;

namespace {

std::vector<std::string> keysOf(const Figure& figure) {
    std::vector<std::string> keys;
    for (const HideableSeries& part : hideableSeries(figure))
        keys.push_back(part.key);
    return keys;
}

} // namespace

class HiddenSeriesTest : public QObject {
    Q_OBJECT

  private slots:
    void everySeriesCanBeHidden() {
        Figure histogram = samples::keptUnits();
        std::get<Histogram>(histogram.content).residuals.role = SeriesRole::marker;
        QCOMPARE(keysOf(histogram),
                 (std::vector<std::string>{"simulated", "band", "law", "alternative", "marker"}));
        QCOMPARE(keysOf(samples::cloud(30, true)),
                 (std::vector<std::string>{"simulated", "simulated-2", "simulated-3", "ellipse",
                                           "ellipse-2", "arrows"}));
        QVERIFY(keysOf(samples::flow()).empty());
        QVERIFY(keysOf(samples::mask(3, 4)).empty());
    }

    void whatHasNoNameIsCalledByItsRole() {
        const auto parts = hideableSeries(samples::distances());
        QCOMPARE(parts.front().key, std::string("band"));
        QCOMPARE(parts.front().name, std::string("band"));
    }

    void hiddenSeriesKeepTheirPlace() {
        const Figure figure = samples::distances();
        const Figure rest = withoutSeries(figure, {"law", "marker", "no such key"});
        const auto& before = std::get<Curves>(figure.content).series;
        const auto& after = std::get<Curves>(rest.content).series;
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            const bool hidden = i == 1 || i == 5;
            QCOMPARE(after[i].name, before[i].name);
            QCOMPARE(after[i].x.empty() && after[i].y.empty(), hidden);
            if (!hidden)
                QCOMPARE(after[i], before[i]);
        }
    }

    void ellipsesAndArrowsAreTakenOut() {
        const Figure rest = withoutSeries(samples::cloud(30, true), {"ellipse", "arrows"});
        const auto& scatter = std::get<Scatter>(rest.content);
        QVERIFY(scatter.arrows.empty());
        QCOMPARE(scatter.ellipses.size(), std::size_t{1});
        QCOMPARE(scatter.ellipses[0].name, std::string("independent"));
    }

    void theoryIsLawsAndBandAlone() {
        const Figure theory = *theoryAlone(samples::keptUnits());
        const auto& histogram = std::get<Histogram>(theory.content);
        QVERIFY(histogram.simulated.y.empty() && histogram.residuals.y.empty());
        QVERIFY(!histogram.band.high.empty());
        for (const Series& law : histogram.laws)
            QVERIFY(!law.y.empty());
    }

    void measuredPointsAreNoTheoryWhateverTheirLaw() {
        const Figure theory = *theoryAlone(samples::distances());
        const auto& series = std::get<Curves>(theory.content).series;
        for (const Series& each : series)
            QCOMPARE(each.x.empty(), each.style == SeriesStyle::points);
    }

    void aFigureWithoutALawHasNoTheory() {
        Figure bars = samples::keptUnits();
        std::get<Histogram>(bars.content).laws.clear();
        std::get<Histogram>(bars.content).band = {};
        QVERIFY(!theoryAlone(bars));
        QVERIFY(!theoryAlone(withoutSeries(samples::cloud(30), {"ellipse", "ellipse-2"})));
        QVERIFY(theoryAlone(samples::cloud(30)));
        QVERIFY(!theoryAlone(samples::flow()));
        QVERIFY(!theoryAlone(samples::mask(2, 2)));
    }
};

QTEST_APPLESS_MAIN(HiddenSeriesTest)
#include "tst_hidden_series.moc"
