#include "core/statistics/guess_distance.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace plumbline;

namespace {

const std::vector<double> kCentres = {0, 1, 2, 3};
const std::vector<double> kLaw = {0.1, 0.2, 0.3, 0.4};

double distance(const Guess& guess, const std::vector<double>& law = kLaw) {
    return judgeGuess(guess, kCentres, 1, law).value().distance;
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-14;
}

} // namespace

class TestGuessDistance : public QObject {
    Q_OBJECT

  private slots:
    void theLawItselfIsAtNoDistance() {
        QVERIFY(near(distance({{0, 0.1}, {1, 0.2}, {2, 0.3}, {3, 0.4}}), 0));
    }

    void onlyTheShapeCounts() {
        QVERIFY(near(distance({{0, 10}, {1, 20}, {2, 30}, {3, 40}}), 0));
        QVERIFY(near(distance({{0, 1e308}, {1, 1e308}, {2, 1e308}, {3, 1e308}}), 0.2));
    }

    void aFlatGuessIsWorkedByHand() {
        // 1/2 (|.25-.1| + |.25-.2| + |.25-.3| + |.25-.4|) = 0.2.
        QVERIFY(near(distance({{0, 5}, {3, 5}}), 0.2));
    }

    void negativePartsCountAsNothing() {
        // All mass on the last two bins, half each: 1/2 (.1 + .2 + .2 + .1) = 0.3.
        QVERIFY(near(distance({{0, -7}, {1, -1}, {2, 4}, {3, 4}}), 0.3));
    }

    void onePointIsItsBin() {
        QVERIFY(near(distance({{3, 2}}), 0.6));
        QVERIFY(near(distance({{2.8, 2}}), 0.6));
        QVERIFY(near(distance({{3.5, 2}}), 0.6));
    }

    void massBeyondTheBinsIsWrong() {
        // Level from -8.5 to 3.5: 8 of 12 parts lie below the bins, 1/12 in each; at its ends it is
        // drawn no farther. 1/2 (.1-1/12 + .2-1/12 + .3-1/12 + .4-1/12 + 8/12) = 2/3.
        const auto judged = judgeGuess({{-8.5, 1}, {3.5, 1}}, kCentres, 1, kLaw);
        QVERIFY(judged && near(judged->distance, 2.0 / 3));
    }

    void whatTheLawHasElsewhereIsMissing() {
        // The law has .5 outside. 1/2 (|.25-.125| * 4 + .5) = 0.5.
        QVERIFY(near(distance({{0, 1}, {3, 1}}, {0.125, 0.125, 0.125, 0.125}), 0.5));
    }

    void aGuessElsewhereIsAtDistanceOne() { QVERIFY(near(distance({{50, 1}, {60, 1}}), 1)); }

    void theScaledGuessSumsToOne() {
        const auto judged = judgeGuess({{0, 4}, {1, -3}, {2, 8}, {3, 8}}, kCentres, 1, kLaw);
        QVERIFY(judged);
        double sum = 0;
        for (const double centre : kCentres)
            sum += guessAt(judged->density, centre, 1);
        QVERIFY(near(sum, 1));
        QCOMPARE(judged->density[1].second, 0.0);
    }

    void widerBinsHoldMore() {
        // Density 1/8 over four bins of width 2, as the law has it.
        const std::vector<double> centres = {1, 3, 5, 7};
        const std::vector<double> law(4, 0.125);
        QVERIFY(near(judgeGuess({{1, 3}, {7, 3}}, centres, 2, law)->distance, 0));
    }

    void theGuessIsLinearBetweenItsPoints() {
        const Guess guess = {{0, 1}, {4, 3}};
        QCOMPARE(guessAt(guess, 1, 1), 1.5);
        QCOMPARE(guessAt(guess, -0.5, 1), 1.0);
        QCOMPARE(guessAt(guess, 4.5, 1), 3.0);
        QCOMPARE(guessAt(guess, 4.6, 1), 0.0);
        QCOMPARE(guessAt({}, 0, 1), 0.0);
    }

    void wildGuessesAreSafe() {
        const double infinity = std::numeric_limits<double>::infinity();
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const Guess& guess :
             {Guess{{-1e308, 1e308}, {1e308, 1e308}}, Guess{{0, infinity}, {1, 2}},
              Guess{{0, nan}, {1, 1}}, Guess{{nan, 1}, {1, 1}}, Guess{{-infinity, 1}, {2, 1}},
              Guess{{1, 1e-308}}, Guess{{1e300, 5}}}) {
            const auto judged = judgeGuess(guess, kCentres, 1, kLaw);
            if (judged)
                QVERIFY(judged->distance >= 0 && judged->distance <= 1);
        }
    }

    void nothingDrawnIsNotJudged() {
        QVERIFY(!judgeGuess({}, kCentres, 1, kLaw));
        QVERIFY(!judgeGuess({{0, -1}, {1, 0}}, kCentres, 1, kLaw));
        QVERIFY(!judgeGuess({{0, 1}}, {}, 1, {}));
        QVERIFY(!judgeGuess({{0, 1}}, kCentres, 0, kLaw));
    }

    void badArgumentsAreRefused() {
        const std::vector<double> three(3, 0.3);
        QVERIFY_EXCEPTION_THROWN(judgeGuess({{0, 1}}, kCentres, 1, three), std::invalid_argument);
    }
};

QTEST_APPLESS_MAIN(TestGuessDistance)
#include "tst_guess_distance.moc"
