#include "core/report/judged_guess.h"

#include <QTest>

using namespace plumbline;

namespace {

/// Two bins of width one, in which the law is 1/4 and 3/4.
Histogram twoBins() {
    Histogram histogram;
    Series alternative;
    alternative.role = SeriesRole::alternative;
    alternative.x = {0, 1};
    alternative.y = {0.5, 0.5};
    Series law;
    law.role = SeriesRole::law;
    law.x = {0, 1};
    law.y = {0.25, 0.75};
    histogram.laws = {alternative, law};
    return histogram;
}

} // namespace

class TestJudgedGuess : public QObject {
    Q_OBJECT

  private slots:
    void theLawItselfIsNotFarAndAnEvenGuessAQuarter() {
        QCOMPARE(judgedGuess(twoBins(), {{0, 0.25}, {1, 0.75}})->distance, 0.0);
        QCOMPARE(judgedGuess(twoBins(), {{0, 2}, {1, 2}})->distance, 0.25);
    }

    void nothingIsJudgedWithoutALawOrAGuess() {
        Figure figure;
        figure.content = twoBins();
        QVERIFY(judgedGuess(figure, {{0, 1}, {1, 1}}));
        QVERIFY(!judgedGuess(figure, {}));
        Histogram lawless = twoBins();
        lawless.laws.pop_back();
        QVERIFY(!judgedGuess(lawless, {{0, 1}, {1, 1}}));
        figure.content = Curves{};
        QVERIFY(!judgedGuess(figure, {{0, 1}, {1, 1}}));
    }
};

QTEST_APPLESS_MAIN(TestJudgedGuess)
#include "tst_judged_guess.moc"
