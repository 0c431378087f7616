#include "tests/ui/export/svg_reader.h"
#include "ui/export/svg_device.h"
#include "ui/export/svg_engine.h"
#include "ui/theme/tabular.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QTest>

#include <functional>
#include <limits>

using namespace plumbline;

namespace {

QByteArray drawn(const std::function<void(QPainter&)>& draw, const QString& title = "A title") {
    SvgDevice device({"100mm", "50mm", {378, 189}, title, "What it shows", "plumbline:x?a=1&b=<"});
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    return device.svg();
}

SvgReading reading(const std::function<void(QPainter&)>& draw) {
    return readSvg(drawn(draw));
}

} // namespace

class TestSvgDevice : public QObject {
    Q_OBJECT

  private slots:
    void theHeaderIsExactAndEscaped() {
        const SvgReading svg = readSvg(drawn([](QPainter&) {}, "a < b & \"c\"\x01"));
        QCOMPARE(svg.error, QString());
        QCOMPARE(svg.width, QStringLiteral("100mm"));
        QCOMPARE(svg.viewBox, QStringLiteral("0 0 378 189"));
        QCOMPARE(svg.title, QStringLiteral("a < b & \"c\""));
        QCOMPARE(svg.scene, QStringLiteral("plumbline:x?a=1&b=<"));
    }

    void transformsAreAppliedToCoordinates() {
        const SvgReading svg = reading([](QPainter& painter) {
            painter.translate(10, 20);
            painter.scale(2, 2);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0x336699));
            painter.drawRect(QRectF(1, 2, 3, 4));
            painter.drawEllipse(QRectF(0, 0, 5, 5));
            painter.drawRoundedRect(QRectF(0, 0, 10, 10), 2, 2);
        });
        QCOMPARE(svg.error, QString());
        QCOMPARE(svg.items.size(), std::size_t{3});
        QCOMPARE(svg.items[0].bounds, QRectF(12, 24, 6, 8));
        QCOMPARE(svg.items[0].colour, QColor(0x336699));
        QCOMPARE(svg.items[1].name, QStringLiteral("circle"));
        QCOMPARE(svg.items[1].bounds, QRectF(10, 20, 10, 10));
        QCOMPARE(svg.items[2].name, QStringLiteral("rect"));
        QCOMPARE(svg.items[2].bounds, QRectF(10, 20, 20, 20));
    }

    void opacityOfColourAndPainterMultiply() {
        const SvgReading svg = reading([](QPainter& painter) {
            QColor colour(0x336699);
            colour.setAlphaF(0.5F);
            painter.setOpacity(0.5);
            painter.fillRect(QRectF(0, 0, 3, 3), colour);
        });
        QCOMPARE(svg.items[0].colour, QColor(0x336699));
        QVERIFY(std::abs(svg.items[0].opacity - 0.25) < 0.002);
    }

    void aStringIsOneTextThoughItNeedsSeveralScripts() {
        const SvgReading svg = reading([](QPainter& painter) {
            painter.setFont(type::caption());
            painter.drawText(QPointF(10, 30), QStringLiteral("λ = 0.25 · 日本 ± −1 и 10⁻³"));
        });
        QCOMPARE(svg.items.size(), std::size_t{1});
        QCOMPARE(svg.items[0].text, QStringLiteral("λ = 0.25 · 日本 ± −1 и 10⁻³"));
        QCOMPARE(svg.items[0].bounds.topLeft(), QPointF(10, 30));
        QCOMPARE(svg.items[0].fontSize, 12.0);
    }

    void twoStringsAreTwoTexts() {
        const SvgReading svg = reading([](QPainter& painter) {
            painter.setFont(type::caption());
            painter.drawText(QPointF(10, 30), QStringLiteral("left"));
            painter.drawText(QPointF(100, 30), QStringLiteral("right"));
            painter.drawText(QPointF(100, 50), QStringLiteral("below"));
        });
        QCOMPARE(svg.items.size(), std::size_t{3});
    }

    void aNumberIsOneTextHeldWhereItIsAligned_data() {
        QTest::addColumn<int>("alignment");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<double>("x");
        QTest::newRow("left") << int(Qt::AlignLeft) << QString() << 50.0;
        QTest::newRow("centre") << int(Qt::AlignHCenter) << QStringLiteral("middle") << 75.0;
        QTest::newRow("right") << int(Qt::AlignRight) << QStringLiteral("end") << 100.0;
    }
    void aNumberIsOneTextHeldWhereItIsAligned() {
        QFETCH(int, alignment);
        QFETCH(QString, anchor);
        QFETCH(double, x);
        const SvgReading svg = reading([&](QPainter& painter) {
            painter.setFont(type::ticks());
            drawTabular(painter, QRectF(50, 10, 50, 14),
                        Qt::Alignment(alignment) | Qt::AlignVCenter, QStringLiteral("−1,017.25"));
        });
        QCOMPARE(svg.items.size(), std::size_t{1});
        QCOMPARE(svg.items[0].text, QStringLiteral("−1,017.25"));
        QCOMPARE(svg.items[0].anchor, anchor);
        QVERIFY(std::abs(svg.items[0].bounds.left() - x) < 0.02); // Qt counts in 64ths
    }

    void whatIsNotFiniteIsLeftOut() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double endless = std::numeric_limits<double>::infinity();
        const QByteArray svg = drawn([&](QPainter& painter) {
            painter.setBrush(Qt::red);
            const QPointF broken[] = {{0, 0}, {nan, 1}, {2, 2}};
            painter.drawPolyline(broken, 3);
            painter.drawLine(QPointF(0, 0), QPointF(endless, 0));
            painter.drawRects(QList<QRectF>{{nan, 0, 1, 1}, {1, 1, 1, 1}});
        });
        QVERIFY(!svg.contains("nan") && !svg.contains("inf"));
        QCOMPARE(readSvg(svg).items.size(), std::size_t{1});
    }

    void textsWithForbiddenCharactersStayWellFormed() {
        const SvgReading svg = reading([](QPainter& painter) {
            painter.setFont(type::body());
            painter.drawText(QPointF(1, 10), QStringLiteral("a<b>&\"'\u0007\uffff"));
        });
        QCOMPARE(svg.error, QString());
        QVERIFY(svg.items.at(0).text.startsWith(QStringLiteral("a<b>&\"'")));
    }
};

QTEST_MAIN(TestSvgDevice)
#include "tst_svg_device.moc"
