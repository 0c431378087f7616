#include "core/random/normal.h"

#include <QtTest>

#include <boost/math/distributions/normal.hpp>

#include <cmath>
#include <vector>

using namespace plumbline;

class NormalTest : public QObject {
    Q_OBJECT

  private slots:
    /// Wichura gives 1e-16; Boost adds its own error, and near 0 u - 1/2 has few digits.
    void variatesAreTheQuantilesOfTheNormalLaw() {
        const boost::math::normal law;
        for (std::uint64_t i = 0; i < 2000; ++i) {
            const std::uint64_t word = i * 0x0020'c49b'a5e3'53f7 + (i << 3);
            const double expected = boost::math::quantile(law, openUniform(word));
            const double error = std::abs(standardNormal(word) - expected);
            QVERIFY2(error <= 2e-15 * std::abs(expected) + 1e-16, qPrintable(QString::number(i)));
        }
    }

    void theFarTailIsTheQuantileToo() {
        const boost::math::normal law;
        for (const std::uint64_t step : {0, 1, 2, 10, 1000, 1'000'000}) {
            const std::uint64_t word = step << 12;
            const double expected = boost::math::quantile(law, openUniform(word));
            QVERIFY(std::abs(standardNormal(word) / expected - 1) < 2e-15);
        }
        QVERIFY(std::abs(standardNormal(0)) < 8.21);
    }

    void complementsOfWordsAreOpposite() {
        for (const std::uint64_t word :
             {std::uint64_t{0}, std::uint64_t{0x123456789abcdef0}, std::uint64_t{1} << 62})
            QVERIFY(standardNormal(~word) == -standardNormal(word));
    }

    /// Four moments at |z| < 5.2: fails by chance in fewer than 1 of 10^6 seeds.
    void momentsAreThoseOfTheNormalLaw() {
        std::vector<double> values(200'000);
        fillNormal({3, Role::noise, 0}, 0, values);
        double moments[5] = {};
        for (const double z : values)
            for (int power = 1; power <= 4; ++power)
                moments[power] += std::pow(z, power);
        const double root = std::sqrt(static_cast<double>(values.size()));
        const double expected[] = {0, 0, 1, 0, 3};
        const double variance[] = {0, 1, 2, 15, 96};
        for (int power = 1; power <= 4; ++power) {
            const double mean = moments[power] / (root * root);
            const double error = std::sqrt(variance[power]) / root;
            QVERIFY(std::abs(mean - expected[power]) < 5.2 * error);
        }
    }

    void positionsOfTheStreamAreVariates() {
        const StreamKey key{3, Role::noise, 5};
        std::vector<double> values(1000);
        fillNormal(key, 17, values);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(values[i] == standardNormal(streamWord(key, 17 + i)));
    }

    /// Within one unit in the last place of the quantiles by mpmath at 40 digits.
    void goldenBits() {
        QVERIFY(standardNormal(0x123456789abcdef0) == -0x1.77b26344b88f4p+0);
        QVERIFY(standardNormal(0xfff0000000000000) == 0x1.be596d6275ae5p+1);
        QVERIFY(standardNormal(0x0000000000100000) == -0x1.db1d990cf818p+2);
    }
};

QTEST_APPLESS_MAIN(NormalTest)
#include "tst_normal.moc"
