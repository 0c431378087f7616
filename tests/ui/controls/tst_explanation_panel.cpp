#include "tests/support/sample_lab.h"
#include "ui/controls/appearance.h"
#include "ui/controls/explanation_panel.h"
#include "ui/controls/formula_block.h"
#include "ui/controls/formula_view.h"
#include "ui/controls/paragraph.h"
#include "ui/controls/plotted_list.h"
#include "ui/controls/prediction_box.h"
#include "ui/controls/switch.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

namespace {

Explanation sampleExplanation(double p = 0.3) {
    const SampleLab lab;
    Parameters parameters(lab.description().parameters);
    parameters.set("p", p);
    return lab.explain(lab.straightRun(parameters, 1, 10));
}

/// A view of which nothing but the prediction is set.
ViewSettings viewWith(bool predicting, std::string answer = {},
                      std::vector<std::pair<double, double>> guess = {}) {
    ViewSettings view;
    view.predicting = predicting;
    view.answer = std::move(answer);
    view.guess = std::move(guess);
    return view;
}

/// Everything that can be read in the panel now.
QString shownWords(const QWidget& panel) {
    QString words;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->isVisible())
            words += label->text() + QLatin1Char('\n');
    return words;
}

} // namespace

class TestExplanationPanel : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<ExplanationPanel> m_panel;
    std::vector<ViewSettings> m_edits;

    /// As the window does: what was edited comes back.
    void choose(const char* id) {
        const auto answers = sampleExplanation().prediction->answers;
        for (std::size_t i = 0; i < answers.size(); ++i)
            if (answers[i].id == id)
                QTest::mouseClick(m_panel->predictionBox()->answerButton(i), Qt::LeftButton);
    }

  private slots:
    void init() {
        m_panel = std::make_unique<ExplanationPanel>();
        m_panel->resize(260, 900);
        m_panel->setExplanation(sampleExplanation());
        m_panel->setView({});
        m_panel->show();
        m_edits.clear();
        connect(m_panel.get(), &ExplanationPanel::viewEdited, this,
                [this](const ViewSettings& view) { m_edits.push_back(view); });
    }
    void cleanup() { m_panel.reset(); }

    void paragraphsEscapeEverythingButBold() {
        const QString html = paragraphHtml("a < b & **c < d** **open");
        QVERIFY(html.contains(QStringLiteral("a &lt; b &amp; <b>c &lt; d</b> **open")));
    }

    void everyPartOfTheExplanationIsShown() {
        const QString words = shownWords(*m_panel);
        for (const char* part : {"Why binomial?", "independently", "Exact law", "0.3<sup>40</sup>",
                                 "inside the band", "the law", "The units are independent.",
                                 "What is plotted", "What to try", "Where it stops holding"})
            QVERIFY2(words.contains(QLatin1String(part)), part);
        QCOMPARE(m_panel->formulaBlock(0)->view()->accessibleName(),
                 QStringLiteral("The probability of k kept units"));
        QVERIFY(!m_panel->findChildren<RoleSwatch*>().isEmpty());
    }

    void numbersChangeInTheSameWidgets() {
        const auto widgets = m_panel->findChildren<QWidget*>();
        const int height = m_panel->heightForWidth(260);
        m_panel->setExplanation(sampleExplanation(0.4));
        QCOMPARE(m_panel->findChildren<QWidget*>(), widgets);
        QCOMPARE(m_panel->heightForWidth(260), height);
        QVERIFY(shownWords(*m_panel).contains(QStringLiteral("0.4<sup>40</sup>")));
        QVERIFY(!shownWords(*m_panel).contains(QStringLiteral("0.3")));
    }

    void partsThatAreGoneAreHidden() {
        m_panel->setExplanation({.title = "Only this",
                                 .paragraphs = {},
                                 .formulas = {},
                                 .plotted = {},
                                 .suggestions = {},
                                 .conditions = {},
                                 .prediction = {}});
        const QString words = shownWords(*m_panel);
        QVERIFY(words.contains(QStringLiteral("Only this")));
        for (const char* part : {"Exact law", "What to try", "Where it stops", "What is plotted"})
            QVERIFY2(!words.contains(QLatin1String(part)), part);
        QVERIFY(m_panel->tryButtons().at(0)->isHidden());
        m_panel->setExplanation(sampleExplanation());
        QVERIFY(shownWords(*m_panel).contains(QStringLiteral("Exact law")));
    }

    void oneClickSetsWhatIsToBeTried() {
        QSignalSpy presets(m_panel.get(), &ExplanationPanel::presetChosen);
        std::vector<std::pair<std::string, ParameterValue>> values;
        connect(m_panel.get(), &ExplanationPanel::valuesChosen, this,
                [&](const auto& chosen) { values = chosen; });
        QCOMPARE(m_panel->tryButtons().at(0)->text(), QStringLiteral("Try: a fair coin"));
        QTest::mouseClick(m_panel->tryButtons().at(0), Qt::LeftButton);
        QCOMPARE(presets.count(), 1);
        QCOMPARE(presets.last().at(0).toString(), QStringLiteral("half"));
        QTest::mouseClick(m_panel->tryButtons().at(1), Qt::LeftButton);
        QCOMPARE(presets.count(), 1);
        QCOMPARE(values.size(), std::size_t{1});
        QCOMPARE(values[0].first, std::string("units"));
        QVERIFY(values[0].second == ParameterValue(std::int64_t{2}));
    }

    void whilePredictingNothingGivesTheLawAway() {
        PredictionBox* box = m_panel->predictionBox();
        QTest::mouseClick(box->predictSwitch(), Qt::LeftButton);
        QCOMPARE(m_edits.size(), std::size_t{1});
        QVERIFY(m_edits[0].predicting);
        const QString words = shownWords(*m_panel);
        QVERIFY(words.contains(QStringLiteral("How often is nothing kept")));
        for (const char* part : {"Why binomial?", "Exact law", "0.3<sup>40</sup>", "the law"})
            QVERIFY2(!words.contains(QLatin1String(part)), part);
        QVERIFY(!m_panel->formulaBlock(0)->view()->isVisible());
        QVERIFY(!box->revealButton()->isEnabled());
        m_panel->setExplanation(sampleExplanation(0.4)); // the timer does not bring it back
        QVERIFY(!m_panel->formulaBlock(0)->view()->isVisible());
    }

    void anAnswerAllowsTheRevealWhichJudgesIt() {
        PredictionBox* box = m_panel->predictionBox();
        QTest::mouseClick(box->predictSwitch(), Qt::LeftButton);
        choose("never");
        QCOMPARE(m_edits.back().answer, std::string("never"));
        QVERIFY(m_edits.back().predicting);
        QVERIFY(box->revealButton()->isEnabled());
        QTest::mouseClick(box->revealButton(), Qt::LeftButton);
        QVERIFY(!m_edits.back().predicting);
        QCOMPARE(m_edits.back().answer, std::string("never"));
        const QString words = shownWords(*m_panel);
        QVERIFY(words.contains(QStringLiteral("<b>Not 0: it is between.</b> Some are lost.")));
        QVERIFY(words.contains(QStringLiteral("<b>0</b>: Nothing is lost.")));
        QVERIFY(words.contains(QStringLiteral("<b>1</b>: All is lost.")));
        QVERIFY(words.contains(QStringLiteral("Exact law")));
        QVERIFY(!box->predictSwitch()->isChecked());
    }

    void theRightAnswerIsCalledRight() {
        m_panel->setView(viewWith(true));
        choose("some");
        QTest::mouseClick(m_panel->predictionBox()->revealButton(), Qt::LeftButton);
        QVERIFY(shownWords(*m_panel).contains(QStringLiteral("<b>Right: between.</b>")));
    }

    void aDrawnGuessAllowsTheRevealToo() {
        ViewSettings view = viewWith(true);
        m_panel->setView(view);
        QVERIFY(!m_panel->predictionBox()->revealButton()->isEnabled());
        view.guess = {{0, 0.1}, {10, 0.2}};
        m_panel->setView(view);
        QVERIFY(m_panel->predictionBox()->revealButton()->isEnabled());
        QTest::mouseClick(m_panel->predictionBox()->revealButton(), Qt::LeftButton);
        QCOMPARE(m_edits.back().guess, view.guess);
        QVERIFY(shownWords(*m_panel).contains(QStringLiteral("<b>It is between.</b>")));
    }

    void savedViewsRestoreEveryStage() {
        PredictionBox* box = m_panel->predictionBox();
        m_panel->setView(viewWith(true, "always"));
        const auto answers = sampleExplanation().prediction->answers;
        for (std::size_t i = 0; i < answers.size(); ++i)
            QCOMPARE(box->answerButton(i)->isChecked(), answers[i].id == "always");
        QVERIFY(box->revealButton()->isEnabled());
        m_panel->setView(viewWith(false, "always"));
        QVERIFY(shownWords(*m_panel).contains(QStringLiteral("<b>Not 1: it is between.</b>")));
        m_panel->setView({});
        QVERIFY(!box->outcome()->isVisible());
        m_panel->setView(viewWith(true, "an answer of another lab"));
        QVERIFY(!box->revealButton()->isEnabled());
        QVERIFY(m_edits.empty());
    }

    void startingAgainClearsGuessAndAnswer() {
        PredictionBox* box = m_panel->predictionBox();
        m_panel->setView(viewWith(false, "always", {{0, 1}, {1, 2}}));
        QTest::mouseClick(box->againButton(), Qt::LeftButton);
        QVERIFY(m_edits.back().predicting);
        QVERIFY(m_edits.back().guess.empty());
        QVERIFY(m_edits.back().answer.empty());
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(!box->answerButton(i)->isChecked());
        choose("always");
        QTest::mouseClick(box->predictSwitch(), Qt::LeftButton); // given up
        QVERIFY(!m_edits.back().predicting);
        QVERIFY(m_edits.back().answer.empty());
    }

    void aLabWithoutAQuestionAsksForADrawing() {
        auto explanation = sampleExplanation();
        explanation.prediction.reset();
        m_panel->setExplanation(explanation);
        m_panel->setView(viewWith(true));
        QVERIFY(shownWords(*m_panel).contains(QStringLiteral("Draw your guess")));
        QVERIFY(!m_panel->predictionBox()->answerButton(0)->isVisible());
    }
};

QTEST_MAIN(TestExplanationPanel)
#include "tst_explanation_panel.moc"
