#include "core/report/spoken_text.h"

#include <QTest>

using namespace plumbline;

class TestSpokenText : public QObject {
    Q_OBJECT

  private slots:
    void symbolsBecomeWords_data() {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("plain words") << "every unit drawn"
                                     << "every unit drawn";
        QTest::newRow("minus and error") << "−0.3 ± 0.1"
                                         << "minus 0.3 plus or minus 0.1";
        QTest::newRow("a binary minus") << "M(1−p)"
                                        << "M(1 minus p)";
        QTest::newRow("a plus") << "+0.4σ"
                                << "plus 0.4 standard deviations";
        QTest::newRow("power of ten") << "1.2×10⁻⁴"
                                      << "1.2 times 10 to the minus 4";
        QTest::newRow("ten squared") << "10²"
                                     << "10 to the 2";
        QTest::newRow("a square") << "N = 18/q²"
                                  << "N equals 18/q squared";
        QTest::newRow("a cube") << "x³, y"
                                << "x to the 3, y";
        QTest::newRow("per cent") << "95 % band"
                                  << "95 percent band";
        QTest::newRow("separated") << "p = 0.3 · seed 7"
                                   << "p equals 0.3, seed 7";
        QTest::newRow("a range") << "0.1 – 0.2"
                                 << "0.1 to 0.2";
        QTest::newRow("a tight range") << "68–72"
                                       << "68 to 72";
        QTest::newRow("two names") << "Cressie–Read"
                                   << "Cressie-Read";
        QTest::newRow("Greek") << "Poisson(λ)"
                               << "Poisson(lambda)";
        QTest::newRow("an arrow") << "x → y"
                                  << "x to y";
        QTest::newRow("infinity") << "−∞"
                                  << "minus infinity";
        QTest::newRow("a symbol at the end") << "7 %"
                                             << "7 percent";
        QTest::newRow("not UTF-8")
            << QString::fromLatin1("a\x80z") << QString::fromLatin1("a\x80z");
    }
    void symbolsBecomeWords() {
        QFETCH(QString, written);
        QFETCH(QString, spoken);
        QCOMPARE(QString::fromStdString(spokenText(written.toStdString())), spoken);
    }

    void brokenBytesStayAsTheyAre() {
        const std::string cut = std::string("−").substr(0, 2);
        QCOMPARE(spokenText(cut), cut);
    }
};

QTEST_APPLESS_MAIN(TestSpokenText)
#include "tst_spoken_text.moc"
