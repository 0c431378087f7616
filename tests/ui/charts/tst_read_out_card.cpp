#include "ui/charts/read_out_card.h"

#include <QImage>
#include <QTest>

using namespace plumbline;

namespace {

const QRectF kView(0, 0, 320, 200);

ReadOut readOutOf(int rows, const QString& name) {
    ReadOut readOut;
    readOut.title = "kept units k = 70";
    for (int i = 0; i < rows; ++i)
        readOut.rows.push_back({plainKey(name), "0.0872", "± 0.0019", "+0.0004", "+0.2σ"});
    return readOut;
}

} // namespace

class TestReadOutCard : public QObject {
    Q_OBJECT

  private slots:
    void aCardStaysInTheViewAndOffTheDatum() {
        const QSizeF card(120, 70);
        for (int x = 0; x <= 320; x += 8) {
            for (int y = 0; y <= 200; y += 8) {
                const QRectF datum(x - 4, y - 4, 8, 8);
                const QRectF placed(placeCard(card, datum, {double(x), double(y)}, kView), card);
                QVERIFY(kView.contains(placed));
                QVERIFY(!placed.intersects(datum & kView));
            }
        }
    }

    void aCardPrefersTheRightOfThePointer() {
        const QPointF place = placeCard({80, 40}, QRectF(98, 98, 4, 4), {100, 100}, kView);
        QVERIFY(place.x() > 102);
        const QPointF atTheEdge = placeCard({80, 40}, QRectF(298, 98, 4, 4), {300, 100}, kView);
        QVERIFY(atTheEdge.x() + 80 < 298);
    }

    void aTallDatumLeavesTheSides() {
        const QRectF datum(150, 0, 4, 200);
        const QSizeF card(120, 70);
        QVERIFY(!QRectF(placeCard(card, datum, {152, 100}, kView), card).intersects(datum));
    }

    void anOversizedCardKeepsItsStart() {
        const QPointF place = placeCard({500, 400}, QRectF(10, 10, 4, 4), {12, 12}, kView);
        QCOMPARE(place, QPointF(4, 4));
    }

    void smallRoomCutsNamesAndRows() {
        const ReadOut readOut = readOutOf(12, QString(80, 'w'));
        const ReadOutCard card(readOut, {320, 200});
        QVERIFY(card.size().width() <= 320 && card.size().height() <= 200);
        const ReadOutCard roomy(readOut, {2000, 1000});
        QVERIFY(roomy.size().height() > card.size().height());
        QVERIFY(roomy.size().width() > card.size().width());
    }

    void aNarrowViewKeepsNamesRatherThanErrorsAndBands() {
        ReadOut readOut = readOutOf(3, "a law with a long name");
        readOut.rows[2].isRange = true;
        const QSizeF wide = ReadOutCard(readOut, {500, 200}).size();
        const QSizeF narrow = ReadOutCard(readOut, {250, 200}).size();
        QVERIFY(wide.width() > 250 && narrow.width() <= 250);
        QVERIFY(wide.height() > narrow.height());
    }

    void nothingIsDrawnOutsideTheCard() {
        const ReadOutCard card(readOutOf(4, "Binomial(M, 1−p)"), {320, 200});
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        const QPointF corner(20, 30);
        card.paint(painter, corner, Theme::of(ThemeChoice::dark));
        painter.end();
        const QRect inside = QRectF(corner, card.size()).toAlignedRect();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (!inside.contains(x, y))
                    QCOMPARE(image.pixelColor(x, y), QColor(Qt::magenta));
            }
        }
        QCOMPARE(image.pixelColor(inside.center().x(), inside.top() + 4),
                 Theme::of(ThemeChoice::dark).card);
    }
};

QTEST_MAIN(TestReadOutCard)
#include "tst_read_out_card.moc"
