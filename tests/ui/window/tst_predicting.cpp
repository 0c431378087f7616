#include "tests/support/sample_lab.h"
#include "ui/charts/figure_view.h"
#include "ui/window/report_page.h"
#include "ui/window/verdict_table.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

namespace {

std::shared_ptr<const Report> sampleReport(double dropProbability = 0.3) {
    const SampleLab lab;
    Parameters parameters(lab.description().parameters);
    parameters.set("p", dropProbability);
    return std::make_shared<const Report>(lab.straightRun(parameters, 7, 2000));
}

ViewSettings predicting(bool on = true) {
    ViewSettings view;
    view.predicting = on;
    return view;
}

void drawAcross(FigureView& view) {
    QTest::mousePress(&view, Qt::LeftButton, {}, {view.width() / 3, view.height() / 2});
    QTest::mouseMove(&view, {view.width() / 2, view.height() / 3});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {view.width() / 2, view.height() / 3});
}

} // namespace

/// A page whose reader guesses before the law is shown.
class TestPredicting : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_page = std::make_unique<ReportPage>(Theme::of(ThemeChoice::light));
        m_page->resize(900, 800);
        m_page->setReport(sampleReport());
        m_page->show();
    }

    void theWholePageHidesTheLaw() {
        m_page->setView(predicting());
        QCOMPARE(m_page->verdictTable()->rows()[0].word, std::string("hidden"));
        for (const Figure& figure : m_page->report()->figures)
            QVERIFY(m_page->figureView(figure.id)->accessibleDescription().endsWith(
                "The law is hidden."));
        QCOMPARE(m_page->figureView("histogram")->series().size(), std::size_t{1});
        m_page->setView(predicting(false));
        QCOMPARE(m_page->verdictTable()->rows()[0].word, std::string("agrees"));
        QCOMPARE(m_page->figureView("histogram")->series().size(), std::size_t{4});
    }

    void viewsThatAreBuiltLaterHideItToo() {
        ReportPage page(Theme::of(ThemeChoice::light));
        page.setView(predicting());
        page.setReport(sampleReport());
        QCOMPARE(page.figureView("histogram")->series().size(), std::size_t{1});
        page.setReport(sampleReport(0.5));
        QCOMPARE(page.figureView("histogram")->series().size(), std::size_t{1});
        QCOMPARE(page.verdictTable()->rows()[0].word, std::string("hidden"));
    }

    void aDrawnGuessIsPartOfTheView() {
        m_page->setView(predicting());
        QSignalSpy changes(m_page.get(), &ReportPage::viewChanged);
        FigureView* histogram = m_page->figureView("histogram");
        drawAcross(*histogram);
        QCOMPARE(changes.count(), 1);
        QVERIFY(m_page->view().predicting);
        QVERIFY(m_page->view().guess.size() > 1);
        QVERIFY(m_page->view().guess == histogram->guess());
    }

    void onlyTheHistogramIsDrawnOn() {
        m_page->setView(predicting());
        for (const char* id : {"convergence", "mask", "scatter", "flow"})
            drawAcross(*m_page->figureView(id));
        QVERIFY(m_page->view().guess.empty());
    }

    void withoutPredictingADragDrawsNoGuess() {
        m_page->setView(predicting(false));
        drawAcross(*m_page->figureView("histogram"));
        QVERIFY(m_page->view().guess.empty());
    }

    void aGuessOfASceneIsShown() {
        ViewSettings view = predicting(false);
        view.guess = {{20, 0.1}, {30, 0.2}};
        m_page->setView(view);
        QVERIFY(m_page->figureView("histogram")->guess() == view.guess);
        const QImage with = m_page->grab().toImage();
        m_page->setView({});
        QVERIFY(m_page->figureView("histogram")->guess().empty());
        QVERIFY(m_page->grab().toImage() != with);
    }

  private:
    std::unique_ptr<ReportPage> m_page;
};

QTEST_MAIN(TestPredicting)
#include "tst_predicting.moc"
