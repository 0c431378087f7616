#include "core/report/number_format.h"

#include <QTest>

#include <limits>

using namespace plumbline;

class NumberFormatTest : public QObject {
    Q_OBJECT

  private slots:
    void countsHaveCommasBetweenThousands();
    void valuesTakeTheDigitsOfTheirStandardError_data();
    void valuesTakeTheDigitsOfTheirStandardError();
    void numbersDropTrailingZeros_data();
    void numbersDropTrailingZeros();
    void fixedKeepsDecimalsAndLosesNegativeZero();
    void scientificUsesSuperscripts();
    void signsAreExplicitWhenAskedFor();
    void differencesHaveASignAndTheErrorsDigits();
    void otherValuesCanBeWrittenAlike();
    void valuesThatAreNotFiniteAreWords();
};

void NumberFormatTest::countsHaveCommasBetweenThousands() {
    QCOMPARE(formatCount(0), std::string("0"));
    QCOMPARE(formatCount(999), std::string("999"));
    QCOMPARE(formatCount(1000), std::string("1,000"));
    QCOMPARE(formatCount(1000000), std::string("1,000,000"));
    QCOMPARE(formatCount(-12345), std::string("−12,345"));
    QCOMPARE(formatCount(std::numeric_limits<std::int64_t>::min()),
             std::string("−9,223,372,036,854,775,808"));
}

void NumberFormatTest::valuesTakeTheDigitsOfTheirStandardError_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("error");
    QTest::addColumn<QString>("text");
    QTest::newRow("mean") << 70.01172 << 0.0318 << "70.012 ± 0.032";
    QTest::newRow("variance") << 20.8688 << 0.2099 << "20.87 ± 0.21";
    QTest::newRow("error rounds up a decade") << 1.23456 << 0.0999 << "1.23 ± 0.10";
    QTest::newRow("large error") << 12345.6 << 321.0 << "12,346 ± 321";
    QTest::newRow("negative") << -0.5 << 0.013 << "−0.500 ± 0.013";
    QTest::newRow("huge") << 1.2345e9 << 1.2e6 << "(1.2345 ± 0.0012)×10⁹";
    QTest::newRow("tiny") << 1.5e-7 << 2e-8 << "(1.50 ± 0.20)×10⁻⁷";
    QTest::newRow("no error") << 70.0 << 0.0 << "70";
}

void NumberFormatTest::valuesTakeTheDigitsOfTheirStandardError() {
    QFETCH(double, value);
    QFETCH(double, error);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(formatValue(value, error).text()), text);
}

void NumberFormatTest::numbersDropTrailingZeros_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("integer") << 21.0 << "21";
    QTest::newRow("zero") << -0.0 << "0";
    QTest::newRow("fraction") << 0.7 << "0.7";
    QTest::newRow("six digits") << 3.14159265 << "3.14159";
    QTest::newRow("thousands") << 123456.0 << "123,456";
    QTest::newRow("huge") << 1.2e9 << "1.2×10⁹";
    QTest::newRow("tiny") << -2.5e-8 << "−2.5×10⁻⁸";
}

void NumberFormatTest::numbersDropTrailingZeros() {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(formatNumber(value)), text);
}

void NumberFormatTest::fixedKeepsDecimalsAndLosesNegativeZero() {
    QCOMPARE(formatFixed(0.1, 2), std::string("0.10"));
    QCOMPARE(formatFixed(-1234.5, 2), std::string("−1,234.50"));
    QCOMPARE(formatFixed(-0.001, 2), std::string("0.00"));
}

void NumberFormatTest::scientificUsesSuperscripts() {
    QCOMPARE(formatScientific(1.23e9, 1), std::string("1.2×10⁹"));
    QCOMPARE(formatScientific(9.99e-13, 1), std::string("1.0×10⁻¹²"));
    QCOMPARE(superscript(0), std::string("⁰"));
}

void NumberFormatTest::signsAreExplicitWhenAskedFor() {
    QCOMPARE(formatSigned(0.42, 1), std::string("+0.4"));
    QCOMPARE(formatSigned(-0.6, 1), std::string("−0.6"));
    QCOMPARE(formatSigned(0.01, 1), std::string("0.0"));
}

void NumberFormatTest::differencesHaveASignAndTheErrorsDigits() {
    QCOMPARE(formatDifference(0.00118, valueFormat(0.08, 0.0021)), std::string("+0.0012"));
    QCOMPARE(formatDifference(-0.5, valueFormat(3, 0.021)), std::string("−0.500"));
    QCOMPARE(formatDifference(1e-9, valueFormat(1, 0.02)), std::string("0.000"));
    QCOMPARE(formatDifference(2.5e7, valueFormat(1e9, 1.2e7)), std::string("+0.025×10⁹"));
    QCOMPARE(formatDifference(0.123456, {}), std::string("+0.123"));
    QCOMPARE(formatDifference(-1e-7, valueFormat(1, 0.0)), std::string("−1×10⁻⁷"));
    QCOMPARE(formatDifference(0, {}), std::string("0"));
}

void NumberFormatTest::otherValuesCanBeWrittenAlike() {
    QCOMPARE(formatLike(*valueFormat(70.0117, 0.0318), 69.99), std::string("69.990"));
    QCOMPARE(formatLike(*valueFormat(5.8e-5, 5.4e-5), 2.481e-4), std::string("24.8×10⁻⁵"));
    QCOMPARE(formatLike(*valueFormat(5.8e-5, 5.4e-5), 0), std::string("0.0"));
    QVERIFY(!valueFormat(1, {}) && !valueFormat(1, 0.0) && !valueFormat(1, -1.0));
}

void NumberFormatTest::valuesThatAreNotFiniteAreWords() {
    const double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(formatNumber(std::numeric_limits<double>::quiet_NaN()), std::string("NaN"));
    QCOMPARE(formatFixed(-infinity, 2), std::string("−∞"));
    QCOMPARE(formatValue(infinity, 1.0).text(), std::string("∞"));
}

QTEST_APPLESS_MAIN(NumberFormatTest)
#include "tst_number_format.moc"
