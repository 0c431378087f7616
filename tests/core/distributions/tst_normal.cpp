#include "core/distributions/normal.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace plumbline;

class TestNormal : public QObject {
    Q_OBJECT

  private slots:
    void probabilitiesAreThoseOfTables_data();
    void probabilitiesAreThoseOfTables();
    void densityIsTheSlopeOfTheDistribution();
    void quantileRefusesWhatIsNoProbability();
};

void TestNormal::probabilitiesAreThoseOfTables_data() {
    QTest::addColumn<double>("z");
    QTest::addColumn<double>("probability");
    // Abramowitz and Stegun 1964, table 26.1 and 26.2.
    QTest::newRow("centre") << 0.0 << 0.5;
    QTest::newRow("one deviation") << 1.0 << 0.8413447460685429;
    QTest::newRow("two-sided 5 %") << -1.959963984540054 << 0.025;
    QTest::newRow("six deviations") << -6.0 << 9.865876450376981e-10;
    QTest::newRow("far tail") << -30.0 << 4.906713927148187e-198;
}

void TestNormal::probabilitiesAreThoseOfTables() {
    QFETCH(double, z);
    QFETCH(double, probability);
    QVERIFY(std::fabs(normalCdf(z) / probability - 1.0) < 1e-15 + 5e-16 * z * z);
    QVERIFY(std::fabs(normalQuantile(probability) - z) < 1e-13);
}

void TestNormal::densityIsTheSlopeOfTheDistribution() {
    for (const double z : {-3.0, 0.0, 0.7, 2.0}) {
        const double slope = (normalCdf(z + 1e-5) - normalCdf(z - 1e-5)) / 2e-5;
        QVERIFY(std::fabs(slope - normalDensity(z)) < 1e-10);
    }
}

void TestNormal::quantileRefusesWhatIsNoProbability() {
    QCOMPARE(normalQuantile(0.0), -std::numeric_limits<double>::infinity());
    QCOMPARE(normalQuantile(1.0), std::numeric_limits<double>::infinity());
    QVERIFY_EXCEPTION_THROWN(normalQuantile(-0.1), std::domain_error);
    QVERIFY_EXCEPTION_THROWN(normalQuantile(std::nan("")), std::domain_error);
}

QTEST_APPLESS_MAIN(TestNormal)
#include "tst_normal.moc"
