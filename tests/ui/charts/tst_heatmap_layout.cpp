#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/heatmap_layout.h"

#include <QTest>

using namespace plumbline;

class HeatmapLayoutTest : public QObject {
    Q_OBJECT

  private slots:
    void aMaskStandsInTheMiddleOfItsRoom_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QSize>("size");
        QTest::newRow("small card") << 5 << 20 << QSize(254, 190);
        QTest::newRow("tall card") << 5 << 20 << QSize(300, 700);
        QTest::newRow("large mask in a wide card") << 64 << 64 << QSize(700, 300);
        QTest::newRow("one unit") << 1 << 1 << QSize(388, 190);
    }
    void aMaskStandsInTheMiddleOfItsRoom() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(QSize, size);
        const Figure figure =
            samples::mask(static_cast<std::size_t>(rows), static_cast<std::size_t>(columns));
        const HeatmapLayout layout = layOutHeatmap(figure, size, {0, 1});
        const QRectF cells = layout.panels.at(0).cells;
        QVERIFY(QRectF(QPointF(), size).contains(cells));
        QVERIFY(std::abs(cells.center().x() - size.width() / 2.0) <= 1);
        const double above = cells.top() - layout.header.bottom;
        const double below = size.height() - kViewMargin - cells.bottom();
        QVERIFY2(above >= 0 && std::abs(above - below) <= 10,
                 qPrintable(QStringLiteral("%1 above, %2 below").arg(above).arg(below)));
    }

    void aLowViewLeavesTheCaptionToTheToolTip() {
        Figure figure = samples::mask(5, 20);
        figure.caption = "Trial 0";
        const FigureHeader low = layOutHeader(figure, {254, 190});
        QVERIFY(low.captionRectangle.isEmpty());
        QVERIFY(low.cutTextAt(low.titleRectangle.center()).contains(QStringLiteral("Trial 0")));
        QVERIFY(!layOutHeader(figure, {254, 400}).captionRectangle.isEmpty());
    }
};

QTEST_MAIN(HeatmapLayoutTest)
#include "tst_heatmap_layout.moc"
