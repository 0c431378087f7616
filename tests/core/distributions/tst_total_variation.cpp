#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/distributions/total_variation.h"
#include "tests/support/reference_table.h"
#include "tests/support/worst_error.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace plumbline;
using plumbline::test::toDouble;

class TestTotalVariation : public QObject {
    Q_OBJECT

  private slots:
    void distancesMatchDirectSumsAtSixtyDigits();
    void allButCertainTrialsKeepTheirDigits_data();
    void allButCertainTrialsKeepTheirDigits();
    void oneCertainTrialIsWorkedByHand();
    void emptyLawsDoNotDiffer();
    void distanceLiesWithinPublishedBounds_data();
    void distanceLiesWithinPublishedBounds();
    void integralContinuesTheSum();
    void badParametersAreRefused();
};

void TestTotalVariation::distancesMatchDirectSumsAtSixtyDigits() {
    test::WorstError worst;
    for (const auto& row : test::referenceTable(PLUMBLINE_TEST_DATA "/total_variation.txt")) {
        const double expected = toDouble(row[2]);
        const double found = binomialPoissonDistance(std::stoll(row[0]), toDouble(row[1]));
        worst.add(std::fabs(found - expected) / std::max(expected, 1e-290) / 1e-14,
                  row[0] + " " + row[1]);
    }
    qInfo("%s e-14", worst.report().c_str());
    QVERIFY2(worst.error < 100.0, worst.report().c_str());
}

/// Successes that no double can hold: sums of max(0, binomial - Poisson) over the last 60 counts,
/// mpmath 1.2.1 at 60 digits.
void TestTotalVariation::allButCertainTrialsKeepTheirDigits_data() {
    QTest::addColumn<qlonglong>("trials");
    QTest::addColumn<double>("failure");
    QTest::addColumn<double>("expected");
    QTest::newRow("few, nearly certain") << 54'321LL << 1e-12 << 0.99828825407106421492;
    QTest::newRow("one failure in 1.4") << 1'000'000LL << 7e-7 << 0.99751632559130898529;
    QTest::newRow("one failure") << 1'000'000'000LL << 1e-9 << 0.9998888255030756394;
    QTest::newRow("hardly a failure") << 1'000'000'000LL << 3e-10 << 0.99992352255298237296;
    QTest::newRow("many") << 1'000'000'000'000LL << 1.3e-12 << 0.9999954745593471551;
}

void TestTotalVariation::allButCertainTrialsKeepTheirDigits() {
    QFETCH(qlonglong, trials);
    QFETCH(double, failure);
    QFETCH(double, expected);
    const double found = binomialPoissonDistance(trials, complement(failure));
    QVERIFY2(std::fabs(found - expected) <= 1e-13 * expected,
             qPrintable(QString::number(found / expected - 1)));
}

void TestTotalVariation::oneCertainTrialIsWorkedByHand() {
    // All of the binomial's mass is at 1, where the Poisson law has 1/e.
    QCOMPARE(binomialPoissonDistance(1, 1.0), 1.0 - std::exp(-1.0));
}

void TestTotalVariation::emptyLawsDoNotDiffer() {
    QCOMPARE(binomialPoissonDistance(0, 0.5), 0.0);
    QCOMPARE(binomialPoissonDistance(1000, 0.0), 0.0);
}

void TestTotalVariation::distanceLiesWithinPublishedBounds_data() {
    QTest::addColumn<qint64>("trials");
    QTest::addColumn<double>("success");
    for (qint64 trials : {1LL, 7LL, 100LL, 10'000LL, 1'000'000'000LL, 1'000'000'000'000'000LL})
        for (double mean : {1e-6, 0.3, 1.0, 17.0, 5000.0, 1e8})
            if (mean < static_cast<double>(trials))
                QTest::addRow("%lld trials of mean %g", trials, mean)
                    << trials << mean / static_cast<double>(trials);
}

void TestTotalVariation::distanceLiesWithinPublishedBounds() {
    // Barbour and Hall 1984: min(1, 1/mean) n q^2 / 32 <= distance <= (1 - e^-mean) q.
    QFETCH(qint64, trials);
    QFETCH(double, success);
    const double mean = static_cast<double>(trials) * success;
    const double distance = binomialPoissonDistance(trials, success);
    QVERIFY(distance >= std::min(1.0, 1.0 / mean) * mean * success / 32.0);
    QVERIFY(distance <= -std::expm1(-mean) * success * (1.0 + 1e-12));
}

void TestTotalVariation::integralContinuesTheSum() {
    // At fixed success the distance of a large law depends on n by O(1/n) alone, so the step where
    // the sum gives way to the integral shows any fault in either.
    const double success = 0.5;
    const double summed = binomialPoissonDistance(5'000'000, success);
    const double integrated = binomialPoissonDistance(8'000'000, success);
    const double beyond = binomialPoissonDistance(12'800'000, success);
    QVERIFY(std::fabs(summed - integrated) < 1e-6);
    QVERIFY(std::fabs(integrated - beyond) < 1e-6);
    // The plateau 2 (Phi(x/sqrt p) - Phi(x)), x^2 = -p ln p/q, is .16606 at p = q = 1/2.
    QVERIFY(std::fabs(beyond - 0.16606) < 1e-4);
}

void TestTotalVariation::badParametersAreRefused() {
    QVERIFY_EXCEPTION_THROWN(binomialPoissonDistance(-1, 0.5), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(binomialPoissonDistance(10, std::nan("")), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestTotalVariation)
#include "tst_total_variation.moc"
