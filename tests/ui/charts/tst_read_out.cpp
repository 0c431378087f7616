#include "tests/ui/charts/read_out_figures.h"
#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"
#include "ui/charts/histogram_read_out.h"
#include "ui/charts/scatter_read_out.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;

namespace {

std::unique_ptr<FigureView> viewOf(const Figure& figure, const QSize& size = {600, 400}) {
    auto view = makeFigureView(figure, Theme::of(ThemeChoice::light));
    view->resize(size);
    view->grab(); // lays out
    return view;
}

/// Name, value, error, difference and sigmas of every row.
QStringList told(const ReadOut& readOut) {
    QStringList rows;
    for (const ReadOutRow& row : readOut.rows)
        rows << QStringList({row.key.text, row.value, row.error, row.difference, row.sigmas})
                    .join("|");
    return rows;
}

} // namespace

/// What each kind of figure says about a datum.
class TestReadOut : public QObject {
    Q_OBJECT

  private slots:
    void aBarIsComparedWithEachLaw() {
        const auto readOut = viewOf(samples::threeBars())->readOut(1);
        QVERIFY(readOut);
        QCOMPARE(readOut->title, QString("k = 5"));
        QCOMPARE(told(*readOut),
                 QStringList({"simulated|0.520|± 0.020||", "law|0.500||+0.020|+1.5σ",
                              "other|0.600||−0.080|−4.0σ", "95 % band|0.440|– 0.560||"}));
    }

    void aScreenReaderIsToldTheSame() {
        const auto readOut = viewOf(samples::threeBars())->readOut(1);
        QCOMPARE(readOut->spoken(),
                 QString("k equals 5, simulated 0.520 plus or minus 0.020, law 0.500, difference "
                         "plus 0.020, plus 1.5 standard deviations, other 0.600, difference minus "
                         "0.080, minus 4.0 standard deviations, 95 percent band 0.440 to 0.560"));
    }

    void hiddenSeriesAreNotReadOut() {
        const auto view = viewOf(samples::threeBars());
        view->setSeriesHidden("law", true);
        view->setSeriesHidden("band", true);
        QCOMPARE(told(*view->readOut(1)),
                 QStringList({"simulated|0.520|± 0.020||", "other|0.600||−0.080|−4.0σ"}));
    }

    void lawsAloneAreReadWithoutADifference() {
        const auto view = viewOf(samples::keptUnits(52, 86, 100, 0.7, 0));
        const auto readOut = view->readOut(18);
        QCOMPARE(readOut->title, QString("kept units k = 70"));
        QCOMPARE(told(*readOut),
                 QStringList({"Binomial(M, 1−p)|0.08678|||", "Poisson(M(1−p))|0.04763|||"}));
    }

    void aBinTellsWhichCountsItHolds() {
        Histogram histogram;
        for (const auto& [width, text] : std::vector<std::pair<double, std::string>>{
                 {1, "70"}, {5, "68–72"}, {0.5, "70"}, {2, "70"}}) {
            histogram.binWidth = width;
            QCOMPARE(binText(histogram, 70), text);
        }
        histogram.binWidth = 2;
        QCOMPARE(binText(histogram, 70.5), std::string("70–71"));
    }

    void thePointerMeansTheNearestBin() {
        const auto view = viewOf(samples::threeBars());
        for (int bin = 0; bin < 3; ++bin) {
            const QPointF place = view->readOut(bin)->datum.center();
            QCOMPARE(view->datumAt(place), std::optional(bin));
            QCOMPARE(view->datumAt(place + QPointF(20, 0)), std::optional(bin));
        }
        QVERIFY(!view->datumAt({5, 200}));
        QVERIFY(!view->datumAt({300, 5}));
        Histogram histogram;
        QVERIFY(!nearestBin(histogram, 0));
        histogram.simulated.x = {1, 2};
        QCOMPARE(nearestBin(histogram, -1e300), std::optional(0));
        QCOMPARE(nearestBin(histogram, 1e300), std::optional(1));
    }

    void curvesAreReadAtTheirPoints() {
        const auto view = viewOf(samples::pointsAndLine());
        QCOMPARE(view->datumCount(), 3);
        // Between its ends the line is 1000/N on both logarithms: 10 at N = 10.
        const auto middle = view->readOut(1);
        QCOMPARE(middle->title, QString("N = 10"));
        QCOMPARE(told(*middle), QStringList({"measured|12.00|± 0.50||", "law|10.00||+2.00|+4.0σ"}));
        QCOMPARE(told(*view->readOut(2)), QStringList({"measured|1|||", "law|1||0|"}));
        QVERIFY(!view->readOut(3) && !view->readOut(-1));
    }

    void pointsOfALawAreComparedWithItsLine() {
        const auto view = viewOf(samples::distances());
        const auto readOut = view->readOut(8);
        QCOMPARE(readOut->title, QString("trials N = 100"));
        QCOMPARE(readOut->rows.size(), std::size_t{4}); // the band has no name
        QVERIFY(!readOut->rows[0].difference.isEmpty());
        QCOMPARE(readOut->rows[0].value, QString("0.190"));
        QCOMPARE(readOut->rows[2].error, QString("± 0.015"));
    }

    void aPointTellsItsPlaceAndTheEllipse() {
        const auto view = viewOf(samples::fourPoints());
        const auto second = view->readOut(1);
        QCOMPARE(second->title, QString("second"));
        QCOMPARE(told(*second), QStringList({"first|1|||", "y|1|||", "95 % of the law|inside|||"}));
        QCOMPARE(told(*view->readOut(3)).back(), QString("95 % of the law|outside|||"));
        QCOMPARE(view->readOut(0)->title, QString("cloud"));
        QCOMPARE(view->datumAt(second->datum.center() + QPointF(6, 6)), std::optional(1));
    }

    void theRadiusInAnEllipseIsWorkedByHand() {
        Ellipse ellipse{.name = {}, .centreX = 1, .centreY = 2, .semiAxisA = 3, .semiAxisB = 4};
        QCOMPARE(radiusIn(ellipse, 1, 2), 0.0);
        QCOMPARE(radiusIn(ellipse, 4, 2), 1.0);
        ellipse.angle = std::numbers::pi / 2; // the long way now lies along x
        QVERIFY(std::abs(radiusIn(ellipse, 5, 2) - 1) < 1e-15);
    }

    void aCellIsComparedWithItsTwin() {
        const auto view = viewOf(samples::twins());
        QCOMPARE(view->datumCount(), 12);
        for (const int datum : {4, 10}) {
            const auto readOut = view->readOut(datum);
            QCOMPARE(readOut->title, QString("row b, column 2"));
            QCOMPARE(told(*readOut), QStringList({"by hand|5|||", "by machine|5.5||−0.5|"}));
            QCOMPARE(readOut->marks.size(), 2);
            QCOMPARE(view->datumAt(readOut->datum.center()), std::optional(datum));
        }
        QVERIFY(!view->readOut(12));
    }

    void aMissingCellSaysSo() {
        const auto view = viewOf(samples::mask(3, 7, true));
        QCOMPARE(told(*view->readOut(20)), QStringList({"value|no value|||"}));
    }

    void nodesAndEdgesAreReadInAGraph() {
        const auto view = viewOf(samples::flow());
        QCOMPARE(view->datumCount(), 20);
        QCOMPARE(view->readOut(1)->title, QString("mean μ"));
        QCOMPARE(told(*view->readOut(1)), QStringList({"value|0.31|||"}));
        QCOMPARE(view->readOut(10)->title, QString("x → var"));
        QCOMPARE(view->datumAt(view->readOut(10)->datum.center()), std::optional(10));
    }

    void emptyFiguresHaveNothingToRead() {
        for (const FigureContent& content :
             {FigureContent(Histogram{}), FigureContent(Curves{}), FigureContent(Scatter{}),
              FigureContent(Heatmap{}), FigureContent(FlowGraph{})}) {
            Figure figure;
            figure.content = content;
            const auto view = viewOf(figure);
            QCOMPARE(view->datumCount(), 0);
            QVERIFY(!view->readOut(0) && !view->readOut(-1) && !view->datumAt({300, 200}));
        }
    }

    void everyDatumInSightLiesInTheView() {
        for (const Figure& figure : {samples::keptUnits(), samples::distances(),
                                     samples::cloud(600), samples::mask(5, 20), samples::flow()}) {
            for (const QSize size : {QSize(320, 200), QSize(800, 500)}) {
                const auto view = viewOf(figure, size);
                int read = 0;
                for (int datum = 0; datum < view->datumCount(); ++datum) {
                    const auto readOut = view->readOut(datum);
                    if (!readOut)
                        continue;
                    ++read;
                    QVERIFY(QRectF(view->rect()).contains(readOut->datum.center()));
                }
                QVERIFY(read > 3);
            }
        }
    }

    void whatIsZoomedOutOfSightIsNotRead() {
        const auto view = viewOf(samples::threeBars());
        FigureSettings settings;
        settings.x = AxisRange{4.5, 6.5};
        view->setSettings(settings);
        QVERIFY(!view->readOut(0));
        QVERIFY(view->readOut(1));
    }
};

QTEST_MAIN(TestReadOut)
#include "tst_read_out.moc"
