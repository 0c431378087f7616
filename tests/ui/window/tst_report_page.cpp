#include "core/lab/scene.h"
#include "tests/support/sample_lab.h"
#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"
#include "ui/window/figure_menu.h"
#include "ui/window/report_page.h"
#include "ui/window/verdict_table.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace plumbline;

namespace {

Figure named(Figure figure, const std::string& id) {
    figure.id = id;
    return figure;
}

/// Four figures, and the verdicts of a sample run.
std::shared_ptr<const Report> reportOf(double keep = 0.7) {
    const SampleLab lab;
    auto report = std::make_shared<Report>(lab.straightRun(defaultScene(lab).parameters, 7, 2000));
    report->figures = {named(samples::keptUnits(52, 86, 100, keep), "units"),
                       named(samples::distances(), "distances"),
                       named(samples::cloud(300), "cloud"), named(samples::flow(), "flow")};
    return report;
}

QImage rendered(QWidget& widget, double pixelRatio = 1) {
    QImage image(widget.size() * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::magenta);
    widget.render(&image);
    image.setDevicePixelRatio(1);
    return image;
}

} // namespace

class TestReportPage : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<ReportPage> m_page;

    void show(const ViewSettings& view = {}) {
        m_page = std::make_unique<ReportPage>(Theme::of(ThemeChoice::light));
        m_page->resize(900, 900);
        m_page->setReport(reportOf());
        m_page->setView(view);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    FigureView* figure(const char* id) { return m_page->figureView(id); }
    FigureMenu* openMenu(const char* id) {
        emit figure(id)->menuRequested(m_page->mapToGlobal(QPoint(100, 100)));
        return qobject_cast<FigureMenu*>(QApplication::activePopupWidget());
    }
    QAction* action(FigureMenu* menu, const char* name) {
        return menu->findChild<QAction*>(QLatin1String(name));
    }

  private slots:
    void cleanup() { m_page.reset(); }

    void aDoubleClickedFigureFillsThePage() {
        show();
        QSignalSpy changed(m_page.get(), &ReportPage::viewChanged);
        QTest::mouseDClick(figure("distances"), Qt::LeftButton, {}, {100, 10});
        QCOMPARE(m_page->enlargedFigure(), std::string("distances"));
        QCOMPARE(m_page->view().figure, std::string("distances"));
        QCOMPARE(changed.count(), 1);
        QVERIFY(!figure("units")->isVisible() && !m_page->verdictTable()->isVisible());
        QVERIFY(figure("distances")->width() > 860 && figure("distances")->height() > 860);
        QTest::mouseDClick(figure("distances"), Qt::LeftButton, {}, {100, 10});
        QCOMPARE(m_page->enlargedFigure(), std::string());
        QCOMPARE(changed.count(), 2);
        QVERIFY(figure("units")->isVisible() && m_page->verdictTable()->isVisible());
    }

    void keysLeadBackFromAnEnlargedFigure() {
        show();
        for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return}) {
            figure("flow")->setFocus();
            QTest::keyClick(figure("flow"), Qt::Key_Return);
            QCOMPARE(m_page->enlargedFigure(), std::string("flow"));
            QTest::keyClick(figure("flow"), key);
            QCOMPARE(m_page->enlargedFigure(), std::string());
        }
    }

    void anEnlargedFigureNeedsNoMoreRoomThanTheMainOne() {
        show();
        const int all = m_page->heightForWidth(900);
        m_page->enlarge("units");
        QVERIFY(m_page->heightForWidth(900) < 340);
        m_page->enlarge({});
        QCOMPARE(m_page->heightForWidth(900), all);
    }

    void whatIsNotOnThePageIsUpdatedWhenItComesBack() {
        show();
        m_page->enlarge("distances");
        const QString before = figure("units")->accessibleName();
        const auto rowsBefore = m_page->verdictTable()->rows();
        auto next = std::make_shared<Report>(*reportOf(0.6));
        next->figures[0].title = "Another question";
        next->verdicts.pop_back();
        m_page->setReport(next);
        QCOMPARE(figure("units")->accessibleName(), before);
        QCOMPARE(m_page->verdictTable()->rows().size(), rowsBefore.size());
        m_page->enlarge({});
        QCOMPARE(figure("units")->accessibleName(), QStringLiteral("Another question"));
        QCOMPARE(m_page->verdictTable()->rows().size(), rowsBefore.size() - 1);
        ReportPage fresh(Theme::of(ThemeChoice::light));
        fresh.resize(m_page->size());
        fresh.setReport(next);
        fresh.show();
        QCOMPARE(rendered(*figure("units")), rendered(*fresh.figureView("units")));
    }

    void aFigureThatTheReportHasNotCannotFillThePage() {
        ViewSettings view;
        view.figure = "no-such-figure";
        show(view);
        QCOMPARE(m_page->enlargedFigure(), std::string());
        QVERIFY(figure("units")->isVisible());
    }

    void lockedAxesKeepTheirEnds() {
        show();
        QSignalSpy changed(m_page.get(), &ReportPage::viewChanged);
        const PlotAxes before = *figure("units")->axes();
        m_page->setAxesMode(AxesMode::locked);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_page->view().axes, AxesMode::locked);
        const FigureSettings settings = m_page->view().of("units");
        QCOMPARE(settings.x->low, before.x.low);
        QCOMPARE(settings.y->high, before.y.high);
        QVERIFY(m_page->view().of("cloud").x && m_page->view().of("distances").y);
        QVERIFY(!m_page->view().figures.contains("flow"));
        m_page->setReport(reportOf(0.9));
        QCOMPARE(figure("units")->axes()->x, before.x);
        QCOMPARE(figure("units")->axes()->y, before.y);
        m_page->setAxesMode(AxesMode::automatic);
        QVERIFY(m_page->view().figures.empty());
        QVERIFY(figure("units")->axes()->y != before.y);
    }

    void figuresOffThePageAreLockedAsTheyWouldBeShown() {
        show();
        m_page->enlarge("distances");
        m_page->setReport(reportOf(0.95));
        m_page->setAxesMode(AxesMode::locked);
        const AxisRange locked = *m_page->view().of("units").y;
        m_page->enlarge({});
        m_page->setAxesMode(AxesMode::automatic);
        QCOMPARE(figure("units")->axes()->y, (Limits{locked.low, locked.high}));
    }

    void resettingALockedFigureLocksWhatItThenShows() {
        show();
        const Limits whole = figure("units")->axes()->x;
        m_page->setAxesMode(AxesMode::locked);
        figure("units")->zoom(4);
        QVERIFY(figure("units")->axes()->x != whole);
        figure("units")->resetAxes();
        QCOMPARE(figure("units")->axes()->x, whole);
        QCOMPARE(m_page->view().of("units").x, (AxisRange{whole.low, whole.high}));
    }

    void unlockingKeepsHiddenSeries() {
        show();
        figure("units")->setSeriesHidden("band", true);
        m_page->setAxesMode(AxesMode::locked);
        m_page->setAxesMode(AxesMode::theory);
        QVERIFY(!m_page->view().of("units").x);
        QCOMPARE(m_page->view().of("units").hidden, std::set<std::string>{"band"});
    }

    void aSceneBringsTheWholeViewBack() {
        show();
        figure("units")->zoom(2);
        figure("units")->setSeriesHidden("alternative", true);
        figure("distances")->setSeriesHidden("law", true);
        m_page->setAxesMode(AxesMode::locked);
        ViewSettings read;
        for (const auto& [key, value] : viewEntries(m_page->view()))
            QVERIFY(std::holds_alternative<ViewReading>(
                readViewEntry(key, value, {"units", "distances", "cloud", "flow"}, read)));
        QCOMPARE(read, m_page->view());
        ReportPage fresh(Theme::of(ThemeChoice::light));
        fresh.resize(m_page->size());
        fresh.setView(read);
        fresh.setReport(reportOf());
        fresh.setAttribute(Qt::WA_DontShowOnScreen);
        fresh.show();
        QTest::qWait(600); // names come to rest
        for (const char* id : {"units", "distances", "cloud", "flow"})
            QCOMPARE(fresh.figureView(id)->settings(), figure(id)->settings());
        m_page->focusWidget()->clearFocus();
        QCOMPARE(rendered(fresh), rendered(*m_page));
    }

    void theMenuZoomsAndResets() {
        show();
        FigureMenu* menu = openMenu("units");
        QVERIFY(menu);
        QVERIFY(action(menu, "zoomIn")->isEnabled() && action(menu, "zoomOut")->isEnabled());
        QVERIFY(!action(menu, "resetAxes")->isEnabled());
        const double span = figure("units")->axes()->x.span();
        action(menu, "zoomIn")->trigger();
        menu->close();
        QVERIFY(std::abs(figure("units")->axes()->x.span() * kZoomStep - span) < 1e-9);
        menu = openMenu("units");
        QVERIFY(action(menu, "resetAxes")->isEnabled());
        action(menu, "resetAxes")->trigger();
        menu->close();
        QCOMPARE(figure("units")->axes()->x.span(), span);
        menu = openMenu("flow");
        for (const char* name : {"zoomIn", "zoomOut", "resetAxes"})
            QVERIFY(!action(menu, name)->isEnabled());
        menu->close();
    }

    void theMenuHidesSeries() {
        show();
        figure("units")->setSeriesHidden("band", true);
        FigureMenu* menu = openMenu("units");
        QVERIFY(!action(menu, "band")->isChecked());
        QVERIFY(action(menu, "law")->isChecked());
        action(menu, "law")->trigger();
        action(menu, "band")->trigger();
        menu->close();
        QCOMPARE(m_page->view().of("units").hidden, std::set<std::string>{"law"});
    }

    void theMenuAsksForTheFigureByItsId() {
        show();
        QSignalSpy image(m_page.get(), &ReportPage::copyImageRequested);
        QSignalSpy data(m_page.get(), &ReportPage::copyDataRequested);
        QSignalSpy file(m_page.get(), &ReportPage::exportRequested);
        FigureMenu* menu = openMenu("cloud");
        for (const char* name : {"copyImage", "copyData", "export", "enlarge"})
            action(menu, name)->trigger();
        menu->close();
        for (QSignalSpy* spy : {&image, &data, &file}) {
            QCOMPARE(spy->count(), 1);
            QCOMPARE(spy->first().first().value<std::string>(), std::string("cloud"));
        }
        QCOMPARE(m_page->enlargedFigure(), std::string("cloud"));
        menu = openMenu("cloud");
        action(menu, "enlarge")->trigger();
        menu->close();
        QCOMPARE(m_page->enlargedFigure(), std::string());
    }

    void aMenuOutlivesTheFigureItIsOf() {
        show();
        FigureMenu* menu = openMenu("units");
        auto other = std::make_shared<Report>(*reportOf());
        other->figures.erase(other->figures.begin());
        m_page->setReport(other);
        for (const char* name : {"zoomIn", "law", "copyImage", "enlarge"})
            action(menu, name)->trigger();
        QCOMPARE(m_page->enlargedFigure(), std::string());
        menu->close();
    }

    void aTextScaleIsTheSamePageLarger() {
        ReportPage page(Theme::of(ThemeChoice::light));
        page.setReport(reportOf());
        page.resize(800, 860);
        page.setAttribute(Qt::WA_DontShowOnScreen);
        page.show();
        const QImage expected = rendered(page, 2);
        page.setTextScale(2);
        page.resize(1600, 1720);
        QTest::qWait(600); // names come to rest
        QCOMPARE(rendered(page), expected);
        QCOMPARE(page.verdictTable()->cellAt({60, 100}), QPoint(0, 0));
    }

    void aTextScaleTakesItsRoom() {
        show();
        const int height = m_page->heightForWidth(800);
        const int width = m_page->readableWidth();
        for (const double scale : {1.25, 1.75, 3.0}) {
            m_page->setTextScale(scale);
            QCOMPARE(m_page->heightForWidth(static_cast<int>(800 * scale)),
                     static_cast<int>(std::ceil(height * scale)));
            QCOMPARE(m_page->readableWidth(), static_cast<int>(std::ceil(width * scale)));
        }
    }

    void aTextScaleServesHeadingAndErrorToo() {
        ReportPage page(Theme::of(ThemeChoice::light));
        page.setReport(reportOf());
        page.setHeading(QStringLiteral("Dropout / Kept units"));
        page.setError(QStringLiteral("This run failed: no more luck"));
        page.setTextScale(2);
        for (QLabel* label : page.findChildren<QLabel*>())
            QVERIFY(label->font().pixelSize() == 26 || label->font().pixelSize() == 28);
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_report_page.moc"
