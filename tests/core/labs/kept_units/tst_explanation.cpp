#include "core/labs/kept_units/explained_laws.h"
#include "core/labs/kept_units/explanation.h"
#include "core/labs/kept_units/kept_units.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace plumbline;

namespace {

using Real = long double;

constexpr std::int64_t kTrials = 2000;

Report reported(double p, std::int64_t m, double lambda, bool random,
                std::int64_t trials = kTrials) {
    Parameters parameters(keptUnitsLab().description().parameters);
    parameters.set("p", p);
    parameters.set("M", m);
    parameters.set("lambda", lambda);
    parameters.set("units", std::string(random ? "poisson" : "fixed"));
    parameters.set("sampling", std::string("histogram"));
    const auto run = keptUnitsLab().start(parameters, 3, kTrials);
    run->advance(trials, {.stop = {}, .threads = 1, .deadline = {}, .progress = {}});
    return run->report(Detail::complete);
}

Report fixedUnits(double p, std::int64_t m) {
    return reported(p, m, 100, false);
}

Report randomUnits(double p, double lambda) {
    return reported(p, 100, lambda, true);
}

const Formula& formula(const Explanation& explanation, const std::string& id) {
    for (const Formula& each : explanation.formulas)
        if (each.id == id)
            return each;
    throw std::out_of_range("no formula " + id);
}

/// "1.5×10⁻³" and "−1,000" as a program reads them.
QString readable(QString text) {
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString result;
    text.replace(QStringLiteral("×10"), QStringLiteral("e")).replace(u'−', u'-');
    for (const QChar character : text) {
        const auto digit = digits.indexOf(character);
        if (digit >= 0)
            result += QString::number(digit);
        else
            result += character == u'⁻' ? QChar(u'-') : character;
    }
    static const QRegularExpression comma(QStringLiteral("(?<=[0-9]),(?=[0-9]{3})"));
    return result.remove(comma);
}

/// Every number of a text in order.
std::vector<double> numbersIn(const QString& text) {
    static const QRegularExpression number(QStringLiteral("-?[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?"));
    std::vector<double> numbers;
    auto matches = number.globalMatch(readable(text));
    while (matches.hasNext())
        numbers.push_back(matches.next().captured().toDouble());
    return numbers;
}

/// What stands out: <b>this</b> or **this**.
std::vector<double> boldIn(const std::string& text) {
    static const QRegularExpression bold(QStringLiteral("<b>([^<]*)</b>|\\*\\*([^*]*)\\*\\*"));
    std::vector<double> numbers;
    auto matches = bold.globalMatch(QString::fromStdString(text));
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (const double number : numbersIn(match.captured(1) + match.captured(2)))
            numbers.push_back(number);
    }
    return numbers;
}

void compare(double shown, Real expected, Real relative = 6e-3L) {
    const auto error = std::fabs(static_cast<Real>(shown) - expected);
    QVERIFY2(error <= relative * std::fabs(expected),
             qPrintable(
                 QStringLiteral("%1, expected %2").arg(shown).arg(static_cast<double>(expected))));
}

Real binomialMass(Real m, Real k, Real p) {
    if (p == 0 || p == 1)
        return k == (p == 0 ? m : 0) ? 1 : 0;
    return std::exp(std::lgamma(m + 1) - std::lgamma(k + 1) - std::lgamma(m - k + 1) +
                    k * std::log1p(-p) + (m - k) * std::log(p));
}

Real poissonMass(Real mean, Real k) {
    return mean == 0 ? (k == 0 ? 1 : 0) : std::exp(k * std::log(mean) - mean - std::lgamma(k + 1));
}

Real distanceBySum(std::int64_t m, Real p) {
    Real distance = 0;
    Real poissonInside = 0;
    for (std::int64_t k = 0; k <= m; ++k) {
        const Real f = poissonMass(static_cast<Real>(m) * (1 - p), static_cast<Real>(k));
        distance += std::fabs(binomialMass(static_cast<Real>(m), static_cast<Real>(k), p) - f) / 2;
        poissonInside += f;
    }
    return distance + (1 - poissonInside) / 2;
}

std::string everyWord(const Explanation& explanation) {
    std::string all = explanation.title;
    const auto add = [&all](const std::string& text) { all += "\n" + text; };
    for (const auto& text : explanation.paragraphs)
        add(text);
    for (const auto& each : explanation.formulas) {
        add(each.numbers);
        add(each.note);
    }
    for (const auto& item : explanation.plotted)
        add(item.meaning);
    for (const auto& suggestion : explanation.suggestions)
        add(suggestion.text + suggestion.description);
    for (const auto& text : explanation.conditions)
        add(text);
    add(explanation.prediction->question);
    for (const auto& answer : explanation.prediction->answers)
        add(answer.text + answer.why);
    return all;
}

void addFixedGrid() {
    QTest::addColumn<double>("p");
    QTest::addColumn<qint64>("m");
    for (const double p :
         {0.0, 1e-300, 1e-9, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9, 1 - 0x1p-53, 1.0})
        for (const qint64 m : {1LL, 2LL, 5LL, 100LL, 5000LL, 1'000'000LL, 1'000'000'000LL})
            QTest::addRow("p = %g, M = %lld", p, m) << p << m;
}

void addRandomGrid() {
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("lambda");
    for (const double p : {0.0, 1e-9, 0.3, 0.5, 0.999, 1 - 1e-9, 1.0})
        for (const double lambda : {0.01, 0.5, 1.0, 100.0, 12345.67, 1e6})
            QTest::addRow("p = %g, lambda = %g", p, lambda) << p << lambda;
}

} // namespace

/// The numbers in the words, read back and compared with a computation of their own.
class TestExplanation : public QObject {
    Q_OBJECT

  private slots:
    void fixedUnitsHaveTheLawsNumbers_data() { addFixedGrid(); }
    void fixedUnitsHaveTheLawsNumbers();
    void theTwoLawsDistanceIsTheSum();
    void whatIsPutInIsTheFormulas();
    void randomUnitsHaveTheLawsNumbers_data() { addRandomGrid(); }
    void randomUnitsHaveTheLawsNumbers();
    void whatWasSeenIsTheReports_data();
    void whatWasSeenIsTheReports();
    void nothingIsSeenWithoutTrials();
    void nothingIsNonsense_data() { addFixedGrid(); }
    void nothingIsNonsense();
    void spokenWordsAreWordsAlone();
    void suggestionsAreValidAndKeepTheirPromise_data() { addFixedGrid(); }
    void suggestionsAreValidAndKeepTheirPromise();
    void whatIsOnShowIsNotSuggested();
    void thePlateauIsTheLimitOfTheDistance();
    void oneAnswerIsRightAndAllDiffer();
    void typicalMistakesAreOffered();
    void samplersOfTheLawAreOwnedUpTo();
};

void TestExplanation::fixedUnitsHaveTheLawsNumbers() {
    QFETCH(double, p);
    QFETCH(qint64, m);
    const auto explanation = kept_units::explain(fixedUnits(p, m));
    const Real units = static_cast<Real>(m);
    const Real q = 1 - static_cast<Real>(p);
    const Real mode = std::min(units, std::floor((units + 1) * q));
    const auto mass = formula(explanation, "binomial-pmf");
    compare(numbersIn(QString::fromStdString(mass.numbers)).at(0), mode, 1e-12L);
    compare(boldIn(mass.numbers).at(0), binomialMass(units, mode, p));
    const auto moments = formula(explanation, "binomial-moments");
    compare(boldIn(moments.numbers).at(0), units * q, 6e-6L);
    compare(boldIn(moments.numbers).at(1), units * p * q, 6e-6L);
    compare(boldIn(moments.note).at(0), std::sqrt(units * p * q));
    const auto limit = formula(explanation, "poisson-limit");
    compare(boldIn(limit.numbers).at(0), units * q, 6e-6L);
    compare(boldIn(limit.numbers).at(1), poissonMass(units * q, mode));
    const auto bound = boldIn(formula(explanation, "variation-bound").numbers);
    QVERIFY(bound.at(0) >= 0 && bound.at(0) <= 1);
    if (q == 0) {
        QCOMPARE(bound.size(), std::size_t{1});
        return;
    }
    compare(bound.at(1), -std::expm1(-units * q) * q);
    compare(bound.at(2), units * q * q);
    QVERIFY(bound.at(0) <= bound.at(1) * 1.01 && bound.at(1) <= bound.at(2) * 1.01);
    compare(boldIn(formula(explanation, "visible-trials").numbers).at(0), 18 / (q * q));
}

void TestExplanation::theTwoLawsDistanceIsTheSum() {
    for (const double p : {0.01, 0.3, 0.5, 0.9, 0.999})
        for (const std::int64_t m : {1, 2, 5, 100, 1000}) {
            const auto explanation = kept_units::explain(fixedUnits(p, m));
            compare(boldIn(formula(explanation, "variation-bound").numbers).at(0),
                    distanceBySum(m, p));
        }
}

void TestExplanation::whatIsPutInIsTheFormulas() {
    const auto fixed = kept_units::explain(fixedUnits(0.3, 100));
    QCOMPARE(formula(fixed, "binomial-pmf").numbers,
             std::string("<i>P</i>(<i>K</i> = 70) = C(100, 70) · 0.7<sup>70</sup> · "
                         "0.3<sup>30</sup> = <b>0.0868</b>"));
    QCOMPARE(formula(fixed, "visible-trials").numbers,
             std::string("<i>N</i> = 18 / 0.7<sup>2</sup> = <b>36.7</b>"));
    const auto random = kept_units::explain(randomUnits(0.3, 100));
    QCOMPARE(formula(random, "thinned-pmf").numbers,
             std::string("<i>P</i>(<i>K</i> = 70) = <i>e</i><sup>−70</sup> · 70<sup>70</sup> / "
                         "70! = <b>0.0476</b>"));
    QCOMPARE(formula(random, "kept-dropped-covariance").numbers,
             std::string("0.3 · 0.7 · (100 − 100) = <b>0</b>"));
}

void TestExplanation::randomUnitsHaveTheLawsNumbers() {
    QFETCH(double, p);
    QFETCH(double, lambda);
    const auto explanation = kept_units::explain(randomUnits(p, lambda));
    const Real mean = lambda * (1 - static_cast<Real>(p));
    const Real droppedMean = static_cast<Real>(lambda) * p;
    const Real mode = std::floor(mean);
    const auto mass = formula(explanation, "thinned-pmf");
    compare(numbersIn(QString::fromStdString(mass.numbers)).at(0), mode, 1e-12L);
    compare(boldIn(mass.numbers).at(0), poissonMass(mean, mode));
    const auto moments = formula(explanation, "thinned-moments");
    compare(boldIn(moments.numbers).at(0), mean, 6e-6L);
    compare(boldIn(moments.note).at(0), std::sqrt(mean));
    compare(boldIn(moments.note).at(1), std::sqrt(mean * p));
    compare(boldIn(formula(explanation, "thinned-pair").numbers).at(0),
            poissonMass(mean, mode) * poissonMass(droppedMean, std::floor(droppedMean)));
    const auto covariance = formula(explanation, "kept-dropped-covariance");
    QCOMPARE(boldIn(covariance.numbers).at(0), 0.0);
    compare(boldIn(covariance.note).at(0), -mean * p);
    QVERIFY(!QString::fromStdString(everyWord(explanation))
                 .contains(QRegularExpression(QStringLiteral("nan|inf|(?<![0-9.])0<sup>0"),
                                              QRegularExpression::CaseInsensitiveOption)));
}

void TestExplanation::whatWasSeenIsTheReports_data() {
    QTest::addColumn<double>("p");
    QTest::addColumn<bool>("random");
    for (const double p : {0.0, 0.2, 0.5, 0.95, 1.0})
        for (const bool random : {false, true})
            QTest::addRow("p = %g, %s", p, random ? "random" : "fixed") << p << random;
}

void TestExplanation::whatWasSeenIsTheReports() {
    QFETCH(double, p);
    QFETCH(bool, random);
    const auto report = reported(p, 60, 60, random);
    const auto explanation = kept_units::explain(report);
    const auto& mass = formula(explanation, random ? "thinned-pmf" : "binomial-pmf");
    const double mode = numbersIn(QString::fromStdString(mass.numbers)).at(0);
    const auto& bars = std::get<Histogram>(report.figure("kept-units")->content);
    const auto at = static_cast<std::size_t>(std::ranges::find(bars.simulated.x, mode) -
                                             bars.simulated.x.begin());
    const double count = std::round(bars.simulated.y.at(at) * kTrials);
    const double low = std::round(bars.band.low.at(at) * kTrials);
    const double high = std::round(bars.band.high.at(at) * kTrials);
    const auto& ks = report.array("k")->values;
    const auto row = static_cast<std::size_t>(std::ranges::find(ks, mode) - ks.begin());
    QCOMPARE(report.array("count")->values.at(row), count);
    const bool inside = low <= count && count <= high;
    QVERIFY(std::fabs(boldIn(mass.note).at(0) - count / kTrials) < 0.006 * count / kTrials);
    QCOMPARE(QString::fromStdString(mass.note).contains(QStringLiteral("inside")), inside);
    const auto band =
        numbersIn(QString::fromStdString(formula(explanation, "simultaneous-band").numbers));
    QCOMPARE(band, inside ? (std::vector<double>{mode, low, count, high})
                          : (std::vector<double>{mode, count, low, high}));
}

void TestExplanation::nothingIsSeenWithoutTrials() {
    for (const bool random : {false, true}) {
        const auto explanation = kept_units::explain(reported(0.3, 100, 100, random, 0));
        QVERIFY(formula(explanation, random ? "thinned-pmf" : "binomial-pmf").note.empty());
        QVERIFY(everyWord(explanation).find("see **") == std::string::npos);
    }
}

void TestExplanation::nothingIsNonsense() {
    QFETCH(double, p);
    QFETCH(qint64, m);
    const QString words = QString::fromStdString(everyWord(kept_units::explain(fixedUnits(p, m))));
    static const QRegularExpression nonsense(QStringLiteral("nan|inf\\b|(?<![0-9.])0<sup>0|-[0-9]"),
                                             QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(!words.contains(nonsense), qPrintable(words));
    // No law of a chance is written as if it were certain.
    if (p > 0 && p < 1)
        QVERIFY2(!words.contains(QStringLiteral("probability q = 1 − p = **1**")) &&
                     !words.contains(QStringLiteral("probability q = 1 − p = **0**")),
                 qPrintable(words));
    QCOMPARE(words.contains(QStringLiteral("∞ as")), p == 1);
    QCOMPARE(words.count(QStringLiteral("**")) % 2, 0);
}

void TestExplanation::spokenWordsAreWordsAlone() {
    static const QRegularExpression words(QStringLiteral("^[A-Z][A-Za-z ,'-]+\\.$"));
    for (const bool random : {false, true})
        for (const Formula& each : kept_units::explain(reported(0.3, 100, 100, random)).formulas) {
            QVERIFY2(QString::fromStdString(each.spoken).contains(words), each.spoken.c_str());
            QVERIFY(!each.heading.empty());
        }
}

void TestExplanation::suggestionsAreValidAndKeepTheirPromise() {
    QFETCH(double, p);
    QFETCH(qint64, m);
    const auto report = fixedUnits(p, m);
    for (const auto& suggestion : kept_units::explain(report).suggestions) {
        QVERIFY(suggestion.presetId.empty() != suggestion.values.empty());
        if (suggestion.values.empty())
            continue;
        Parameters parameters = report.parameters;
        for (const auto& [name, value] : suggestion.values)
            parameters.set(name, value);
        QVERIFY(validate(keptUnitsLab(), parameters, report.plannedTrials).empty());
        QCOMPARE(parameters.integer("M"), m * 10);
        const double before = static_cast<double>(m) * (1 - p);
        const double after = 10 * static_cast<double>(m) * (1 - parameters.real("p"));
        // Numbers next to 1 are 2^-53 apart.
        QVERIFY(std::fabs(after - before) <= 1e-8 * before + 10 * static_cast<double>(m) * 0x1p-53);
    }
}

void TestExplanation::whatIsOnShowIsNotSuggested() {
    const auto& presets = keptUnitsLab().description().presets;
    for (const Preset& preset : presets) {
        const auto parameters = presetParameters(keptUnitsLab().description(), preset);
        const auto run = keptUnitsLab().start(parameters, 1, 10);
        for (const auto& suggestion : kept_units::explain(run->report(Detail::figures)).suggestions)
            QVERIFY(suggestion.presetId != preset.id);
    }
}

void TestExplanation::thePlateauIsTheLimitOfTheDistance() {
    for (const double p : {1e-9, 0.1, 0.3, 0.5, 0.9, 0.999, 1 - 1e-7}) {
        const auto explanation = kept_units::explain(fixedUnits(p, 1'000'000'000));
        const double limit = boldIn(explanation.conditions.at(0)).at(0);
        compare(boldIn(formula(explanation, "variation-bound").numbers).at(0), limit,
                p > 0.99999 ? 0.1L : 0.011L); // where M q is only 100, the limit is far
    }
}

void TestExplanation::oneAnswerIsRightAndAllDiffer() {
    std::mt19937_64 random(7);
    // The standard's own distributions differ between compilers.
    const auto uniform = [](std::mt19937_64& bits) { return std::ldexp(bits() >> 11, -53); };
    const auto& specs = keptUnitsLab().description().parameters;
    for (int i = 0; i < 2000; ++i) {
        Parameters parameters(specs);
        const double edges[] = {0,
                                1,
                                0.5,
                                0.25,
                                0.75,
                                std::pow(10, -20 * uniform(random)),
                                1 - std::pow(10, -15 * uniform(random))};
        const auto choice = random() % 12;
        parameters.set("p", choice < 7 ? edges[choice] : uniform(random));
        parameters.set("M", std::llround(std::pow(10, 9 * uniform(random))));
        parameters.set("lambda", std::pow(10, 8 * uniform(random) - 2));
        parameters.set("units", std::string(i % 2 == 0 ? "fixed" : "poisson"));
        const auto setting = kept_units::makeSetting(parameters, 1, 1000);
        const auto prediction = kept_units::predictSpread(parameters, setting);
        std::set<std::string> ids;
        std::set<std::string> texts;
        int right = 0;
        for (const Answer& answer : prediction.answers) {
            ids.insert(answer.id);
            texts.insert(answer.text);
            QVERIFY(!answer.why.empty());
            right += answer.correct ? 1 : 0;
            if (!answer.correct)
                continue;
            const auto numbers = numbersIn(QString::fromStdString(answer.text));
            compare(numbers.at(0), std::sqrt(static_cast<Real>(setting.law->variance())));
        }
        QCOMPARE(right, 1);
        QVERIFY(prediction.answers.size() == 3 || prediction.answers.size() == 4);
        QCOMPARE(ids.size(), prediction.answers.size());
        QCOMPARE(texts.size(), prediction.answers.size());
        QCOMPARE(kept_units::predictSpread(parameters, setting).answers.front().id,
                 prediction.answers.front().id);
    }
}

void TestExplanation::typicalMistakesAreOffered() {
    const auto prediction = kept_units::explain(fixedUnits(0.3, 100)).prediction.value();
    std::set<std::string> texts;
    for (const Answer& answer : prediction.answers)
        texts.insert(answer.text);
    // the spread, the variance, without the factor p; and 100 units rather than their root
    QCOMPARE(texts, (std::set<std::string>{"4.58", "21", "8.37", "100"}));
}

void TestExplanation::samplersOfTheLawAreOwnedUpTo() {
    const auto last = [](const char* sampling) {
        Parameters parameters(keptUnitsLab().description().parameters);
        parameters.set("sampling", std::string(sampling));
        const auto run = keptUnitsLab().start(parameters, 1, 10);
        return kept_units::explain(run->report(Detail::figures)).conditions.back();
    };
    QVERIFY(last("histogram").find("tests the sampler") != std::string::npos);
    QVERIFY(last("masks").find("tests the sampler") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
