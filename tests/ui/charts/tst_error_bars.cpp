#include "ui/charts/error_bars.h"

#include <QTest>

using namespace plumbline;

namespace {

/// y from 0 to 10 over 200 pixels, from 220 up to 20.
PlotFrame frameOf(AxisScale scale = AxisScale::linear, Limits y = {0, 10}) {
    PlotFrame frame;
    frame.plot = QRectF(50, 20, 400, 200);
    frame.y = y;
    frame.yScale = scale;
    return frame;
}

} // namespace

class ErrorBarsTest : public QObject {
    Q_OBJECT

  private slots:
    void aBarInsideHasBothCaps() {
        const auto bar = errorBar(frameOf(), 70, {4, 6}, Qt::red);
        QCOMPARE(bar->top, 100.0);
        QCOMPARE(bar->bottom, 140.0);
        QVERIFY(bar->capTop && bar->capBottom);
    }

    void aBarThatLeavesThePlotIsCutWithoutACap() {
        const auto above = errorBar(frameOf(), 70, {9, 12}, Qt::red);
        QCOMPARE(above->top, 20.0);
        QVERIFY(!above->capTop && above->capBottom);
        const auto below = errorBar(frameOf(), 70, {-3, 1}, Qt::red);
        QCOMPARE(below->bottom, 220.0);
        QVERIFY(below->capTop && !below->capBottom);
    }

    void anEndOnTheEdgeKeepsItsCap() {
        const auto bar = errorBar(frameOf(), 70, {0, 10}, Qt::red);
        QVERIFY(bar->capTop && bar->capBottom);
    }

    void aBarOutsideIsNone() {
        QVERIFY(!errorBar(frameOf(), 70, {11, 12}, Qt::red));
        QVERIFY(!errorBar(frameOf(), 70, {-2, -1}, Qt::red));
    }

    void aLogarithmicAxisGoesDownForEver() {
        const PlotFrame frame = frameOf(AxisScale::logarithmic, {1, 100});
        for (const double low : {0.0, -5.0}) {
            const auto bar = errorBar(frame, 70, {low, 10}, Qt::red);
            QCOMPARE(bar->top, 120.0);
            QCOMPARE(bar->bottom, 220.0);
            QVERIFY(!bar->capBottom);
        }
        QVERIFY(!errorBar(frame, 70, {-5, -1}, Qt::red));
    }
};

QTEST_APPLESS_MAIN(ErrorBarsTest)
#include "tst_error_bars.moc"
