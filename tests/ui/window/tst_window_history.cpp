#include "tests/support/sample_lab.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/number_box.h"
#include "ui/controls/number_control.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/run_panel.h"
#include "ui/controls/slider.h"
#include "ui/controls/text_controls.h"
#include "ui/session/scene_source.h"
#include "ui/window/banner.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/top_bar.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace plumbline;

class TestWindowHistory : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    SampleLab m_other{{}, "other", "Other units"};
    std::unique_ptr<MainWindow> m_window;

    NumberControl* number(const char* name) {
        return qobject_cast<NumberControl*>(m_window->labPanel()->parameterPanel()->control(name));
    }
    void type(NumberBox* box, const QString& text) {
        auto* edit = box->findChild<QLineEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
    }
    double p() { return m_window->scene().parameters.real("p"); }
    std::string shownLab() { return m_window->labPanel()->lab().description().id; }
    const Report& report() { return *m_window->reportPage()->report(); }
    QUndoStack& steps() { return *m_window->history().stack(); }

  private slots:
    void init() {
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&m_lab, &m_other});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->reportPage()->report());
    }
    void cleanup() { m_window.reset(); }

    void aDragIsOneStepAndComesBackExactly() {
        Slider* slider = number("p")->slider();
        const QPoint start = slider->handleCentre();
        QTest::mousePress(slider, Qt::LeftButton, {}, start);
        for (int x = 0; x < 60; x += 3)
            QTest::mouseMove(slider, start + QPoint(x, 0));
        QTest::mouseRelease(slider, Qt::LeftButton, {}, start + QPoint(60, 0));
        const double dragged = p();
        QVERIFY(dragged > 0.35);
        QCOMPARE(steps().count(), 1);
        press(Qt::Key_Z);
        QCOMPARE(p(), 0.3);
        QCOMPARE(slider->value(), 0.3);
        QTRY_COMPARE(report().parameters.real("p"), 0.3);
        press(Qt::Key_Y);
        QCOMPARE(p(), dragged);
        QTRY_COMPARE(report().parameters.real("p"), dragged);
        press(Qt::Key_Z);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(p(), dragged);
    }

    void everyKindOfChangeIsAStep() {
        RunPanel* run = m_window->labPanel()->runPanel();
        type(number("p")->box(), QStringLiteral("0.123456789"));
        type(run->trials(), QStringLiteral("5,000"));
        type(run->seed(), QStringLiteral("99"));
        run->newSeedButton()->click();
        run->presets()->setFocus();
        QTest::keyClick(run->presets(), Qt::Key_Down);
        m_window->resetAll();
        QCOMPARE(steps().count(), 5); // seed 99 and the new seed are one stroke
        QCOMPARE(steps().text(0), QStringLiteral("p 0.30 → 0.123456789"));
        QCOMPARE(steps().text(1), QStringLiteral("trials 20,000 → 5,000"));
        QCOMPARE(steps().text(3), QStringLiteral("preset p = 1/2, a fair coin"));
        QCOMPARE(steps().text(4), QStringLiteral("reset all"));
        const Scene last = m_window->scene();
        while (steps().canUndo())
            steps().undo();
        Scene first = defaultScene(m_lab);
        first.view.theme = m_window->themeChoice();
        QCOMPARE(m_window->scene(), first);
        while (steps().canRedo())
            steps().redo();
        QCOMPARE(m_window->scene(), last);
    }

    void undoingANumberOfTrialsDoesNotRestartTheRun() {
        QTRY_VERIFY(m_window->runner().isFinished());
        type(m_window->labPanel()->runPanel()->trials(), QStringLiteral("30,000"));
        QTRY_COMPARE(report().trials, std::int64_t{30000});
        QTRY_VERIFY(m_window->runner().isFinished());
        steps().undo();
        QCOMPARE(m_window->scene().trials, std::int64_t{20000});
        steps().redo();
        QTRY_COMPARE(report().trials, std::int64_t{30000});
    }

    void undoingAChangeOfAnotherLabShowsThatLab() {
        type(number("p")->box(), QStringLiteral("0.9"));
        auto* list = m_window->findChild<QListWidget*>(QStringLiteral("labList"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(shownLab(), std::string("other"));
        type(number("p")->box(), QStringLiteral("0.6"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Up);
        QCOMPARE(shownLab(), std::string("sample"));
        press(Qt::Key_Z);
        QCOMPARE(shownLab(), std::string("other"));
        QCOMPARE(p(), 0.3);
        QTRY_COMPARE(report().lab, std::string("other"));
        press(Qt::Key_Z);
        QCOMPARE(shownLab(), std::string("sample"));
        QCOMPARE(p(), 0.3);
        QTRY_COMPARE(report().lab, std::string("sample"));
        QTRY_COMPARE(report().parameters.real("p"), 0.3);
        press(Qt::Key_Y);
        press(Qt::Key_Y);
        QCOMPARE(shownLab(), std::string("other"));
        QCOMPARE(p(), 0.6);
    }

    void anOpenedSceneIsAStepWithItsViewAndTheme() {
        m_window->setThemeChoice(ThemeChoice::light);
        const Scene before = m_window->scene();
        FoundScene found;
        found.scene = defaultScene(m_other);
        found.scene->parameters.set("p", 0.8);
        found.scene->view.theme = ThemeChoice::dark;
        found.scene->view.set("histogram", {.x = AxisRange{1, 9}, .y = {}, .hidden = {}});
        m_window->open(found, QStringLiteral("paste"));
        QCOMPARE(m_window->scene(), *found.scene);
        QTRY_COMPARE(m_window->reportPage()->view().of("histogram").x,
                     std::optional(AxisRange{1, 9}));
        steps().undo();
        QCOMPARE(m_window->scene(), before);
        QCOMPARE(m_window->themeChoice(), ThemeChoice::light);
        steps().redo();
        QCOMPARE(m_window->scene(), *found.scene);
    }

    void theWayItIsLookedAtIsNoStepAndSurvivesUndo() {
        QTRY_VERIFY(m_window->runner().isFinished());
        type(number("p")->box(), QStringLiteral("0.5"));
        ViewSettings view = m_window->reportPage()->view();
        view.set("histogram", {.x = AxisRange{1, 9}, .y = {}, .hidden = {"law"}});
        emit m_window->reportPage()->viewChanged(view);
        QCOMPARE(steps().count(), 1);
        steps().undo();
        QCOMPARE(p(), 0.3);
        QCOMPARE(m_window->scene().view.of("histogram"), view.of("histogram"));
    }

    void eachLabKeepsItsView() {
        QTRY_VERIFY(m_window->runner().isFinished());
        m_window->setAxesMode(AxesMode::theory);
        auto* list = m_window->findChild<QListWidget*>(QStringLiteral("labList"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_COMPARE(report().lab, std::string("other"));
        QCOMPARE(m_window->reportPage()->view().axes, AxesMode::automatic);
        QCOMPARE(m_window->scene().view.axes, AxesMode::automatic);
        QTest::keyClick(list, Qt::Key_Up);
        QTRY_COMPARE(report().lab, std::string("sample"));
        QCOMPARE(m_window->reportPage()->view().axes, AxesMode::theory);
        QCOMPARE(m_window->scene().view.axes, AxesMode::theory);
    }

    void textThatIsBeingTypedHasItsOwnUndo() {
        type(number("units")->box(), QStringLiteral("50"));
        NumberBox* box = number("p")->box();
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("0.77"));
        press(Qt::Key_Z);
        QCOMPARE(m_window->scene().parameters.integer("units"), std::int64_t{50});
        QVERIFY(box->text() != QStringLiteral("0.77"));
        QTest::keyClick(box, Qt::Key_Escape);
        press(Qt::Key_Z);
        QCOMPARE(m_window->scene().parameters.integer("units"), std::int64_t{40});
    }

    void aTextsUndoGoesToTheWindowWhereNothingWasTyped() {
        type(number("p")->box(), QStringLiteral("0.5"));
        auto* note =
            qobject_cast<TextControl*>(m_window->labPanel()->parameterPanel()->control("note"));
        note->edit()->setFocus();
        press(Qt::Key_Z);
        QCOMPARE(p(), 0.3);
        QTest::keyClicks(note->edit(), QStringLiteral("new"));
        press(Qt::Key_Z);
        QCOMPARE(note->edit()->text(), QString());
        QCOMPARE(p(), 0.3);
    }

    void undoForgetsAGuessAtOtherValues() {
        type(number("p")->box(), QStringLiteral("0.4"));
        ViewSettings view = m_window->scene().view;
        view.guess = {{0, 0.5}, {1, 0.5}};
        emit m_window->reportPage()->viewChanged(view);
        QVERIFY(!m_window->scene().view.guess.empty());
        press(Qt::Key_Z);
        QCOMPARE(p(), 0.3);
        QVERIFY(m_window->scene().view.guess.empty());
    }

    void undoOfABrokenRuleShowsItAgainAndRunsNothing() {
        auto* rate = number("rate");
        m_window->labPanel()->parameterPanel()->control("kind")->setFocus();
        Scene poisson = defaultScene(m_lab);
        poisson.parameters.set("kind", std::string("poisson"));
        m_window->openScene(poisson);
        type(rate->box(), QStringLiteral("100"));
        QVERIFY(!m_window->labPanel()->isValid());
        QCOMPARE(steps().count(), 1);
        steps().undo();
        QVERIFY(m_window->labPanel()->isValid());
        steps().redo();
        QVERIFY(!m_window->labPanel()->isValid());
        QCOMPARE(rate->problem(), QStringLiteral("p + rate must be at most 100"));
    }

    void buttonsAndMenuNameTheStep() {
        QPushButton* undo = m_window->topBar()->undoButton();
        QPushButton* redo = m_window->topBar()->redoButton();
        QVERIFY(!undo->isEnabled());
        QVERIFY(!redo->isEnabled());
        type(number("p")->box(), QStringLiteral("0.45"));
        QVERIFY(undo->isEnabled());
        QCOMPARE(undo->toolTip(), QStringLiteral("Undo p 0.30 → 0.45 (Ctrl+Z)"));
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(p(), 0.3);
        QVERIFY(!undo->isEnabled());
        QCOMPARE(redo->toolTip(), QStringLiteral("Redo p 0.30 → 0.45 (Ctrl+Shift+Z)"));
        QTest::mouseClick(redo, Qt::LeftButton);
        QCOMPARE(p(), 0.45);
    }

    void aResetButtonIsThereWhereThereIsSomethingToReset() {
        QPushButton* reset = number("p")->resetButton();
        QVERIFY(!reset->isVisible());
        QCOMPARE(reset->accessibleName(), QStringLiteral("Reset p to 0.30"));
        type(number("p")->box(), QStringLiteral("0.45"));
        QVERIFY(reset->isVisible());
        QVERIFY(m_window->labPanel()->resetAllButton()->isEnabled());
        reset->setFocus(Qt::TabFocusReason);
        QTest::keyClick(reset, Qt::Key_Space);
        QCOMPARE(p(), 0.3);
        QVERIFY(!reset->isVisible());
        QVERIFY(!m_window->labPanel()->resetAllButton()->isEnabled());
        QTRY_COMPARE(report().parameters.real("p"), 0.3);
    }

    void resettingAllKeepsTheSeed() {
        Scene scene = defaultScene(m_lab);
        scene.parameters.set("p", 0.9);
        scene.parameters.set("note", std::string("mine"));
        scene.trials = 500;
        scene.seed = 42;
        m_window->openScene(scene);
        QTest::mouseClick(m_window->labPanel()->resetAllButton(), Qt::LeftButton);
        Scene wanted = defaultScene(m_lab);
        wanted.seed = 42;
        wanted.view.theme = m_window->themeChoice();
        QCOMPARE(m_window->scene(), wanted);
        QTRY_COMPARE(report().plannedTrials, wanted.trials);
    }
};

QTEST_MAIN(TestWindowHistory)
#include "tst_window_history.moc"
