#include "core/lab/prediction.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace plumbline;

namespace {

Parameters parametersAt(double p) {
    ParameterSpec spec;
    spec.name = "p";
    spec.defaultValue = p;
    return Parameters({spec});
}

std::vector<std::string> textsOf(const Prediction& prediction) {
    std::vector<std::string> texts;
    for (const Answer& answer : prediction.answers)
        texts.push_back(answer.text);
    return texts;
}

std::set<std::string> setOf(const Prediction& prediction) {
    const auto texts = textsOf(prediction);
    return {texts.begin(), texts.end()};
}

} // namespace

class TestPrediction : public QObject {
    Q_OBJECT

  private slots:
    void theFirstTemptingNumbersAreTaken() {
        const auto prediction = numberPrediction(
            "How far?", {"right", 4.5826, "root"},
            {{"a", 21, ""}, {"b", 8.37, ""}, {"c", 50, ""}, {"d", 1, ""}}, parametersAt(0.3));
        QCOMPARE(prediction.question, std::string("How far?"));
        QCOMPARE(setOf(prediction), (std::set<std::string>{"4.58", "21", "8.37", "50"}));
    }

    void numbersTooNearToAnotherAreLeftOut() {
        const auto prediction = numberPrediction(
            "", {"right", 10, ""}, {{"a", 12.9, ""}, {"b", 20, ""}, {"c", 25, ""}, {"d", 5, ""}},
            parametersAt(0.3));
        QCOMPARE(setOf(prediction), (std::set<std::string>{"10", "20", "5"}));
    }

    void zeroMayBeRightAndMayTempt() {
        QCOMPARE(setOf(numberPrediction("", {"right", 0, ""}, {{"a", 0, ""}, {"b", 1, ""}},
                                        parametersAt(1))),
                 (std::set<std::string>{"0", "1"}));
        QCOMPARE(setOf(numberPrediction("", {"right", 1, ""}, {{"a", 0, ""}, {"b", 1, ""}},
                                        parametersAt(1))),
                 (std::set<std::string>{"0", "1"}));
    }

    void theOrderIsTheParametersAlone() {
        const auto at = [](double p) {
            return numberPrediction("", {"right", 1, ""},
                                    {{"a", 2, ""}, {"b", 4, ""}, {"c", 8, ""}}, parametersAt(p));
        };
        QCOMPARE(textsOf(at(0.25)), textsOf(at(0.25)));
        std::set<std::ptrdiff_t> places;
        for (int i = 0; i < 64; ++i) {
            const auto answers = at(i / 64.0).answers;
            places.insert(std::ranges::find_if(answers, &Answer::correct) - answers.begin());
        }
        QCOMPARE(places.size(), std::size_t{4}); // a fair shuffle misses one once in 1e8
    }
};

QTEST_GUILESS_MAIN(TestPrediction)
#include "tst_prediction.moc"
