#include "core/report/verdict.h"
#include "core/report/verdict_row.h"

#include <QTest>

#include <cmath>

using namespace plumbline;

namespace {

Verdict verdict(double measured, double expected, double error, double tolerance) {
    return {.id = "mean",
            .title = "mean kept",
            .measured = measured,
            .standardError = error,
            .expected = expected,
            .tolerance = tolerance,
            .pValue = {},
            .undetermined = {},
            .source = {},
            .note = {}};
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

  private slots:
    void withinMeansOnBothSides();
    void atMostMeansOnOneSide();
    void nothingIsSaidWhereSomethingIsMissing();
    void nanNeverAgrees();
    void rowsReadAsPeopleWriteThem();
    void rowsOfTestsShowThePValue();
    void comparisonsAreVisibleOrNot();
    void aRowWithoutTheLawKeepsWhatWasSimulated();
    void rowsCanBeSpoken();
};

void TestVerdict::withinMeansOnBothSides() {
    QCOMPARE(verdict(70.5, 70, 0.1, 0.5).agrees(), std::optional(true));
    QCOMPARE(verdict(69.5, 70, 0.1, 0.5).agrees(), std::optional(true));
    QCOMPARE(verdict(70.6, 70, 0.1, 0.5).agrees(), std::optional(false));
    QCOMPARE(verdict(69.4, 70, 0.1, 0.5).agrees(), std::optional(false));
    QCOMPARE(verdict(69.4, 70, 0.1, 0.5).zScore().value(), (69.4 - 70) / 0.1);
}

void TestVerdict::atMostMeansOnOneSide() {
    auto each = verdict(1, 70, 0.1, 0.5);
    each.rule = VerdictRule::atMost;
    QCOMPARE(each.agrees(), std::optional(true));
    each.measured = 70.6;
    QCOMPARE(each.agrees(), std::optional(false));
}

void TestVerdict::nothingIsSaidWhereSomethingIsMissing() {
    auto each = verdict(70, 70, 0, 0);
    QCOMPARE(each.agrees(), std::optional(true));
    QVERIFY(!each.zScore());
    each.undetermined = "a single trial has no variance";
    QVERIFY(!each.agrees());
    each = verdict(70, 70, 0.1, 0.1);
    each.measured.reset();
    QVERIFY(!each.agrees());
    QVERIFY(!each.zScore());
}

void TestVerdict::nanNeverAgrees() {
    QCOMPARE(verdict(std::nan(""), 70, 0.1, 0.5).agrees(), std::optional(false));
    QCOMPARE(verdict(70, 70, 0.1, std::nan("")).agrees(), std::optional(false));
}

void TestVerdict::rowsReadAsPeopleWriteThem() {
    const auto row = verdictRow(verdict(70.0117, 70, 0.0318, 0.2));
    QCOMPARE(QString::fromStdString(row.simulated), QString::fromUtf8("70.012 ± 0.032"));
    QCOMPARE(row.theory, std::string("70"));
    QCOMPARE(row.z, std::string("+0.4"));
    QCOMPARE(row.word, std::string("agrees"));
    QCOMPARE(verdictRow(verdict(71, 70, 0.1, 0.2)).word, std::string("differs"));
    QCOMPARE(QString::fromStdString(verdictRow(verdict(69.9, 70, 0.1, 0.2)).z),
             QString::fromUtf8("−1.0"));
}

void TestVerdict::rowsOfTestsShowThePValue() {
    auto each = verdict(30, 31, 8, 60);
    each.rule = VerdictRule::atMost;
    each.pValue = 0.412;
    auto row = verdictRow(each);
    QCOMPARE(row.simulated, std::string("p = 0.41"));
    QVERIFY(row.theory.empty() && row.z.empty());
    each.pValue = 1e-9;
    QCOMPARE(verdictRow(each).simulated, std::string("p < 0.0001"));
}

void TestVerdict::comparisonsAreVisibleOrNot() {
    auto each = verdict(0.5, 1, 0.01, 0.03);
    each.kind = VerdictKind::comparison;
    QCOMPARE(verdictRow(each).word, std::string("visible"));
    each.measured = 1.0;
    QCOMPARE(verdictRow(each).word, std::string("not visible"));
    each.undetermined = "why";
    QCOMPARE(verdictRow(each).word, std::string("undetermined"));
    QCOMPARE(verdictRow(each).note, std::string("why"));
}

void TestVerdict::aRowWithoutTheLawKeepsWhatWasSimulated() {
    auto each = verdict(70.0117, 70, 0.0318, 0.2);
    each.note = "theory says so";
    const auto row = verdictRowWithoutLaw(each);
    QCOMPARE(row.quantity, std::string("mean kept"));
    QCOMPARE(row.simulated, std::string("–"));
    QCOMPARE(row.theory, std::string("–"));
    QCOMPARE(row.z, std::string("–"));
    QCOMPARE(row.word, std::string("hidden"));
    QVERIFY(row.note.empty());
}

void TestVerdict::rowsCanBeSpoken() {
    auto each = verdict(-70.0117, -70, 0.0318, 0.2);
    QCOMPARE(spokenRow(verdictRow(each)),
             std::string("mean kept: simulated minus 70.012 plus or minus 0.032, theory minus 70, "
                         "agrees"));
    QCOMPARE(spokenRow(verdictRowWithoutLaw(each)), std::string("mean kept: hidden"));
    each.rule = VerdictRule::atMost;
    each.pValue = 0.41;
    QCOMPARE(spokenRow(verdictRow(each)), std::string("mean kept: p equals 0.41, agrees"));
    each = {};
    each.title = "variance";
    each.undetermined = "no trials yet";
    QCOMPARE(spokenRow(verdictRow(each)), std::string("variance: undetermined"));
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
