#include "core/random/philox.h"

#include <QtTest>

using namespace plumbline;

class PhiloxTest : public QObject {
    Q_OBJECT

  private slots:
    void knownAnswersOfTheAuthors_data() {
        QTest::addColumn<PhiloxBlock>("counter");
        QTest::addColumn<PhiloxBlock>("key");
        QTest::addColumn<PhiloxBlock>("answer");
        const std::uint32_t ones = 0xffffffff;
        QTest::newRow("zeros") << PhiloxBlock{0, 0, 0, 0} << PhiloxBlock{0, 0, 0, 0}
                               << PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
        QTest::newRow("ones") << PhiloxBlock{ones, ones, ones, ones}
                              << PhiloxBlock{ones, ones, 0, 0}
                              << PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd};
        QTest::newRow("digits of pi")
            << PhiloxBlock{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}
            << PhiloxBlock{0xa4093822, 0x299f31d0, 0, 0}
            << PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1};
    }

    /// Random123, kat_vectors, philox 4x32 10.
    void knownAnswersOfTheAuthors() {
        QFETCH(PhiloxBlock, counter);
        QFETCH(PhiloxBlock, key);
        QFETCH(PhiloxBlock, answer);
        QCOMPARE(philox4x32(counter, PhiloxKey(key[0], key[1])), answer);
    }

    void theSeedIsTheKeyLowWordFirst() {
        QCOMPARE(philox4x32({1, 2, 3, 4}, PhiloxKey(0x0000000500000006)),
                 philox4x32({1, 2, 3, 4}, PhiloxKey(6, 5)));
    }
};

QTEST_APPLESS_MAIN(PhiloxTest)
#include "tst_philox.moc"
