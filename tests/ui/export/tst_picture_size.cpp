#include "ui/export/picture_size.h"

#include <QTest>

using namespace plumbline;

class TestPictureSize : public QObject {
    Q_OBJECT

  private slots:
    void bothUnitsAreRead() {
        QCOMPARE(std::get<PictureSize>(parsePictureSize("1280x800")), (PictureSize{1280, 800}));
        QCOMPARE(std::get<PictureSize>(parsePictureSize("160x99.5mm")),
                 (PictureSize{160, 99.5, LengthUnit::millimetres}));
    }

    void anInchIsNinetySixUnits() {
        const PictureSize inch{25.4, 50.8, LengthUnit::millimetres};
        QCOMPARE(inch.layout(), QSizeF(96, 192));
        QCOMPARE(inch.pixels(2), QSize(192, 384));
        QCOMPARE((PictureSize{100, 60, LengthUnit::millimetres}.pixels(1)), QSize(378, 227));
        QCOMPARE((PictureSize{801, 601}.pixels(1.5)), QSize(1202, 902));
    }

    void aSizeIsWrittenAsItIsRead() {
        for (const char* text : {"1280x800", "160x100mm", "85.5x60mm"})
            QCOMPARE(std::get<PictureSize>(parsePictureSize(text)).text(), std::string(text));
    }

    void unitsAreExchangedAndRounded() {
        const PictureSize screen{960, 480};
        const PictureSize paper{254, 127, LengthUnit::millimetres};
        QVERIFY(screen.in(LengthUnit::millimetres) == paper);
        QVERIFY(paper.in(LengthUnit::pixels) == screen);
        QVERIFY((PictureSize{100, 10}.in(LengthUnit::millimetres) ==
                 PictureSize{26.5, 2.6, LengthUnit::millimetres}));
    }

    void whatIsNoSizeIsQuotedWithTheRule_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "x", "800", "800x", "x600", "800x600cm", "8e", "12.5x10",
                                 "nanx10mm", "infx10mm", "1x2x3", "mm", "800 x 600 px"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoSizeIsQuotedWithTheRule() {
        QFETCH(QString, text);
        const auto reading = parsePictureSize(text.toStdString());
        const auto* problem = std::get_if<std::string>(&reading);
        QVERIFY(problem);
        QVERIFY2(problem->find("WxHmm in millimetres, got \"" + text.toStdString() + "\"") !=
                     std::string::npos,
                 problem->c_str());
    }
};

QTEST_APPLESS_MAIN(TestPictureSize)
#include "tst_picture_size.moc"
