#include "ui/charts/plot_navigation.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;

namespace {

constexpr auto kLinear = AxisScale::linear;
constexpr auto kLogarithmic = AxisScale::logarithmic;

/// A plot of 200 by 100 pixels: x from 0 to 10, y from 1 to 10,000 in decades.
PlotAxes axes() {
    return {QRectF(50, 20, 200, 100), {0, 10}, {1, 1e4}, kLinear, kLogarithmic};
}

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max({1.0, std::abs(a), std::abs(b)});
}

bool close(Limits a, Limits b) {
    return close(a.low, b.low) && close(a.high, b.high);
}

Limits endsOf(const AxisRange& range) {
    return {range.low, range.high};
}

} // namespace

class PlotNavigationTest : public QObject {
    Q_OBJECT

  private slots:
    void zoomingKeepsTheValueUnderThePointer() {
        QVERIFY(close(*zoomed({0, 10}, kLinear, 0.5, 2), {2.5, 7.5}));
        QVERIFY(close(*zoomed({0, 10}, kLinear, 0, 2), {0, 5}));
        QVERIFY(close(*zoomed({0, 10}, kLinear, 1, 0.5), {-10, 10}));
        QVERIFY(close(*zoomed({1, 1e4}, kLogarithmic, 0.5, 2), {10, 1000}));
        QVERIFY(close(*zoomed({1, 100}, kLogarithmic, 0.5, 0.5), {0.1, 1000}));
    }

    void panningMovesByAShareOfTheLength() {
        QVERIFY(close(*panned({0, 10}, kLinear, 0.1), {1, 11}));
        QVERIFY(close(*panned({1, 100}, kLogarithmic, -0.5), {0.1, 10}));
    }

    void zoomingInAndOutComesBack() {
        for (const AxisScale scale : {kLinear, kLogarithmic}) {
            for (const double place : {0.0, 0.3, 1.0}) {
                const Limits start{0.013, 71.5};
                const Limits in = *zoomed(start, scale, place, 1.7);
                QVERIFY(close(*zoomed(in, scale, place, 1 / 1.7), start));
                QVERIFY(close(*panned(*panned(start, scale, 0.37), scale, -0.37), start));
            }
        }
    }

    void anAxisIsNotZoomedFurtherThanDoublesCanResolve() {
        for (const AxisScale scale : {kLinear, kLogarithmic}) {
            for (const double factor : {2.0, 0.5}) {
                std::optional<Limits> shown = Limits{69.5, 70.5};
                int steps = 0;
                while (const auto next = zoomed(*shown, scale, 0.4, factor)) {
                    QVERIFY(canShow(*next, scale));
                    shown = next;
                    QVERIFY(++steps < 3000);
                }
                QVERIFY(steps > 8);
            }
        }
        QVERIFY(canShow({70, 70 + 1e-10}, kLinear));
        QVERIFY(!canShow({70, 70 + 1e-11}, kLinear));
    }

    void whatIsNoRangeCannotBeShown() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        for (const Limits limits : {Limits{1, 1}, Limits{2, 1}, Limits{nan, 1}, Limits{0, nan},
                                    Limits{-infinity, 0}, Limits{0, 1e301}, Limits{0, 1e-290}})
            QVERIFY(!canShow(limits, kLinear));
        for (const Limits limits : {Limits{0, 1}, Limits{-1, 1}, Limits{1e-310, 1}})
            QVERIFY(!canShow(limits, kLogarithmic));
    }

    void chosenEndsOverrideAutomaticOnes() {
        QCOMPARE(chosenLimits({}, kLinear, {0, 1}), (Limits{0, 1}));
        QCOMPARE(chosenLimits(AxisRange{3, 4}, kLinear, {0, 1}), (Limits{3, 4}));
        QCOMPARE(chosenLimits(AxisRange{0.1, std::nextafter(0.1, 1)}, kLinear, {0, 1}),
                 (Limits{0, 1}));
    }

    void aLowEndThatALogarithmCannotShowComesFromTheData() {
        QCOMPARE(chosenLimits(AxisRange{0, 50}, kLogarithmic, {2, 100}), (Limits{2, 50}));
        QCOMPARE(chosenLimits(AxisRange{-3, 1}, kLogarithmic, {2, 100}), (Limits{0.1, 1}));
        QCOMPARE(chosenLimits(AxisRange{-3, -1}, kLogarithmic, {2, 100}), (Limits{2, 100}));
    }

    void aZoomAboutAPlaceIsTheSameInBothDirections() {
        // A quarter from the left, in the middle of the height.
        const auto settings = zoomedAbout(axes(), {}, {100, 70}, 2);
        QVERIFY(close(endsOf(*settings->x), {1.25, 6.25}));
        QVERIFY(close(endsOf(*settings->y), {10, 1000}));
    }

    void numbersBesideAnAxisZoomThatAxisAlone() {
        QCOMPARE(axesAt(axes(), {100, 130}), AxisChoice::x);
        QCOMPARE(axesAt(axes(), {20, 70}), AxisChoice::y);
        QCOMPARE(axesAt(axes(), {100, 70}), AxisChoice::both);
        QCOMPARE(axesAt(axes(), {20, 130}), AxisChoice::both);
        PlotAxes equal = axes();
        equal.equalAspect = true;
        QCOMPARE(axesAt(equal, {100, 130}), AxisChoice::both);
        FigureSettings before;
        before.y = AxisRange{2, 3};
        const auto settings = zoomedAbout(axes(), before, {150, 130}, 2, AxisChoice::x);
        QVERIFY(close(endsOf(*settings->x), {2.5, 7.5}));
        QCOMPARE(settings->y, before.y);
    }

    void aBandZoomsIntoWhatItEncloses() {
        const auto settings = zoomedInto(axes(), {}, QRectF(100, 45, 100, 50));
        QVERIFY(close(endsOf(*settings->x), {2.5, 7.5}));
        QVERIFY(close(endsOf(*settings->y), {10, 1000}));
    }

    void aThinBandZoomsOneAxisAndASmallOneNone() {
        const auto across = zoomedInto(axes(), {}, QRectF(100, 60, 100, 4));
        QVERIFY(close(endsOf(*across->x), {2.5, 7.5}));
        QVERIFY(!across->y);
        const auto along = zoomedInto(axes(), {}, QRectF(100, 45, 4, 50));
        QVERIFY(!along->x);
        QVERIFY(close(endsOf(*along->y), {10, 1000}));
        QVERIFY(!zoomedInto(axes(), {}, QRectF(100, 45, 4, 4)));
        QVERIFY(!zoomedInto(axes(), {}, QRectF(300, 200, 80, 80)));
    }

    void aBandIsCutAtThePlot() {
        QCOMPARE(areaOfBand(axes(), QRectF(0, 0, 150, 500)), QRectF(50, 20, 100, 100));
        QCOMPARE(areaOfBand(axes(), QRectF(100, 60, 100, 4)), QRectF(100, 20, 100, 100));
    }

    void draggedDataFollowThePointer() {
        const auto settings = draggedBy(axes(), {}, {20, 25});
        QVERIFY(close(endsOf(*settings->x), {-1, 9}));
        QVERIFY(close(endsOf(*settings->y), {10, 1e5}));
    }

    void hiddenSeriesSurviveEveryMove() {
        FigureSettings settings;
        settings.hidden = {"law"};
        QCOMPARE(zoomedAbout(axes(), settings, {100, 70}, 2)->hidden, settings.hidden);
        QCOMPARE(draggedBy(axes(), settings, {1, 1})->hidden, settings.hidden);
        QCOMPARE(withShownEnds(axes(), settings).hidden, settings.hidden);
    }

    void aMoveThatAnAxisCannotFollowIsNone() {
        PlotAxes finest = axes();
        finest.x = {1, 1 + 1.5e-12};
        QVERIFY(!zoomedAbout(finest, {}, {150, 70}, 2));
        QVERIFY(zoomedAbout(finest, {}, {150, 70}, 0.5));
        QVERIFY(zoomedAbout(finest, {}, {20, 70}, 2, AxisChoice::y));
    }
};

QTEST_APPLESS_MAIN(PlotNavigationTest)
#include "tst_plot_navigation.moc"
