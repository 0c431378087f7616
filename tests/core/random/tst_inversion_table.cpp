#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "core/random/inversion_table.h"

#include <QtTest>

#include <limits>
#include <vector>

using namespace plumbline;

namespace {
constexpr std::uint64_t kLargestWord = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
} // namespace

class InversionTableTest : public QObject {
    Q_OBJECT

  private slots:
    void thresholdsAreTheCumulativeProbabilities() {
        const InversionTable table(10, std::vector<double>{0.25, 0.25, 0.375, 0.125});
        QCOMPARE(table.quantile(0), 10);
        QCOMPARE(table.quantile(kHalf / 2 - 1), 10);
        QCOMPARE(table.quantile(kHalf / 2), 11);
        QCOMPARE(table.quantile(kHalf - 1), 11);
        QCOMPARE(table.quantile(kHalf), 12);
        QCOMPARE(table.quantile(kHalf + 3 * (kHalf / 4) - 1), 12);
        QCOMPARE(table.quantile(kHalf + 3 * (kHalf / 4)), 13);
        QCOMPARE(table.quantile(kLargestWord), 13);
    }

    void tailsAreExactToTheLastBit() {
        const double tiny = 0x1p-60; // 16 words of 2^64
        const InversionTable table(0, std::vector<double>{tiny, tiny, 1, tiny, tiny});
        QCOMPARE(table.quantile(15), 0);
        QCOMPARE(table.quantile(16), 1);
        QCOMPARE(table.quantile(31), 1);
        QCOMPARE(table.quantile(32), 2);
        QCOMPARE(table.quantile(kLargestWord - 32), 2);
        QCOMPARE(table.quantile(kLargestWord - 31), 3);
        QCOMPARE(table.quantile(kLargestWord - 16), 3);
        QCOMPARE(table.quantile(kLargestWord - 15), 4);
    }

    void aSingleCellIsAlwaysDrawn() {
        const InversionTable table(-3, std::vector<double>{1.0});
        QCOMPARE(table.quantile(0), -3);
        QCOMPARE(table.quantile(kLargestWord), -3);
    }

    void cellsBelowOneWordAreLeftOut() {
        const InversionTable table(5, std::vector<double>{1e-21, 0, 0.5, 0, 0.5, 1e-21});
        QCOMPARE(table.first(), 7);
        QCOMPARE(table.last(), 9);
        QCOMPARE(table.quantile(0), 7);
        QCOMPARE(table.quantile(kHalf - 1), 7);
        QCOMPARE(table.quantile(kHalf), 9);
        QCOMPARE(table.quantile(kLargestWord), 9);
    }

    void quantilesInvertTheCdf_data() {
        QTest::addColumn<int>("cells");
        QTest::newRow("2") << 2;
        QTest::newRow("1000") << 1000;
        QTest::newRow("300000") << 300'000;
    }

    void quantilesInvertTheCdf() {
        QFETCH(int, cells);
        // pmf proportional to i + 1; the cdf is (k+1)(k+2)/(cells (cells+1)).
        const double total = 0.5 * cells * (cells + 1.0);
        std::vector<double> pmf(static_cast<std::size_t>(cells));
        for (std::size_t i = 0; i < pmf.size(); ++i)
            pmf[i] = static_cast<double>(i + 1) / total;
        const InversionTable table(0, pmf);
        std::int64_t before = 0;
        for (std::uint64_t i = 0; i < 1000; ++i) {
            const std::uint64_t word = i * (kLargestWord / 1000) + 12345;
            const double u = static_cast<double>(word) * 0x1p-64;
            const std::int64_t k = table.quantile(word);
            const auto count = static_cast<double>(k);
            QVERIFY(u < (count + 1) * (count + 2) * 0.5 / total + 1e-12);
            QVERIFY(u >= count * (count + 1) * 0.5 / total - 1e-12);
            QVERIFY(k >= before);
            before = k;
        }
    }

    void lawsThatAreNotLawsAreRefused() {
        using Pmf = std::vector<double>;
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, InversionTable(0, Pmf{}));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, InversionTable(0, Pmf{0.5, 0.4}));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, InversionTable(0, Pmf{1.5, -0.5}));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, InversionTable(0, Pmf{1, nan}));
    }

    void supportsReachFromTailToTail() {
        for (const std::int64_t n : {0, 1, 2, 3, 20, 1000, 1'000'000}) {
            for (const double p : {0.0, 1e-9, 0.3, 0.5, 1 - 1e-9, 1.0}) {
                const Binomial law = Binomial::keptUnits(n, p);
                const CountSupport support = supportOf(law);
                const auto size = static_cast<std::int64_t>(support.pmf.size());
                const std::int64_t last = support.first + size - 1;
                QVERIFY(support.first >= 0 && last <= n);
                QVERIFY(law.pmf(support.first) >= 1e-22 && law.pmf(last) >= 1e-22);
                QVERIFY(law.pmf(support.first - 1) < 1e-22 && law.pmf(last + 1) < 1e-22);
            }
        }
    }

    void aPoissonSupportEndsThoughItsLawDoesNot() {
        const CountSupport support = supportOf(Poisson(0.01));
        QCOMPARE(support.first, 0);
        QVERIFY(support.pmf.size() > 5 && support.pmf.size() < 20);
    }
};

QTEST_APPLESS_MAIN(InversionTableTest)
#include "tst_inversion_table.moc"
