#include "ui/charts/label_placement.h"

#include <QTest>

#include <cmath>

using namespace plumbline;

namespace {

const QRectF kPlot(0, 0, 600, 300);
const QSizeF kName(80, 15);

LabelledCurve hill(double height, double width) {
    LabelledCurve curve;
    for (int x = 0; x <= 600; x += 5) {
        const double t = (x - 300) / width;
        curve.outline << QPointF(x, 300 - height * std::exp(-t * t / 2));
    }
    curve.size = kName;
    return curve;
}

bool touches(const QRectF& rectangle, const QList<QPointF>& outline) {
    return std::any_of(outline.begin(), outline.end(),
                       [&](const QPointF& point) { return rectangle.contains(point); });
}

} // namespace

class LabelPlacementTest : public QObject {
    Q_OBJECT

  private slots:
    void namesTouchNeitherCurvesNorEachOther();
    void namesKeepOffObstacles();
    void withoutRoomThereIsNoPlace();
    void aNameStaysWhereItWas();
    void aCurveWithoutANameIsOnlyInTheWay();
};

void LabelPlacementTest::namesTouchNeitherCurvesNorEachOther() {
    const std::vector<LabelledCurve> curves{hill(280, 60), hill(160, 110)};
    const auto places = placeLabels(kPlot, curves, {});
    QVERIFY(places.has_value());
    QVERIFY(!(*places)[0].intersects((*places)[1]));
    for (const QRectF& place : *places) {
        QVERIFY(kPlot.contains(place));
        QVERIFY(!touches(place, curves[0].outline));
        QVERIFY(!touches(place, curves[1].outline));
    }
}

void LabelPlacementTest::namesKeepOffObstacles() {
    const QRectF rightHalf(300, 0, 300, 300);
    const auto places = placeLabels(kPlot, {hill(250, 80)}, {rightHalf});
    QVERIFY(places.has_value());
    QVERIFY(!places->front().intersects(rightHalf));
}

void LabelPlacementTest::withoutRoomThereIsNoPlace() {
    QVERIFY(!placeLabels(kPlot, {hill(250, 80)}, {kPlot}).has_value());
    QVERIFY(!placeLabels(QRectF(0, 0, 60, 10), {hill(5, 20)}, {}).has_value());
}

void LabelPlacementTest::aNameStaysWhereItWas() {
    auto curve = hill(250, 80);
    const QRectF first = placeLabels(kPlot, {curve}, {})->front();
    curve = hill(247, 81);
    curve.previous = first.center();
    const QRectF second = placeLabels(kPlot, {curve}, {})->front();
    QVERIFY(QLineF(first.center(), second.center()).length() < 25);
}

void LabelPlacementTest::aCurveWithoutANameIsOnlyInTheWay() {
    auto silent = hill(250, 80);
    silent.size = {};
    const auto places = placeLabels(kPlot, {silent, hill(120, 150)}, {});
    QVERIFY(places.has_value());
    QVERIFY(places->front().isEmpty());
    QVERIFY(!touches((*places)[1], silent.outline));
}

QTEST_APPLESS_MAIN(LabelPlacementTest)
#include "tst_label_placement.moc"
