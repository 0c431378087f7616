#include "core/parallel/parallel_for.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace plumbline;

class TestParallelFor : public QObject {
    Q_OBJECT

  private slots:
    void everyIndexRunsOnce_data();
    void everyIndexRunsOnce();
    void theFirstExceptionComesBack();
};

void TestParallelFor::everyIndexRunsOnce_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("none") << 0 << 4U;
    QTest::newRow("one") << 1 << 4U;
    QTest::newRow("one thread") << 100 << 1U;
    QTest::newRow("no thread to spare") << 100 << 0U;
    QTest::newRow("many") << 1000 << 4U;
}

void TestParallelFor::everyIndexRunsOnce() {
    QFETCH(int, count);
    QFETCH(unsigned, threads);
    std::vector<std::atomic<int>> calls(static_cast<std::size_t>(count));
    parallelFor(count, threads, [&](std::int64_t i) { ++calls[static_cast<std::size_t>(i)]; });
    for (const auto& each : calls)
        QCOMPARE(each.load(), 1);
}

void TestParallelFor::theFirstExceptionComesBack() {
    QVERIFY_EXCEPTION_THROWN(parallelFor(100, 4,
                                         [](std::int64_t i) {
                                             if (i == 50)
                                                 throw std::runtime_error("fifty");
                                         }),
                             std::runtime_error);
}

QTEST_APPLESS_MAIN(TestParallelFor)
#include "tst_parallel_for.moc"
