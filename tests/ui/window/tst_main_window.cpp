#include "core/labs/catalogue.h"
#include "tests/support/fastest.h"
#include "tests/support/sample_lab.h"
#include "ui/charts/figure_view.h"
#include "ui/controls/combo_box.h"
#include "ui/controls/number_box.h"
#include "ui/controls/number_control.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/run_panel.h"
#include "ui/controls/slider.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/status_strip.h"
#include "ui/window/top_bar.h"
#include "ui/window/verdict_table.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace plumbline;
using namespace std::chrono_literals;

namespace {

SampleLab::Behaviour slow() {
    SampleLab::Behaviour behaviour;
    behaviour.chunk = 100;
    behaviour.chunkCost = 1ms;
    return behaviour;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

  private:
    SampleLab m_quick;
    SampleLab m_other{{}, "other", "Other units"};
    SampleLab m_slow{slow()};
    std::unique_ptr<MainWindow> m_window;

    void open(const std::vector<const Lab*>& labs) {
        m_window = std::make_unique<MainWindow>(labs);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(m_window->reportPage()->report());
    }

    const Report& report() { return *m_window->reportPage()->report(); }
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

  private slots:
    void cleanup() { m_window.reset(); }

    void itOpensOnTheFirstLabAndRunsItToTheEnd() {
        open({&m_quick, &m_other});
        QTRY_COMPARE(report().trials, m_quick.description().defaultTrials);
        QTRY_COMPARE(m_window->topBar()->runButton()->text(), QStringLiteral("Run again"));
        QCOMPARE(m_window->statusStrip()->trialsLabel()->text(),
                 QStringLiteral("20,000 of 20,000 trials"));
        QCOMPARE(m_window->statusStrip()->progress()->fraction(), 1.0);
    }

    void itOpensOnAScene() {
        Scene scene = defaultScene(m_other);
        scene.parameters.set("p", 0.8);
        scene.seed = 42;
        scene.trials = 500;
        scene.view.theme = ThemeChoice::dark;
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&m_quick, &m_other}, scene);
        m_window->show();
        QTRY_VERIFY(m_window->reportPage()->report());
        QTRY_COMPARE(report().trials, std::int64_t{500});
        QCOMPARE(report().parameters.real("p"), 0.8);
        QCOMPARE(report().seed, std::uint64_t{42});
        QCOMPARE(m_window->themeChoice(), ThemeChoice::dark);
        QCOMPARE(m_window->scene(), scene);
    }

    void movingASliderChangesTheReportOnShow() {
        open({&m_slow});
        Slider* slider = number("p")->slider();
        const QPoint start = slider->handleCentre();
        QTest::mousePress(slider, Qt::LeftButton, {}, start);
        for (int x = 0; x < 60; x += 4) {
            QTest::mouseMove(slider, start + QPoint(x, 0));
            QTest::qWait(3);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, start + QPoint(60, 0));
        const double p = slider->value();
        QVERIFY(p > 0.35);
        QTRY_COMPARE(report().parameters.real("p"), p);
        // Another p has another title's worth of figures, and the page shows them.
        QVERIFY(m_window->reportPage()->figureView("histogram")->isVisible());
    }

    void keysOnASliderChangeTheReport() {
        open({&m_quick});
        number("p")->slider()->setFocus();
        QTest::keyClick(number("p")->slider(), Qt::Key_End);
        QTRY_COMPARE(report().parameters.real("p"), 1.0);
    }

    void theOldReportStaysUntilTheNewOneIsThere() {
        SampleLab::Behaviour behaviour;
        behaviour.startCost = 100ms;
        const SampleLab lab(behaviour);
        open({&lab});
        QTRY_VERIFY(m_window->runner().isFinished());
        const auto before = m_window->reportPage()->report();
        number("p")->slider()->setFocus();
        QTest::keyClick(number("p")->slider(), Qt::Key_Right);
        QCOMPARE(m_window->reportPage()->report(), before);
        QVERIFY(m_window->reportPage()->figureView("histogram")->isVisible());
        QTRY_VERIFY(m_window->reportPage()->report() != before);
        m_window.reset();
    }

    void theButtonAndTheSpaceBarPauseAndRun() {
        open({&m_slow});
        QPushButton* button = m_window->topBar()->runButton();
        QCOMPARE(button->text(), QStringLiteral("Pause"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_window->runner().isPaused());
        QCOMPARE(button->text(), QStringLiteral("Run"));
        QTest::qWait(60);
        const std::int64_t trials = report().trials;
        QTest::qWait(60);
        QCOMPARE(report().trials, trials);
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(!m_window->runner().isPaused());
        QTRY_VERIFY(report().trials > trials);
    }

    void theSpaceBarOnASliderRunsAndPausesToo() {
        open({&m_slow});
        number("p")->slider()->setFocus();
        QTest::keyClick(number("p")->slider(), Qt::Key_Space);
        QVERIFY(m_window->runner().isPaused());
    }

    void replayRunsTheSameSeedAgain() {
        open({&m_quick});
        QTRY_VERIFY(m_window->runner().isFinished());
        const auto first = m_window->reportPage()->report();
        const int starts = m_quick.starts();
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(m_quick.starts(), starts + 1);
        QTRY_VERIFY(m_window->runner().isFinished());
        QVERIFY(m_window->reportPage()->report() != first);
        QCOMPARE(report().figures, first->figures);
        QCOMPARE(report().seed, first->seed);
    }

    void newSeedChangesTheSeedAndTheCounts() {
        open({&m_quick});
        QTRY_VERIFY(m_window->runner().isFinished());
        const auto first = m_window->reportPage()->report();
        QTest::mouseClick(m_window->labPanel()->runPanel()->newSeedButton(), Qt::LeftButton);
        QTRY_VERIFY(report().seed != first->seed);
        QTRY_VERIFY(m_window->runner().isFinished());
        QVERIFY(report().figures.front() != first->figures.front());
        QCOMPARE(static_cast<std::uint64_t>(m_window->labPanel()->runPanel()->seed()->value()),
                 report().seed);
        const std::uint64_t second = report().seed;
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(report().seed != second);
    }

    void moreTrialsContinueTheRun() {
        open({&m_quick});
        QTRY_VERIFY(m_window->runner().isFinished());
        const int starts = m_quick.starts();
        type(m_window->labPanel()->runPanel()->trials(), QStringLiteral("25,000"));
        QTRY_COMPARE(report().trials, std::int64_t{25000});
        QCOMPARE(m_quick.starts(), starts);
        QTRY_COMPARE(m_window->statusStrip()->trialsLabel()->text(),
                     QStringLiteral("25,000 of 25,000 trials"));
    }

    void aLabThatIsNotThereChangesNothing() {
        open({&m_quick});
        Scene scene = defaultScene(m_other);
        scene.lab = "elsewhere";
        m_window->openScene(scene);
        QCOMPARE(m_window->labPanel()->lab().description().id, std::string("sample"));
    }

    void aRuleOfSeveralParametersIsShownAndRunsNothing() {
        open({&m_quick});
        QTRY_VERIFY(m_window->runner().isFinished());
        auto* kind = m_window->labPanel()->parameterPanel()->control("kind");
        auto* combo = kind->findChild<ComboBox*>();
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QTRY_VERIFY(m_window->runner().isFinished());
        const auto before = m_window->reportPage()->report();
        type(number("rate")->box(), QStringLiteral("100"));
        QCOMPARE(number("rate")->problem(), QStringLiteral("p + rate must be at most 100"));
        QVERIFY(!m_window->labPanel()->isValid());
        type(number("rate")->box(), QStringLiteral("50"));
        QVERIFY(number("rate")->problem().isEmpty());
        QTRY_COMPARE(report().parameters.real("rate"), 50.0);
        QVERIFY(m_window->reportPage()->report() != before);
    }

    void aLabThatThrowsShowsItsWords() {
        SampleLab::Behaviour behaviour = slow();
        behaviour.throwsAt = 5000;
        const SampleLab lab(behaviour);
        open({&lab});
        QTRY_VERIFY(m_window->reportPage()->error().contains(QStringLiteral("told to fail")));
        number("p")->slider()->setFocus();
        QTest::keyClick(number("p")->slider(), Qt::Key_Right);
        QVERIFY(m_window->reportPage()->error().isEmpty());
        m_window.reset();
    }

    void presetsSetParametersAndTrials() {
        open({&m_quick});
        auto* presets = m_window->labPanel()->runPanel()->presets();
        presets->setFocus();
        QTest::keyClick(presets, Qt::Key_Down);
        QTRY_COMPARE(report().parameters.real("p"), 0.5);
        QTRY_COMPARE(report().trials, std::int64_t{5000});
        QCOMPARE(presets->currentText(), QStringLiteral("p = 1/2, a fair coin"));
        number("p")->slider()->setFocus();
        QTest::keyClick(number("p")->slider(), Qt::Key_Right);
        QCOMPARE(presets->currentText(), QStringLiteral("custom"));
    }

    void eachLabKeepsItsParameters() {
        open({&m_quick, &m_other});
        type(number("p")->box(), QStringLiteral("0.9"));
        QTRY_COMPARE(report().parameters.real("p"), 0.9);
        Scene other = defaultScene(m_other);
        m_window->openScene(other);
        QTRY_COMPARE(m_window->labPanel()->lab().description().id, std::string("other"));
        QTRY_COMPARE(report().parameters.real("p"), 0.3);
        auto* list = m_window->findChild<QListWidget*>(QStringLiteral("labList"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Up);
        QTRY_COMPARE(report().parameters.real("p"), 0.9);
        QCOMPARE(number("p")->slider()->value(), 0.9);
    }

    void closingMidRunEndsSoon() {
        const qint64 milliseconds = testing::fastest(
            5,
            [&] {
                open({&m_slow});
                type(m_window->labPanel()->runPanel()->trials(), QStringLiteral("1e9"));
                QTest::qWait(50);
            },
            [&] {
                m_window->close();
                m_window.reset();
            });
        QVERIFY2(milliseconds < 100, qPrintable(QString::number(milliseconds)));
    }

    void theThemeTurnsWindowAndFigures() {
        open({&m_quick});
        m_window->setThemeChoice(ThemeChoice::light);
        QTest::mouseClick(m_window->topBar()->themeButton(), Qt::LeftButton);
        QCOMPARE(m_window->themeChoice(), ThemeChoice::dark);
        QTest::qWait(30);
        const QImage picture = m_window->grab().toImage();
        QCOMPARE(picture.pixelColor(2, 2), Theme::of(ThemeChoice::dark).card);
        const QPoint card = m_window->reportPage()->mapTo(m_window.get(), QPoint(40, 20));
        QCOMPARE(picture.pixelColor(card), Theme::of(ThemeChoice::dark).card);
    }

    void everyWordIsInTheThemesFonts_data() {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<bool>("toggled");
        for (const QString& theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            QTest::newRow(qPrintable(theme)) << theme << false;
            QTest::newRow(qPrintable(theme + QStringLiteral(" toggled"))) << theme << true;
        }
    }
    void everyWordIsInTheThemesFonts() {
        QFETCH(QString, theme);
        QFETCH(bool, toggled);
        QApplication::setFont(QFont(QStringLiteral("Sans Serif"), 9)); // as at a program's start
        Scene scene = defaultScene(m_quick);
        scene.view.theme = themeNamed(theme.toStdString());
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&m_quick}, scene);
        m_window->show();
        QTRY_VERIFY(m_window->reportPage()->report());
        if (toggled)
            QTest::mouseClick(m_window->topBar()->themeButton(), Qt::LeftButton);
        const QStringList families[] = {type::body().families(), type::symbol().families()};
        for (const QWidget* widget : m_window->findChildren<QWidget*>())
            QVERIFY2(widget->font().families() == families[0] ||
                         widget->font().families() == families[1],
                     qPrintable(widget->metaObject()->className() + QStringLiteral(": ") +
                                widget->font().toString()));
    }

    void aNarrowWindowHasADrawer() {
        open({&m_quick});
        QVERIFY(m_window->labPanel()->isVisible());
        m_window->resize(900, 700);
        QTRY_VERIFY(!m_window->labPanel()->isVisible());
        QVERIFY(m_window->topBar()->controlsButton()->isVisible());
        QTest::mouseClick(m_window->topBar()->controlsButton(), Qt::LeftButton);
        QVERIFY(m_window->labPanel()->isVisible());
        m_window->resize(1280, 800);
        QTRY_VERIFY(!m_window->topBar()->controlsButton()->isVisible());
        QVERIFY(m_window->labPanel()->isVisible());
    }

    void theVerdictTableShowsARowForEveryVerdict() {
        open({&m_quick});
        QTRY_VERIFY(m_window->runner().isFinished());
        VerdictTable* table = m_window->reportPage()->verdictTable();
        QCOMPARE(table->rows().size(), report().verdicts.size());
        QStringList words;
        for (const VerdictRow& row : table->rows())
            words << QString::fromStdString(row.word);
        QCOMPARE(words, (QStringList{QStringLiteral("agrees"), QStringLiteral("agrees"),
                                     QStringLiteral("differs"), QStringLiteral("undetermined"),
                                     QStringLiteral("visible"), QStringLiteral("not visible")}));
        QVERIFY(table->accessibleDescription().contains(QStringLiteral("mean kept")));
        QCOMPARE(table->cellAt(QPoint(60, 42)), QPoint(0, 0));
    }

    void columnsStartAfreshWithEachRun() {
        const Parameters parameters(m_quick.description().parameters);
        const auto reportOf = [&](std::uint64_t seed, double measured) {
            auto report = std::make_shared<Report>(m_quick.straightRun(parameters, seed, 2000));
            report->verdicts.resize(1);
            report->verdicts[0].measured = measured;
            return report;
        };
        ReportPage page(Theme::of(ThemeChoice::light));
        page.setReport(reportOf(1, 0.5));
        const int narrow = page.readableWidth();
        page.setReport(reportOf(2, -123456789.123));
        const int wide = page.readableWidth();
        QVERIFY(wide > narrow);
        page.setReport(reportOf(2, 0.5));
        QCOMPARE(page.readableWidth(), wide);
        page.setReport(reportOf(1, 0.5));
        QCOMPARE(page.readableWidth(), narrow);
    }

    void columnsStayPutThroughADrag() {
        const auto reportOf = [&](double p, double measured) {
            Parameters parameters(m_quick.description().parameters);
            parameters.set("p", p);
            auto report = std::make_shared<Report>(m_quick.straightRun(parameters, 1, 2000));
            report->verdicts.resize(1);
            report->verdicts[0].measured = measured;
            return report;
        };
        ReportPage page(Theme::of(ThemeChoice::light));
        page.setReport(reportOf(0.1, 0.5));
        const int narrow = page.readableWidth();
        page.setReport(reportOf(0.2, -123456789.123)); // the first step of a drag
        const int wide = page.readableWidth();
        page.setReport(reportOf(0.3, 0.5));
        QCOMPARE(page.readableWidth(), wide);
        QTest::qWait(500);
        page.setReport(reportOf(0.4, 0.5));
        QCOMPARE(page.readableWidth(), narrow);
    }

    void theStripIsAsWideAsThePlanNeeds() {
        StatusStrip strip;
        strip.setTrials(1, 1'000'000);
        const int width = strip.trialsLabel()->sizeHint().width();
        strip.setTrials(1'000'000, 1'000'000);
        QCOMPARE(strip.trialsLabel()->sizeHint().width(), width);
        strip.setTrials(1, 1'000'000'000'000);
        QVERIFY(strip.trialsLabel()->sizeHint().width() > width);
        strip.setTrials(1, 1'000'000);
        QCOMPARE(strip.trialsLabel()->sizeHint().width(), width);
    }

    void trialsThatMakeTheValuesPossibleRunThem() {
        m_window = std::make_unique<MainWindow>(
            parseScene("plumbline:kept-units?p=0.1&sampling=histogram&trials=1e12", catalogue())
                .scene);
        m_window->show();
        QTRY_VERIFY(m_window->reportPage()->report());
        LabPanel* panel = m_window->labPanel();
        Parameters parameters = panel->scene().parameters;
        parameters.set("sampling", std::string("counts"));
        emit panel->parameterPanel()->parametersChanged(parameters);
        QVERIFY(!panel->isValid());
        type(panel->runPanel()->trials(), QStringLiteral("2e4"));
        QVERIFY(panel->isValid());
        QTRY_COMPARE(report().parameters.text("sampling"), std::string("counts"));
        QTRY_COMPARE(report().trials, std::int64_t{20'000});
    }

    void theWindowCanBeAsSmallAsPromised() {
        open({&m_quick});
        m_window->resize(640, 400);
        QTRY_COMPARE(m_window->size(), QSize(640, 400));
        QTRY_VERIFY(m_window->topBar()->runButton()->geometry().right() <= 640);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
