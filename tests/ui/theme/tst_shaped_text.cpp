#include "ui/theme/shaped_text.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPicture>
#include <QTest>

using namespace plumbline;

class ShapedTextTest : public QObject {
    Q_OBJECT

  private slots:
    void aPointOnTheBaselineMeansWhatItMeansToQt_data();
    void aPointOnTheBaselineMeansWhatItMeansToQt();
    void alignmentMeansWhatItMeansToQt_data();
    void alignmentMeansWhatItMeansToQt();
    void picturesGetText();

  private:
    void addSettings();
    template <typename Draw>
    QImage painted(const Draw& draw) const;
};

namespace {

const QString kTexts[] = {"simulated ± SE", "Cressie–Read, 133 cells after pooling", "λ(1−p) AV To",
                          "Poisson(M(1−p))", "x"};

} // namespace

void ShapedTextTest::addSettings() {
    QTest::addColumn<QFont>("font");
    QTest::addColumn<double>("pixelRatio");
    for (const double ratio : {1.0, 1.5, 2.0}) {
        QTest::addRow("ticks at %g", ratio) << type::ticks() << ratio;
        QTest::addRow("body at %g", ratio) << type::body() << ratio;
        QTest::addRow("title at %g", ratio) << type::title() << ratio;
        QFont struckOut = type::ticks();
        struckOut.setStrikeOut(true);
        QTest::addRow("struck out at %g", ratio) << struckOut << ratio;
    }
}

template <typename Draw>
QImage ShapedTextTest::painted(const Draw& draw) const {
    QFETCH(QFont, font);
    QFETCH(double, pixelRatio);
    QImage image(QSize(320, 200) * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    painter.setPen(Qt::darkBlue);
    draw(painter);
    return image;
}

void ShapedTextTest::aPointOnTheBaselineMeansWhatItMeansToQt_data() {
    addSettings();
}

void ShapedTextTest::aPointOnTheBaselineMeansWhatItMeansToQt() {
    const auto everyText = [](const auto& draw) {
        QPointF baseline(5.37, 24.61);
        for (const QString& text : kTexts) {
            draw(baseline, text);
            baseline += {1.19, 31.43};
        }
    };
    const QImage expected = painted([&](QPainter& painter) {
        everyText([&](const QPointF& at, const QString& text) { painter.drawText(at, text); });
    });
    for (int round = 0; round < 2; ++round) { // new to the memory, and known to it
        const QImage found = painted([&](QPainter& painter) {
            everyText(
                [&](const QPointF& at, const QString& text) { drawShaped(painter, at, text); });
        });
        QCOMPARE(found, expected);
    }
}

void ShapedTextTest::alignmentMeansWhatItMeansToQt_data() {
    addSettings();
}

void ShapedTextTest::alignmentMeansWhatItMeansToQt() {
    const auto everyText = [](const auto& draw) {
        QRectF place(3.3, 2.7, 301.9, 23.1);
        for (const QString& text : kTexts) {
            for (const Qt::Alignment alignment :
                 {Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignRight | Qt::AlignTop,
                  Qt::AlignHCenter | Qt::AlignBottom, Qt::Alignment(Qt::AlignCenter)})
                draw(place, alignment, text);
            place.translate(0.4, 35.2);
        }
    };
    const QImage expected = painted([&](QPainter& painter) {
        everyText([&](const QRectF& place, Qt::Alignment alignment, const QString& text) {
            painter.drawText(place, static_cast<int>(alignment), text);
        });
    });
    const QImage found = painted([&](QPainter& painter) {
        everyText([&](const QRectF& place, Qt::Alignment alignment, const QString& text) {
            drawShaped(painter, place, alignment, text);
        });
    });
    QCOMPARE(found, expected);
}

void ShapedTextTest::picturesGetText() {
    const auto recorded = [](const auto& draw) {
        QPicture picture;
        QPainter painter(&picture);
        draw(painter);
        painter.end();
        return QByteArray(picture.data(), static_cast<qsizetype>(picture.size()));
    };
    QCOMPARE(recorded([](QPainter& painter) {
                 drawShaped(painter, {4, 20}, kTexts[0]);
             }),
             recorded([](QPainter& painter) { painter.drawText(QPointF(4, 20), kTexts[0]); }));
}

QTEST_MAIN(ShapedTextTest)
#include "tst_shaped_text.moc"
