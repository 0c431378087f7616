#include "tests/support/sample_lab.h"
#include "ui/controls/explanation_panel.h"
#include "ui/controls/paragraph.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/prediction_box.h"
#include "ui/controls/switch.h"
#include "ui/window/lab_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

namespace {

/// A view of which nothing but the prediction is set.
ViewSettings viewWith(bool predicting, std::string answer = {},
                      std::vector<std::pair<double, double>> guess = {}) {
    ViewSettings view;
    view.predicting = predicting;
    view.answer = std::move(answer);
    view.guess = std::move(guess);
    return view;
}

} // namespace

/// What the theory beside the figures does to the scene.
class TestLabPanel : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    std::unique_ptr<LabPanel> m_panel;
    std::vector<ViewSettings> m_views;

    ExplanationPanel* theory() const { return m_panel->explanationPanel(); }

    void explain() {
        m_panel->setExplanation(m_lab.straightRun(m_panel->scene().parameters, 1, 10));
    }

    void change(double p) {
        Parameters parameters = m_panel->scene().parameters;
        parameters.set("p", p);
        emit m_panel->parameterPanel()->parametersChanged(parameters);
    }

  private slots:
    void init() {
        m_panel = std::make_unique<LabPanel>(m_lab);
        m_views.clear();
        connect(m_panel.get(), &LabPanel::viewEdited, this,
                [this](const ViewSettings& view) { m_views.push_back(view); });
        explain();
        m_panel->show();
    }
    void cleanup() { m_panel.reset(); }

    void triedValuesAreOneChangeThatKeepsTheRest() {
        change(0.7);
        QSignalSpy changes(m_panel.get(), &LabPanel::parametersChanged);
        QTest::mouseClick(theory()->tryButtons().at(1), Qt::LeftButton);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(m_panel->scene().parameters.integer("units"), 2);
        QCOMPARE(m_panel->scene().parameters.real("p"), 0.7);
        QCOMPARE(m_panel->parameterPanel()->parameters(), m_panel->scene().parameters);
    }

    void aTriedPresetRestarts() {
        QSignalSpy restarts(m_panel.get(), &LabPanel::restartRequested);
        QTest::mouseClick(theory()->tryButtons().at(0), Qt::LeftButton);
        QCOMPARE(restarts.count(), 1);
        QCOMPARE(m_panel->scene().parameters.real("p"), 0.5);
        QCOMPARE(m_panel->scene().trials, 5000);
    }

    void predictingIsPartOfTheScene() {
        Scene scene = m_panel->scene();
        scene.view.axes = AxesMode::locked;
        m_panel->setScene(scene);
        QTest::mouseClick(theory()->predictionBox()->predictSwitch(), Qt::LeftButton);
        QVERIFY(m_panel->scene().view.predicting);
        QCOMPARE(m_views.back(), m_panel->scene().view);
        QCOMPARE(m_views.back().axes, AxesMode::locked);
        QTest::mouseClick(theory()->predictionBox()->answerButton(0), Qt::LeftButton);
        QVERIFY(!m_panel->scene().view.answer.empty());
        QCOMPARE(parseScene(formatScene(m_panel->scene()), {&m_lab}).scene, m_panel->scene());
    }

    void otherParametersKeepPredictingAndForgetTheGuess() {
        m_panel->setView(viewWith(true, "some", {{0, 0.5}, {1, 0.5}}));
        change(0.6);
        QVERIFY(m_panel->scene().view.predicting);
        QVERIFY(m_panel->scene().view.guess.empty());
        QVERIFY(m_panel->scene().view.answer.empty());
        QCOMPARE(m_views.size(), std::size_t{1});
        QCOMPARE(m_views.back(), m_panel->scene().view);
        QVERIFY(!theory()->predictionBox()->revealButton()->isEnabled());
        change(0.61);
        QCOMPARE(m_views.size(), std::size_t{1}); // there was nothing more to forget
    }

    void aPresetForgetsTheGuessToo() {
        m_panel->setView(viewWith(false, "some"));
        QTest::mouseClick(theory()->tryButtons().at(0), Qt::LeftButton);
        QVERIFY(m_panel->scene().view.answer.empty());
    }

    void aRevealedCurveIsToldHowNearItCame() {
        const auto told = [this] {
            QString words;
            for (const QLabel* label :
                 theory()->predictionBox()->outcome()->findChildren<QLabel*>())
                words += label->text();
            return words.contains(QStringLiteral("total variation"));
        };
        m_panel->setView(viewWith(false, "some"));
        explain();
        QVERIFY(!told());
        m_panel->setView(viewWith(false, {}, {{0, 1}, {1, 1}}));
        explain();
        QVERIFY(told());
    }

    void anOpenedSceneBringsItsGuess() {
        Scene scene = m_panel->scene();
        scene.view = viewWith(true, "never");
        m_panel->setScene(scene);
        QVERIFY(theory()->predictionBox()->revealButton()->isEnabled());
        QVERIFY(theory()->predictionBox()->predictSwitch()->isChecked());
        QVERIFY(m_views.empty());
    }

    void whatTheFiguresSayOfTheViewIsKept() {
        ViewSettings view = viewWith(true, {}, {{0, 1}, {2, 3}});
        view.figure = "sample";
        m_panel->setView(view);
        QCOMPARE(m_panel->scene().view.figure, std::string("sample"));
        QVERIFY(theory()->predictionBox()->revealButton()->isEnabled());
        QVERIFY(m_views.empty());
    }
};

QTEST_MAIN(TestLabPanel)
#include "tst_lab_panel.moc"
