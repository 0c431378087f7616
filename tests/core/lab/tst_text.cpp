#include "core/lab/text.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;

class TestText : public QObject {
    Q_OBJECT

  private slots:
    void numbersAreWrittenWithTheFewestDigits_data();
    void numbersAreWrittenWithTheFewestDigits();
    void writtenNumbersReadBackExactly();
    void numbersAreReadWholeOrNotAtAll_data();
    void numbersAreReadWholeOrNotAtAll();
    void integersMayBeWrittenInPowersOfTen_data();
    void integersMayBeWrittenInPowersOfTen();
    void nearestNameFindsSlips_data();
    void nearestNameFindsSlips();
    void quotesShowControlCharactersAndCutsLongText();
    void joinedPutsTheLastSeparatorLast();
};

void TestText::numbersAreWrittenWithTheFewestDigits_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("compact");
    QTest::newRow("zero") << 0.0 << "0"
                          << "0";
    QTest::newRow("negative zero") << -0.0 << "0"
                                   << "0";
    QTest::newRow("fraction") << 0.3 << "0.3"
                              << "0.3";
    QTest::newRow("thousand") << 1000.0 << "1000"
                              << "1e3";
    QTest::newRow("million") << 1e6 << "1000000"
                             << "1e6";
    QTest::newRow("large") << 1e300 << "1e300"
                           << "1e300";
    QTest::newRow("small") << 1e-7 << "1e-7"
                           << "1e-7";
    QTest::newRow("infinite") << -std::numeric_limits<double>::infinity() << "-inf"
                              << "-inf";
    QTest::newRow("nan") << std::nan("") << "nan"
                         << "nan";
}

void TestText::numbersAreWrittenWithTheFewestDigits() {
    QFETCH(double, value);
    QFETCH(QString, plain);
    QFETCH(QString, compact);
    QCOMPARE(QString::fromStdString(plainNumber(value)), plain);
    QCOMPARE(QString::fromStdString(compactNumber(value)), compact);
}

void TestText::writtenNumbersReadBackExactly() {
    for (const double value : {0.1, 1.0 / 3, 5e-324, 1.7976931348623157e308, 123456789.123456789,
                               -2.5e-5, 9.999999999999999e14, 1e15}) {
        QCOMPARE(parseNumber(plainNumber(value)).value(), value);
        QCOMPARE(parseNumber(compactNumber(value)).value(), value);
    }
}

void TestText::numbersAreReadWholeOrNotAtAll_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << "0.5" << true << 0.5;
    QTest::newRow("plus sign") << "+0.5" << true << 0.5;
    QTest::newRow("exponent") << "1e-3" << true << 1e-3;
    QTest::newRow("below the smallest double") << "1e-400" << true << 0.0;
    QTest::newRow("beyond the largest double")
        << "1e400" << true << std::numeric_limits<double>::infinity();
    QTest::newRow("beyond it without exponent")
        << "1" + QString(400, '0') << true << std::numeric_limits<double>::infinity();
    QTest::newRow("below it without exponent") << "0." + QString(400, '0') + "1" << true << 0.0;
    QTest::newRow("empty") << "" << false << 0.0;
    QTest::newRow("two signs") << "++1" << false << 0.0;
    QTest::newRow("trailing text") << "0.5x" << false << 0.0;
    QTest::newRow("leading space") << " 0.5" << false << 0.0;
    QTest::newRow("decimal comma") << "0,5" << false << 0.0;
}

void TestText::numbersAreReadWholeOrNotAtAll() {
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(double, value);
    const auto number = parseNumber(text.toStdString());
    QCOMPARE(number.has_value(), valid);
    if (valid)
        QCOMPARE(*number, value);
}

void TestText::integersMayBeWrittenInPowersOfTen_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("value");
    QTest::newRow("plain") << "1000" << true << qint64{1000};
    QTest::newRow("power of ten") << "1e12" << true << qint64{1'000'000'000'000};
    QTest::newRow("largest") << "9223372036854775807" << true << qint64{9223372036854775807};
    QTest::newRow("beyond the largest") << "9223372036854775808" << false << qint64{0};
    QTest::newRow("fraction") << "2.5" << false << qint64{0};
    QTest::newRow("nan") << "nan" << false << qint64{0};
    QTest::newRow("infinite") << "inf" << false << qint64{0};
}

void TestText::integersMayBeWrittenInPowersOfTen() {
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(qint64, value);
    const auto number = parseInteger(text.toStdString());
    QCOMPARE(number.has_value(), valid);
    if (valid)
        QCOMPARE(qint64{*number}, value);
}

void TestText::nearestNameFindsSlips_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("missing letter") << "lamda"
                                    << "lambda";
    QTest::newRow("swapped letters") << "uints"
                                     << "units";
    QTest::newRow("other case") << "m"
                                << "M";
    QTest::newRow("abbreviation") << "samp"
                                  << "sampling";
    QTest::newRow("nothing near") << "zzzzzz"
                                  << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestText::nearestNameFindsSlips() {
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const auto nearest =
        nearestName(typed.toStdString(), {"p", "M", "lambda", "units", "sampling"});
    QCOMPARE(QString::fromStdString(nearest.value_or("")), meant);
}

void TestText::quotesShowControlCharactersAndCutsLongText() {
    QCOMPARE(inQuotes("a\nb"), std::string("\"a\\x0ab\""));
    QCOMPARE(inQuotes(std::string(100, 'x')).size(), std::size_t{80 + 5});
}

void TestText::joinedPutsTheLastSeparatorLast() {
    QCOMPARE(joined({"a", "b", "c"}, " and "), std::string("a, b and c"));
    QCOMPARE(joined({"a"}, " and "), std::string("a"));
    QCOMPARE(joined({}, " and "), std::string());
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
