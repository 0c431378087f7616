#include "core/statistics/integer_histogram.h"

#include <QtTest>

#include <cmath>
#include <stdexcept>

using namespace plumbline;

namespace {

/// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squared deviations 32.
IntegerHistogram eightNumbers(std::int64_t offset, std::int64_t first, std::int64_t last) {
    IntegerHistogram counts(first + offset, last + offset);
    for (std::int64_t value : {2, 4, 4, 4, 5, 5, 7, 9})
        counts.add(value + offset);
    return counts;
}

} // namespace

class TestIntegerHistogram : public QObject {
    Q_OBJECT

  private slots:
    void momentsAreThoseWorkedByHand_data();
    void momentsAreThoseWorkedByHand();
    void valuesOutsideTheWindowAreKept();
    void mergingEqualsAddingInAnyOrder();
    void trillionsOfCountsStayExact();
    void standardErrorsAreThoseOfTheLaw();
    void emptyAndSingleSamplesHaveNoVariance();
    void groupingKeepsEveryCount();
    void badWindowsAreRefused();
};

void TestIntegerHistogram::momentsAreThoseWorkedByHand_data() {
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("last");
    QTest::newRow("inside the window") << qint64{0} << qint64{10};
    QTest::newRow("some outside") << qint64{0} << qint64{4};
    QTest::newRow("at a large offset") << qint64{1'000'000'000'000} << qint64{10};
    QTest::newRow("negative") << qint64{-1000} << qint64{10};
}

void TestIntegerHistogram::momentsAreThoseWorkedByHand() {
    QFETCH(qint64, offset);
    QFETCH(qint64, last);
    const SampleMoments sample = eightNumbers(offset, 0, last).moments();
    QCOMPARE(sample.count, std::int64_t{8});
    QCOMPARE(sample.mean, 5.0 + static_cast<double>(offset));
    QCOMPARE(sample.variance, 32.0 / 7.0);
    QCOMPARE(sample.thirdCentralMoment, (-27.0 - 3.0 + 8.0 + 64.0) / 8.0);
    QCOMPARE(sample.fourthCentralMoment, (81.0 + 3.0 + 16.0 + 256.0) / 8.0);
}

void TestIntegerHistogram::valuesOutsideTheWindowAreKept() {
    const IntegerHistogram counts = eightNumbers(0, 4, 5);
    QCOMPARE(counts.cells(), (std::vector<std::int64_t>{3, 2}));
    QCOMPARE(counts.outside(), (std::map<std::int64_t, std::int64_t>{{2, 1}, {7, 1}, {9, 1}}));
    QCOMPARE(counts.total(), std::int64_t{8});
    QCOMPARE(counts.count(9), std::int64_t{1});
    QCOMPARE(counts.count(8), std::int64_t{0});
    QCOMPARE(counts.smallest(), std::int64_t{2});
    QCOMPARE(counts.largest(), std::int64_t{9});
    IntegerHistogram extremes(0, 1);
    extremes.add(INT64_MIN);
    extremes.add(INT64_MAX);
    QCOMPARE(extremes.outside().size(), std::size_t{2});
}

void TestIntegerHistogram::mergingEqualsAddingInAnyOrder() {
    IntegerHistogram forward(0, 5);
    forward.merge(eightNumbers(0, 3, 4));
    forward.merge(eightNumbers(2, 0, 9));
    IntegerHistogram backward(0, 5);
    backward.merge(eightNumbers(2, 4, 4));
    backward.merge(eightNumbers(0, 0, 0));
    QCOMPARE(forward, backward);
    QCOMPARE(forward.moments(), backward.moments());
    QCOMPARE(forward.total(), std::int64_t{16});
}

void TestIntegerHistogram::trillionsOfCountsStayExact() {
    IntegerHistogram counts(1'000'000'000, 1'000'000'001);
    counts.add(1'000'000'000, 999'999'999'999);
    counts.add(1'000'000'001, 1);
    // One success in n = 10^12: variance 1/n (1 - 1/n) n/(n-1) = 1/n.
    QCOMPARE(counts.moments().variance, 1e-12);
}

void TestIntegerHistogram::standardErrorsAreThoseOfTheLaw() {
    QCOMPARE(meanStandardError(4.0, 100), 0.2);
    // Normal law: fourth moment 3 variance^2, so Var(s^2) = 2 variance^2/(n-1).
    QVERIFY(std::fabs(varianceStandardError(4.0, 48.0, 33) - 1.0) < 1e-15);
    QVERIFY(std::isnan(varianceStandardError(4.0, 48.0, 1)));
}

void TestIntegerHistogram::emptyAndSingleSamplesHaveNoVariance() {
    IntegerHistogram counts(0, 3);
    QVERIFY(std::isnan(counts.moments().mean));
    counts.add(2);
    QCOMPARE(counts.moments().mean, 2.0);
    QVERIFY(std::isnan(counts.moments().variance));
}

void TestIntegerHistogram::groupingKeepsEveryCount() {
    const GroupedCounts groups = eightNumbers(0, 0, 5).grouped(4, 2, 2);
    QCOMPARE(groups, (GroupedCounts{{5, 1}, 1, 1}));
    QVERIFY_EXCEPTION_THROWN(eightNumbers(0, 0, 5).grouped(4, 0, 2), std::invalid_argument);
}

void TestIntegerHistogram::badWindowsAreRefused() {
    QVERIFY_EXCEPTION_THROWN(IntegerHistogram(3, 2), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestIntegerHistogram)
#include "tst_integer_histogram.moc"
