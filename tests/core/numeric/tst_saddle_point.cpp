#include "core/numeric/saddle_point.h"
#include "tests/support/reference_table.h"
#include "tests/support/worst_error.h"

#include <QtTest>

#include <cmath>
#include <stdexcept>

using namespace plumbline;

class TestSaddlePoint : public QObject {
    Q_OBJECT

  private slots:
    void devianceCarriesSixteenDigits();
    void devianceOfEqualArgumentsIsZero();
    void stirlingErrorIsAbsolutelyExact();
    void stirlingErrorRefusesSmallFractions();
};

void TestSaddlePoint::devianceCarriesSixteenDigits() {
    test::WorstError worst;
    for (const auto& row : test::referenceTable(PLUMBLINE_TEST_DATA "/saddle_point.txt")) {
        const double x = test::toDouble(row[0]);
        const DoubleDouble m(test::toDouble(row[1]), test::toDouble(row[2]));
        const DoubleDouble expected(test::toDouble(row[3]), test::toDouble(row[4]));
        const DoubleDouble error = deviance(x, m, DoubleDouble(x) - m) - expected;
        worst.add(std::fabs(error.value()) / expected.hi * 0x1p52, row[0] + " " + row[1]);
    }
    qInfo("%s units of 2^-52", worst.report().c_str());
    QVERIFY2(worst.error < 1.0, worst.report().c_str());
}

void TestSaddlePoint::devianceOfEqualArgumentsIsZero() {
    QCOMPARE(deviance(5.0, DoubleDouble(5.0), DoubleDouble(0.0)).value(), 0.0);
}

void TestSaddlePoint::stirlingErrorIsAbsolutelyExact() {
    test::WorstError worst;
    for (const auto& row : test::referenceTable(PLUMBLINE_TEST_DATA "/saddle_point.txt")) {
        const double error = stirlingError(test::toDouble(row[0])) - test::toDouble(row[5]);
        worst.add(std::fabs(error) / 1e-17, row[0]);
    }
    QVERIFY2(worst.error < 1.0, worst.report().c_str());
}

void TestSaddlePoint::stirlingErrorRefusesSmallFractions() {
    QVERIFY_EXCEPTION_THROWN(stirlingError(2.5), std::domain_error);
    QVERIFY_EXCEPTION_THROWN(stirlingError(0.0), std::domain_error);
    QVERIFY_EXCEPTION_THROWN(stirlingError(std::nan("")), std::domain_error);
}

QTEST_APPLESS_MAIN(TestSaddlePoint)
#include "tst_saddle_point.moc"
