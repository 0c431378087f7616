#include "ui/charts/polyline.h"

#include <QTest>

#include <limits>

using namespace plumbline;

class PolylineTest : public QObject {
    Q_OBJECT

  private slots:
    void aLineThroughTheRectangleIsCutAtBothEdges();
    void aLineThatLeavesAndReturnsHasTwoParts();
    void aPointThatIsNotFiniteBreaksTheLine();
    void whatLiesInsideIsUnchanged();
    void nothingEverLiesOutside();
    void aBandIsCutWhereItsEdgesCross();
    void aBandBetweenTwoPointsOutsideIsThere();
    void aBandBesideTheRectangleIsNone();
    void manyPointsKeepTheirExtremes();
    void fewOrUnorderedPointsAreUnchanged();
};

namespace {
const QRectF kBox(0, 0, 10, 10);
} // namespace

void PolylineTest::aLineThroughTheRectangleIsCutAtBothEdges() {
    const auto parts = clipPolyline({{-5, 5}, {15, 5}}, kBox);
    QCOMPARE(parts.size(), std::size_t{1});
    QCOMPARE(parts[0], (QList<QPointF>{{0, 5}, {10, 5}}));
}

void PolylineTest::aLineThatLeavesAndReturnsHasTwoParts() {
    const auto parts = clipPolyline({{1, 5}, {5, -5}, {9, 5}}, kBox);
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].back(), QPointF(3, 0));
    QCOMPARE(parts[1].front(), QPointF(7, 0));
}

void PolylineTest::aPointThatIsNotFiniteBreaksTheLine() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(clipPolyline({{1, 1}, {2, 2}, {3, nan}, {4, 4}, {5, 5}}, kBox).size(), std::size_t{2});
}

void PolylineTest::whatLiesInsideIsUnchanged() {
    const QList<QPointF> line{{1, 1}, {4, 2}, {9, 9}};
    QCOMPARE(clipPolyline(line, kBox), std::vector{line});
    QVERIFY(clipPolyline({{11, 11}, {12, 12}}, kBox).empty());
}

void PolylineTest::nothingEverLiesOutside() {
    for (const double far : {1e3, 1e12, 1e18, 1e30}) {
        for (const auto& part : clipPolyline({{-far, 3}, {far, 7.1}, {5, -far / 3}}, kBox)) {
            for (const QPointF& point : part)
                QVERIFY(kBox.contains(point));
        }
    }
}

void PolylineTest::aBandIsCutWhereItsEdgesCross() {
    // The upper edge leaves through the top in the middle; the lower one comes in from below.
    const BandEdges inside = clipBand({{{0, 5}, {10, 15}}, {{0, -5}, {10, 5}}}, kBox);
    QCOMPARE(inside.upper, (QList<QPointF>{{0, 5}, {5, 10}, {5, 10}, {10, 10}}));
    QCOMPARE(inside.lower, (QList<QPointF>{{0, 0}, {5, 0}, {5, 0}, {10, 5}}));
}

void PolylineTest::aBandBetweenTwoPointsOutsideIsThere() {
    const BandEdges inside = clipBand({{{-10, 8}, {30, 8}}, {{-10, 0}, {30, 4}}}, kBox);
    QCOMPARE(inside.upper, (QList<QPointF>{{0, 8}, {10, 8}}));
    QCOMPARE(inside.lower, (QList<QPointF>{{0, 1}, {10, 2}}));
}

void PolylineTest::aBandBesideTheRectangleIsNone() {
    QVERIFY(clipBand({{{-9, 8}, {-1, 8}}, {{-9, 1}, {-1, 1}}}, kBox).upper.isEmpty());
    QVERIFY(clipBand({{{3, 8}}, {{3, 1}}}, kBox).upper.isEmpty());
    QVERIFY(clipBand({}, kBox).lower.isEmpty());
}

void PolylineTest::manyPointsKeepTheirExtremes() {
    QList<QPointF> points;
    for (int i = 0; i < 10000; ++i)
        points.append({i / 100.0, i == 5050 ? 50.0 : i == 7070 ? -50.0 : 0.0});
    const auto reduced = reduceToColumns(points, 1);
    QVERIFY(reduced.size() <= 204);
    QVERIFY(reduced.contains(QPointF(50.5, 50)));
    QVERIFY(reduced.contains(QPointF(70.7, -50)));
}

void PolylineTest::fewOrUnorderedPointsAreUnchanged() {
    const QList<QPointF> few{{0, 0}, {5, 1}, {9, 0}};
    QCOMPARE(reduceToColumns(few, 1), few);
    QList<QPointF> circle;
    for (int i = 0; i < 1000; ++i)
        circle.append({std::cos(i * 0.01), std::sin(i * 0.01)});
    QCOMPARE(reduceToColumns(circle, 1), circle);
}

QTEST_APPLESS_MAIN(PolylineTest)
#include "tst_polyline.moc"
