#include "core/statistics/streaming_moments.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace plumbline;

namespace {

StreamingMoments streamOf(const std::vector<double>& numbers, double offset = 0.0) {
    StreamingMoments stream;
    for (const double x : numbers)
        stream.add(x + offset);
    return stream;
}

bool near(double value, double expected, double bound) {
    return std::fabs(value - expected) <= bound;
}

const std::vector<double> kEight = {2, 4, 4, 4, 5, 5, 7, 9};

} // namespace

class TestStreamingMoments : public QObject {
    Q_OBJECT

  private slots:
    void momentsAreThoseWorkedByHand_data();
    void momentsAreThoseWorkedByHand();
    void mergingEqualsAddingUpToRounding_data();
    void mergingEqualsAddingUpToRounding();
    void standardErrorsFollowTheSample();
    void emptyAndSingleStreamsHaveNoVariance();
    void numbersThatAreNotFiniteShow();
};

void TestStreamingMoments::momentsAreThoseWorkedByHand_data() {
    QTest::addColumn<double>("offset");
    QTest::newRow("near zero") << 0.0;
    QTest::newRow("at a large offset") << 1e8;
}

void TestStreamingMoments::momentsAreThoseWorkedByHand() {
    QFETCH(double, offset);
    const SampleMoments sample = streamOf(kEight, offset).moments();
    const double bound = 1e-13 + 1e-15 * offset;
    QVERIFY(near(sample.mean, 5.0 + offset, bound));
    QVERIFY(near(sample.variance, 32.0 / 7.0, bound));
    QVERIFY(near(sample.thirdCentralMoment, 42.0 / 8.0, 10.0 * bound));
    QVERIFY(near(sample.fourthCentralMoment, 356.0 / 8.0, 100.0 * bound));
}

void TestStreamingMoments::mergingEqualsAddingUpToRounding_data() {
    QTest::addColumn<int>("split");
    for (int split : {0, 1, 3, 8})
        QTest::addRow("%d and %d", split, 8 - split) << split;
}

void TestStreamingMoments::mergingEqualsAddingUpToRounding() {
    QFETCH(int, split);
    StreamingMoments merged = streamOf({kEight.begin(), kEight.begin() + split});
    merged.merge(streamOf({kEight.begin() + split, kEight.end()}));
    const SampleMoments sample = merged.moments();
    QCOMPARE(sample.count, std::int64_t{8});
    QVERIFY(near(sample.mean, 5.0, 1e-14));
    QVERIFY(near(sample.variance, 32.0 / 7.0, 1e-13));
    QVERIFY(near(sample.thirdCentralMoment, 42.0 / 8.0, 1e-13));
    QVERIFY(near(sample.fourthCentralMoment, 356.0 / 8.0, 1e-12));
}

void TestStreamingMoments::standardErrorsFollowTheSample() {
    const StreamingMoments stream = streamOf(kEight);
    QVERIFY(near(stream.meanStandardError(), std::sqrt(32.0 / 7.0 / 8.0), 1e-14));
    const double square = std::pow(32.0 / 7.0, 2) * 5.0 / 7.0;
    QVERIFY(near(stream.varianceStandardError(), std::sqrt((44.5 - square) / 8.0), 1e-13));
}

void TestStreamingMoments::emptyAndSingleStreamsHaveNoVariance() {
    QVERIFY(std::isnan(StreamingMoments().moments().mean));
    QCOMPARE(streamOf({3.0}).moments().mean, 3.0);
    QVERIFY(std::isnan(streamOf({3.0}).moments().variance));
    QVERIFY(std::isnan(streamOf({3.0}).meanStandardError()));
}

void TestStreamingMoments::numbersThatAreNotFiniteShow() {
    for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        StreamingMoments stream = streamOf(kEight);
        stream.add(bad);
        stream.add(1.0);
        QVERIFY(!std::isfinite(stream.moments().mean));
        QVERIFY(!std::isfinite(stream.moments().variance));
    }
}

QTEST_APPLESS_MAIN(TestStreamingMoments)
#include "tst_streaming_moments.moc"
