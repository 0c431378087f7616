#include "tests/support/sample_lab.h"
#include "ui/charts/figure_view.h"
#include "ui/window/lab_list.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/presentation.h"
#include "ui/window/report_page.h"
#include "ui/window/status_strip.h"
#include "ui/window/top_bar.h"

#include <QTest>

using namespace plumbline;

class TestPresentation : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    std::unique_ptr<MainWindow> m_window;

    void press(Qt::Key key) { QTest::keyClick(m_window.get(), key); }
    double figureScale() {
        const auto& figure = m_window->reportPage()->report()->figures.front();
        return m_window->reportPage()->figureView(figure.id)->textScale();
    }

  private slots:
    void init() {
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&m_lab});
        m_window->resize(1280, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->reportPage()->report());
    }
    void cleanup() { m_window.reset(); }

    void typeGrowsWithTheScreenWithinReason() {
        QCOMPARE(Presentation::textScaleFor(1080), 1.5);
        QCOMPARE(Presentation::textScaleFor(2160), 3.0);
        QCOMPARE(Presentation::textScaleFor(480), 1.25);
        QCOMPARE(Presentation::textScaleFor(10000), 3.0);
    }

    void itFillsTheScreenWithLargerFiguresAndTheControls() {
        QCOMPARE(figureScale(), 1.0);
        press(Qt::Key_F11);
        QVERIFY(m_window->presentation()->isOn());
        QVERIFY(m_window->isFullScreen());
        QVERIFY(figureScale() > 1);
        QVERIFY(!m_window->topBar()->isVisible());
        QVERIFY(!m_window->statusStrip()->isVisible());
        QVERIFY(!m_window->findChild<LabList*>()->isVisible());
    }

    void everythingComesBack() {
        for (const Qt::Key leave : {Qt::Key_F11, Qt::Key_Escape}) {
            press(Qt::Key_F11);
            press(leave);
            QVERIFY(!m_window->presentation()->isOn());
            QVERIFY(!m_window->isFullScreen());
            QCOMPARE(figureScale(), 1.0);
            QVERIFY(m_window->topBar()->isVisible());
            QVERIFY(m_window->statusStrip()->isVisible());
            QVERIFY(m_window->findChild<LabList*>()->isVisible());
        }
    }

    void theKeysOfTheMenusStillWork() {
        press(Qt::Key_F11);
        const std::uint64_t seed = m_window->scene().seed;
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_window->scene().seed != seed);
    }

    void closingLeavesIt() {
        press(Qt::Key_F11);
        m_window->close();
        QVERIFY(!m_window->presentation()->isOn());
        QVERIFY(!m_window->isFullScreen());
    }

    void theControlsCanBePutAside() {
        QVERIFY(m_window->labPanel()->isVisible());
        const int width = m_window->reportPage()->width();
        press(Qt::Key_F9);
        QVERIFY(!m_window->labPanel()->isVisible());
        QVERIFY(m_window->reportPage()->width() > width);
        press(Qt::Key_F9);
        QVERIFY(m_window->labPanel()->isVisible());
    }
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
