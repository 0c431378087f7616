#include "core/lab/parameters.h"

#include <QTest>

using namespace plumbline;

namespace {

ParameterSpec spec(ParameterKind kind, ParameterValue value) {
    return {.name = "x",
            .symbol = "x",
            .title = "",
            .description = "",
            .kind = kind,
            .defaultValue = std::move(value),
            .minimum = 0,
            .maximum = 1e6,
            .choices = {{"fixed", "fixed M"}, {"poisson", "random M"}},
            .applies = {}};
}

ParameterSpec specOfKind(const QString& kind) {
    if (kind == "real")
        return spec(ParameterKind::real, 0.5);
    if (kind == "integer")
        return spec(ParameterKind::integer, std::int64_t{5});
    if (kind == "choice")
        return spec(ParameterKind::choice, std::string("fixed"));
    if (kind == "switch")
        return spec(ParameterKind::toggle, true);
    if (kind == "vector")
        return spec(ParameterKind::vector, std::vector<double>{1});
    return spec(ParameterKind::text, std::string());
}

} // namespace

class TestParameterSpec : public QObject {
    Q_OBJECT

  private slots:
    void goodValuesAreRead_data();
    void goodValuesAreRead();
    void problemsNameParameterValueAndRule_data();
    void problemsNameParameterValueAndRule();
    void valuesOfTheWrongKindAreProblems();
    void parametersStartAtTheirDefaultsAndKeepTheOrder();
    void unknownNamesThrow();
    void applicabilityFollowsTheOtherParameter();
};

void TestParameterSpec::goodValuesAreRead_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("writtenBack");
    QTest::newRow("real") << "real"
                          << "0.25"
                          << "0.25";
    QTest::newRow("real at the end") << "real"
                                     << "1e6"
                                     << "1000000";
    QTest::newRow("integer") << "integer"
                             << "12"
                             << "12";
    QTest::newRow("integer in powers of ten") << "integer"
                                              << "1e3"
                                              << "1000";
    QTest::newRow("choice") << "choice"
                            << "poisson"
                            << "poisson";
    QTest::newRow("switch") << "switch"
                            << "off"
                            << "off";
    QTest::newRow("switch in words of programs") << "switch"
                                                 << "true"
                                                 << "on";
    QTest::newRow("vector") << "vector"
                            << "1,2.5,3"
                            << "1,2.5,3";
    QTest::newRow("text") << "text"
                          << "a b"
                          << "a b";
}

void TestParameterSpec::goodValuesAreRead() {
    QFETCH(QString, kind);
    QFETCH(QString, text);
    QFETCH(QString, writtenBack);
    const auto s = specOfKind(kind);
    const auto parsed = parseValue(s, text.toStdString());
    QVERIFY(std::holds_alternative<ParameterValue>(parsed));
    const auto& value = std::get<ParameterValue>(parsed);
    QCOMPARE(QString::fromStdString(plainValue(value)), writtenBack);
    QVERIFY(!checkValue(s, value));
    QCOMPARE(QString::fromStdString(kindName(s.kind)), kind);
}

void TestParameterSpec::problemsNameParameterValueAndRule_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("above") << "real"
                           << "1.5e6"
                           << "x must lie in [0, 1e6], got 1.5e6";
    QTest::newRow("below") << "real"
                           << "-1"
                           << "x must lie in [0, 1e6], got -1";
    QTest::newRow("nan") << "real"
                         << "nan"
                         << "x must lie in [0, 1e6], got nan";
    QTest::newRow("word") << "real"
                          << "abc"
                          << "x must be a number, got \"abc\"";
    QTest::newRow("empty") << "real"
                           << ""
                           << "x must be a number, got \"\"";
    QTest::newRow("fraction") << "integer"
                              << "2.5"
                              << "x must be a whole number, got 2.5";
    QTest::newRow("too large an integer") << "integer"
                                          << "1e30"
                                          << "x must lie in [0, 1e6], got 1e30";
    QTest::newRow("choice")
        << "choice"
        << "fixd"
        << "x must be one of fixed, poisson, got \"fixd\"; did you mean \"fixed\"?";
    QTest::newRow("switch") << "switch"
                            << "yes"
                            << "x must be on or off, got \"yes\"";
    QTest::newRow("vector entry") << "vector"
                                  << "1,a"
                                  << "x must be numbers separated by commas, got \"a\" in \"1,a\"";
    QTest::newRow("vector range") << "vector"
                                  << "1,-2"
                                  << "x must have entries that lie in [0, 1e6], got -2";
}

void TestParameterSpec::problemsNameParameterValueAndRule() {
    QFETCH(QString, kind);
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto parsed = parseValue(specOfKind(kind), text.toStdString());
    QVERIFY(std::holds_alternative<Problem>(parsed));
    QCOMPARE(QString::fromStdString(std::get<Problem>(parsed).message), message);
    QCOMPARE(std::get<Problem>(parsed).parameter, std::string("x"));
}

void TestParameterSpec::valuesOfTheWrongKindAreProblems() {
    QVERIFY(checkValue(specOfKind("real"), ParameterValue(std::int64_t{1})));
    QVERIFY(checkValue(specOfKind("integer"), ParameterValue(1.0)));
}

void TestParameterSpec::parametersStartAtTheirDefaultsAndKeepTheOrder() {
    auto first = specOfKind("real");
    auto second = specOfKind("choice");
    first.name = "b";
    second.name = "a";
    Parameters parameters({first, second});
    QCOMPARE(parameters.real("b"), 0.5);
    QCOMPARE(parameters.text("a"), std::string("fixed"));
    QCOMPARE(parameters.entries().front().first, std::string("b"));
    Parameters changed = parameters;
    changed.set("b", 0.75);
    QVERIFY(changed != parameters);
    QCOMPARE(changed.real("b"), 0.75);
}

void TestParameterSpec::unknownNamesThrow() {
    Parameters parameters({specOfKind("real")});
    QVERIFY_EXCEPTION_THROWN(parameters.real("y"), std::out_of_range);
    QVERIFY_EXCEPTION_THROWN(parameters.set("y", 1.0), std::out_of_range);
    QVERIFY_EXCEPTION_THROWN(parameters.integer("x"), std::bad_variant_access);
    QVERIFY(!parameters.contains("y"));
}

void TestParameterSpec::applicabilityFollowsTheOtherParameter() {
    auto mode = specOfKind("choice");
    mode.name = "units";
    auto rate = specOfKind("real");
    rate.applies = Applicability{"units", {"poisson"}, "M is fixed"};
    Parameters parameters({mode, rate});
    QVERIFY(!applies(rate, parameters));
    parameters.set("units", std::string("poisson"));
    QVERIFY(applies(rate, parameters));
    QVERIFY(applies(mode, parameters));
}

QTEST_APPLESS_MAIN(TestParameterSpec)
#include "tst_parameter_spec.moc"
