#include "ui/charts/ellipse_outline.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;

namespace {

PlotFrame frameFor(Limits x, Limits y) {
    PlotFrame frame;
    frame.plot = QRectF(50, 20, 400, 200);
    frame.x = x;
    frame.y = y;
    return frame;
}

} // namespace

class EllipseOutlineTest : public QObject {
    Q_OBJECT

  private slots:
    void aWholeEllipseIsClosedAndHasItsExtent() {
        const Ellipse ellipse{"", SeriesRole::law, 1, 2, 4, 1, std::numbers::pi / 2};
        const PlotFrame frame = frameFor({-20, 20}, {-10, 10});
        const auto outline = ellipseOutline(ellipse, frame);
        QVERIFY(outline.size() > kEllipseCorners);
        QVERIFY(std::hypot(outline.front().x() - outline.back().x(),
                           outline.front().y() - outline.back().y()) < 1e-9);
        // Turned by a right angle: 2 wide and 8 high, at 10 pixels a unit.
        const QRectF extent = QPolygonF(outline).boundingRect();
        QVERIFY(std::abs(extent.width() - 20) < 0.1 && std::abs(extent.height() - 80) < 0.1);
    }

    void noCornerShowsAtAnyZoom() {
        const Ellipse circle{"", SeriesRole::law, 0, 0, 1, 1, 0};
        for (const double zoom : {1.0, 1e2, 1e4, 1e6, 1e9}) {
            // About the point at 40 degrees.
            const double x = std::cos(0.7);
            const double y = std::sin(0.7);
            const PlotFrame frame =
                frameFor({x - 2 / zoom, x + 2 / zoom}, {y - 1 / zoom, y + 1 / zoom});
            const auto outline = ellipseOutline(circle, frame);
            QVERIFY2(outline.size() < 2000, qPrintable(QString::number(outline.size())));
            for (qsizetype i = 1; i < outline.size(); ++i) {
                const QPointF middle = (outline[i - 1] + outline[i]) / 2;
                if (!frame.plot.contains(middle))
                    continue;
                const double radius =
                    std::hypot(frame.valueX(middle.x()), frame.valueY(middle.y()));
                const double pixels = (1 - radius) * 100 * zoom;
                QVERIFY2(std::abs(pixels) < 0.5, qPrintable(QString::number(pixels)));
            }
        }
    }

    void aPointIsAnEllipseToo() {
        const auto outline =
            ellipseOutline({"", SeriesRole::law, 1, 1, 0, 0, 0}, frameFor({0, 2}, {0, 2}));
        for (const QPointF& point : outline)
            QCOMPARE(point, QPointF(250, 120));
    }
};

QTEST_APPLESS_MAIN(EllipseOutlineTest)
#include "tst_ellipse_outline.moc"
