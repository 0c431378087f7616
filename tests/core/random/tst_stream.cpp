#include "core/random/stream.h"
#include "core/random/vector_path.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <vector>

using namespace plumbline;

class StreamTest : public QObject {
    Q_OBJECT

  private slots:
    void cleanup() { setVectorPath(VectorPath::automatic); }

    void wordsArePhiloxBlocksOfTheDocumentedCounter() {
        const StreamKey key{0x123456789abcdef0, Role::noise, 0x1122334455667788};
        const PhiloxBlock bits =
            philox4x32({5, 4u << 16 | 2, 0x55667788, 0x11223344}, PhiloxKey(key.seed));
        const std::uint64_t position = 2 * ((std::uint64_t{2} << 32) + 5);
        QCOMPARE(streamWord(key, position), std::uint64_t{bits[1]} << 32 | bits[0]);
        QCOMPARE(streamWord(key, position + 1), std::uint64_t{bits[3]} << 32 | bits[2]);
    }

    void fillsAgreeWithSingleWords_data() {
        QTest::addColumn<quint64>("first");
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 3, 15, 16, 17, 100})
            for (const quint64 first : {quint64{0}, quint64{1}, quint64{1} << 40,
                                        (quint64{1} << 33) - 7, (quint64{1} << 33) - 40})
                QTest::addRow("%d from %llu", count, first) << first << count;
    }

    void fillsAgreeWithSingleWords() {
        QFETCH(quint64, first);
        QFETCH(int, count);
        const StreamKey key{99, Role::counts, 12345678901};
        for (const VectorPath path : {VectorPath::automatic, VectorPath::portable}) {
            setVectorPath(path);
            std::vector<std::uint64_t> words(static_cast<std::size_t>(count) + 1, 42);
            fillWords(key, first, std::span(words).first(words.size() - 1));
            for (std::size_t i = 0; i + 1 < words.size(); ++i)
                QCOMPARE(words[i], streamWord(key, first + i));
            QCOMPARE(words.back(), std::uint64_t{42});
        }
    }

    void readingWordByWordIsTheSameFromAnyPosition() {
        const StreamKey key{7, Role::histogram, 3};
        for (const std::uint64_t start : {0, 1, 2, 7}) {
            Stream stream(key, start);
            for (std::uint64_t i = start; i < start + 200; ++i)
                QCOMPARE(stream.nextUInt64(), streamWord(key, i));
            QCOMPARE(stream.position(), start + 200);
        }
    }

    void seedRoleAndBlockEachNameAnotherStream() {
        const std::uint64_t word = streamWord({1, Role::data, 0}, 0);
        QVERIFY(streamWord({2, Role::data, 0}, 0) != word);
        QVERIFY(streamWord({std::uint64_t{1} << 32 | 1, Role::data, 0}, 0) != word);
        QVERIFY(streamWord({1, Role::weights, 0}, 0) != word);
        QVERIFY(streamWord({1, Role::data, 1}, 0) != word);
        QVERIFY(streamWord({1, Role::data, std::uint64_t{1} << 32}, 0) != word);
    }

    void uniformsLieStrictlyBetweenZeroAndOneAndAreSymmetric() {
        QVERIFY(openUniform(0) == 0x1p-53);
        QVERIFY(openUniform(~std::uint64_t{0}) == 1 - 0x1p-53);
        const std::uint64_t word = 0x123456789abcdef0;
        QVERIFY(openUniform(word) + openUniform(~word) == 1);
    }

    /// |z| < 5 of mean and second moment: fails by chance in about 1 of 10^6 seeds.
    void uniformsHaveTheMomentsOfTheUniformLaw() {
        std::vector<double> values(100'000);
        fillUniform({11, Role::data, 0}, 1, values);
        double sum = 0;
        double squares = 0;
        for (const double u : values) {
            sum += u;
            squares += u * u;
        }
        const auto n = static_cast<double>(values.size());
        QVERIFY(std::abs(sum / n - 0.5) < 5 * std::sqrt(1 / 12.0 / n));
        QVERIFY(std::abs(squares / n - 1 / 3.0) < 5 * std::sqrt(4 / 45.0 / n));
        QCOMPARE(values[0], openUniform(streamWord({11, Role::data, 0}, 1)));
        QCOMPARE(values[99'999], openUniform(streamWord({11, Role::data, 0}, 100'000)));
    }

    /// From an independent implementation in Python with mpmath at 40 digits.
    void goldenWords() {
        std::array<std::uint64_t, 4> words{};
        fillWords({7, Role::counts, 1}, 0, words);
        const std::array<std::uint64_t, 4> golden = {0x8139c2ffb27d8251, 0x40e6086ded24fd9f,
                                                     0xaeac4af4532a335d, 0x016c9ca732aa1e2b};
        QCOMPARE(words, golden);
    }
};

QTEST_APPLESS_MAIN(StreamTest)
#include "tst_stream.moc"
