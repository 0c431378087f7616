#include "core/numeric/double_double.h"
#include "core/numeric/elementary.h"
#include "tests/support/reference_table.h"
#include "tests/support/worst_error.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>

using namespace plumbline;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Function = double (*)(double);
const std::map<std::string, Function> kFunctions = {{"exp", portableExp},
                                                    {"expm1", portableExpm1},
                                                    {"log", portableLog},
                                                    {"log1p", portableLog1p},
                                                    {"log1pMinusX", portableLog1pMinusX}};

double unitInTheLastPlace(double x) {
    return std::nextafter(std::fabs(x), kInfinity) - std::fabs(x);
}

} // namespace

class TestElementary : public QObject {
    Q_OBJECT

  private slots:
    void errorsAgainstSixtyDigitsStayWithinTheStatedUlps_data();
    void errorsAgainstSixtyDigitsStayWithinTheStatedUlps();
    void specialArgumentsGiveTheStatedValues_data();
    void specialArgumentsGiveTheStatedValues();
    void signedZeroIsKept();
    void bitsAreTheSameOnEveryMachine();
    void doubleDoubleLogCarriesEighteenDigits();
    void doubleDoubleSumsAndProductsAreExact();
    void complementOfATypedProbabilityIsExact_data();
    void complementOfATypedProbabilityIsExact();
};

void TestElementary::errorsAgainstSixtyDigitsStayWithinTheStatedUlps_data() {
    QTest::addColumn<double>("bound");
    QTest::newRow("exp") << 1.0;
    QTest::newRow("expm1") << 1.0;
    QTest::newRow("log") << 1.0;
    QTest::newRow("log1p") << 1.0;
    QTest::newRow("log1pMinusX") << 2.5;
}

void TestElementary::errorsAgainstSixtyDigitsStayWithinTheStatedUlps() {
    QFETCH(double, bound);
    const std::string name = QTest::currentDataTag();
    const Function function = kFunctions.at(name);
    test::WorstError worst;
    for (const auto& row : test::referenceTable(PLUMBLINE_TEST_DATA "/elementary.txt")) {
        if (row[0] != name)
            continue;
        const double hi = test::toDouble(row[2]);
        const double error = (function(test::toDouble(row[1])) - hi) - test::toDouble(row[3]);
        worst.add(std::fabs(error) / unitInTheLastPlace(hi), row[1]);
    }
    qInfo("%s ulp", worst.report().c_str());
    QVERIFY2(worst.error > 0.0 && worst.error < bound, worst.report().c_str());
}

void TestElementary::specialArgumentsGiveTheStatedValues_data() {
    QTest::addColumn<QString>("function");
    QTest::addColumn<double>("argument");
    QTest::addColumn<double>("expected");
    const auto row = [](const char* function, double argument, double expected) {
        QTest::addRow("%s(%g)", function, argument) << function << argument << expected;
    };
    row("exp", 0.0, 1.0);
    row("exp", kInfinity, kInfinity);
    row("exp", -kInfinity, 0.0);
    row("exp", 710.0, kInfinity);
    row("exp", -746.0, 0.0);
    row("exp", -745.0, 0x1p-1074);
    row("expm1", kInfinity, kInfinity);
    row("expm1", -kInfinity, -1.0);
    row("expm1", 1e-300, 1e-300);
    row("log", 0.0, -kInfinity);
    row("log", -0.0, -kInfinity);
    row("log", -1.0, kNaN);
    row("log", 1.0, 0.0);
    row("log", kInfinity, kInfinity);
    row("log", 0x1p-1074, -744.4400719213812);
    row("log1p", -1.0, -kInfinity);
    row("log1p", -1.1, kNaN);
    row("log1p", kInfinity, kInfinity);
    row("log1p", 0x1p-1074, 0x1p-1074);
    row("log1pMinusX", 0.0, 0.0);
    row("log1pMinusX", -1.0, -kInfinity);
    row("log1pMinusX", -2.0, kNaN);
    row("log1pMinusX", kInfinity, -kInfinity);
    for (const auto& [name, function] : kFunctions)
        row(name.c_str(), kNaN, kNaN);
}

void TestElementary::specialArgumentsGiveTheStatedValues() {
    QFETCH(QString, function);
    QFETCH(double, argument);
    QFETCH(double, expected);
    const double value = kFunctions.at(function.toStdString())(argument);
    QVERIFY2(value == expected || (std::isnan(value) && std::isnan(expected)),
             std::to_string(value).c_str());
}

void TestElementary::signedZeroIsKept() {
    QVERIFY(std::signbit(portableExpm1(-0.0)));
    QVERIFY(std::signbit(portableLog1p(-0.0)));
}

void TestElementary::bitsAreTheSameOnEveryMachine() {
    // FNV-1a over results at fixed arguments; any other value means that draws differ somewhere.
    std::uint64_t hash = 0xcbf29ce484222325;
    for (int i = 1; i <= 2000; ++i)
        for (const auto& [name, function] : kFunctions) {
            const double argument = name == "log" ? i * 0.3 : (i - 1000) * 0.01 / (1 + i % 7);
            const double value = function(argument);
            hash ^= value != value ? 1 : std::bit_cast<std::uint64_t>(value);
            hash *= 0x100000001b3;
        }
    QCOMPARE(hash, std::uint64_t{11353278687026946923u});
}

void TestElementary::doubleDoubleLogCarriesEighteenDigits() {
    // Reference: hi + lo in the table are themselves the logarithm to 32 digits.
    test::WorstError worst;
    for (const auto& row : test::referenceTable(PLUMBLINE_TEST_DATA "/elementary.txt")) {
        if (row[0] != "log")
            continue;
        const DoubleDouble expected(test::toDouble(row[2]), test::toDouble(row[3]));
        const DoubleDouble difference = log(DoubleDouble(test::toDouble(row[1]))) - expected;
        const double scale = std::max(std::fabs(expected.hi), 0.5);
        worst.add(std::fabs(difference.value()) / scale * 0x1p58, row[1]);
    }
    qInfo("%s units of 2^-58", worst.report().c_str());
    QVERIFY2(worst.error < 1.0, worst.report().c_str());
}

void TestElementary::doubleDoubleSumsAndProductsAreExact() {
    QCOMPARE(twoSum(1.0, 0x1p-80), DoubleDouble(1.0, 0x1p-80));
    QCOMPARE(twoSum(0x1p-80, 1.0), DoubleDouble(1.0, 0x1p-80));
    QCOMPARE(twoProd(1.0 + 0x1p-30, 1.0 - 0x1p-30), DoubleDouble(1.0, -0x1p-60));
    const DoubleDouble third = DoubleDouble(1.0) / DoubleDouble(3.0);
    const DoubleDouble back = third * DoubleDouble(3.0) - DoubleDouble(1.0);
    QVERIFY(std::fabs(back.value()) < 0x1p-103);
    QCOMPARE(exactly(INT64_MAX), DoubleDouble(0x1p63, -1.0));
    QCOMPARE(exactly(INT64_MIN), DoubleDouble(-0x1p63, 0.0));
    QCOMPARE(exactly(-3), DoubleDouble(-3.0, 0.0));
}

void TestElementary::complementOfATypedProbabilityIsExact_data() {
    QTest::addColumn<double>("p");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("one") << 1.0;
    QTest::newRow("a third") << 0.3;
    QTest::newRow("tiny") << 1e-19;
    QTest::newRow("nearly one") << 1.0 - 0x1p-53;
}

void TestElementary::complementOfATypedProbabilityIsExact() {
    QFETCH(double, p);
    const DoubleDouble q = complement(p);
    QCOMPARE(q.hi, 1.0 - p);
    QCOMPARE(complement(q), DoubleDouble(p));
}

QTEST_APPLESS_MAIN(TestElementary)
#include "tst_elementary.moc"
