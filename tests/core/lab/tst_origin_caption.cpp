#include "core/lab/origin_caption.h"
#include "core/lab/version.h"
#include "core/labs/catalogue.h"

#include <QTest>

using namespace plumbline;

namespace {

using Parts = std::vector<std::string>;

Report report(std::int64_t trials = 1'000'000) {
    Report result;
    result.lab = "kept-units";
    result.parameters = Parameters(findLab("kept-units")->description().parameters);
    result.parameters.set("p", 0.3);
    result.parameters.set("M", std::int64_t{1000});
    result.seed = 7;
    result.trials = trials;
    result.plannedTrials = 1'000'000;
    return result;
}

Parts partsOf(const Report& report) {
    return originParts(report, findLab("kept-units")->description());
}

const std::string kProgram = std::string("Plumbline ") + version();

} // namespace

class TestOriginCaption : public QObject {
    Q_OBJECT

  private slots:
    void itNamesParametersTrialsSeedAndProgram() {
        QCOMPARE(partsOf(report()),
                 Parts({"p = 0.3", "M = 1,000", "1,000,000 trials", "seed 7", kProgram}));
    }

    void whatDoesNotApplyIsLeftOutAndAnotherChoiceIsNamed() {
        Report other = report();
        other.parameters.set("units", std::string("poisson"));
        QCOMPARE(partsOf(other), Parts({"p = 0.3", "λ = 100", "number of units: M ~ Poisson(λ)",
                                        "1,000,000 trials", "seed 7", kProgram}));
    }

    void anUnfinishedRunNamesItsPlan() {
        QCOMPARE(partsOf(report(250'000)).at(2), std::string("250,000 of 1,000,000 trials"));
    }

    void partsThatATextSaysAreLeftOut_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("says");
        QTest::newRow("alone") << "p = 0.5" << true;
        QTest::newRow("among others") << "drop p = 0.5 · M = 10" << true;
        QTest::newRow("at the end") << "with p = 0.5." << true;
        QTest::newRow("more digits") << "p = 0.55" << false;
        QTest::newRow("a thousand times") << "p = 0.5,000" << false;
        QTest::newRow("another symbol") << "top = 0.5" << false;
        QTest::newRow("twice, whole the second time") << "p = 0.55, p = 0.5" << true;
        QTest::newRow("empty") << "" << false;
    }
    void partsThatATextSaysAreLeftOut() {
        QFETCH(QString, text);
        QFETCH(bool, says);
        const Parts missing = partsNotIn(text.toStdString(), {"p = 0.5", "seed 7"});
        QCOMPARE(missing, says ? Parts({"seed 7"}) : Parts({"p = 0.5", "seed 7"}));
    }

    void aLongerCountDoesNotSayAShorterOne() {
        QCOMPARE(partsNotIn("1,000,100 trials", {"100 trials"}), Parts({"100 trials"}));
    }
};

QTEST_APPLESS_MAIN(TestOriginCaption)
#include "tst_origin_caption.moc"
