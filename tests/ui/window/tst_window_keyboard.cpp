#include "tests/support/sample_lab.h"
#include "ui/controls/number_box.h"
#include "ui/controls/parameter_panel.h"
#include "ui/controls/slider.h"
#include "ui/window/export_dialog.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/top_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTest>

using namespace plumbline;

class TestWindowKeyboard : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    std::unique_ptr<MainWindow> m_window;

    void open(const QSize& size) {
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&m_lab});
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_window->reportPage()->report());
    }
    QScrollArea* page() { return m_window->findChild<QScrollArea*>(QStringLiteral("pageArea")); }

  private slots:
    void cleanup() { m_window.reset(); }

    void aPageThatDoesNotFitIsScrolledByKeys() {
        open({640, 400});
        QTRY_COMPARE(page()->focusPolicy(), Qt::TabFocus);
        page()->setFocus();
        QTest::keyClick(page(), Qt::Key_PageDown);
        QVERIFY(page()->verticalScrollBar()->value() > 0);
    }

    void escapeClosesTheDrawer() {
        open({900, 700});
        m_window->topBar()->controlsButton()->click();
        QVERIFY(m_window->labPanel()->isVisible());
        m_window->findChild<Slider*>()->setFocus();
        QTest::keyClick(m_window->findChild<Slider*>(), Qt::Key_Escape);
        QVERIFY(!m_window->labPanel()->isVisible());
    }

    void tabReachesEverySliderAndButton() {
        open({1280, 800});
        QSet<QWidget*> reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control =
                qobject_cast<Slider*>(widget) || qobject_cast<QPushButton*>(widget);
            if (control && widget->isVisible() && widget->isEnabled())
                QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
        }
    }

    void aNumberBoxLeavesTheWindowsKeysToTheWindow() {
        open({1280, 800});
        auto* box = m_window->labPanel()->parameterPanel()->findChild<NumberBox*>();
        const QString text = box->text();
        QTRY_VERIFY(m_window->runner().isFinished());
        const auto press = [box](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            box->setFocus();
            QTest::keyClick(box, key, modifiers);
        };
        const std::uint64_t seed = m_window->scene().seed;
        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_window->scene().seed != seed);
        QTRY_VERIFY(m_window->runner().isFinished());
        const int starts = m_lab.starts();
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(m_lab.starts(), starts + 1);
        QTRY_VERIFY(m_window->runner().isFinished());
        press(Qt::Key_Space);
        QTRY_COMPARE(m_lab.starts(), starts + 2);
        QCOMPARE(box->text(), text);
        press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<ExportDialog*>());
    }

    void closingWithTextThatIsNotConfirmedIsSafe() {
        open({1280, 800});
        auto* box = m_window->labPanel()->parameterPanel()->findChild<NumberBox*>();
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("0.7"));
        m_window.reset();
    }

    void aPastedSceneIsNoNumber() {
        open({1280, 800});
        auto* box = m_window->labPanel()->parameterPanel()->findChild<NumberBox*>();
        box->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("plumbline:sample?p=0.75"));
        QTest::keyClick(box, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_window->scene().parameters.real("p"), 0.75);
    }

    void theSceneIsCopiedAsACommandLine() {
        open({1280, 800});
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(
            QStringLiteral("plumbline run sample")));
    }

    void copyingTheLinkSaysSo() {
        open({1280, 800});
        QPushButton* copy = m_window->topBar()->copyButton();
        const int width = copy->width();
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(copy->text(), QStringLiteral("Copied"));
        QCOMPARE(copy->width(), width);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("plumbline:")));
        QTRY_COMPARE(copy->text(), QStringLiteral("Copy scene link"));
    }
};

QTEST_MAIN(TestWindowKeyboard)
#include "tst_window_keyboard.moc"
