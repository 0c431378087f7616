#include "core/labs/catalogue.h"
#include "tests/support/sample_lab.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QWheelEvent>

#include <random>

using namespace plumbline;

namespace {

constexpr int kActions = 2000;

/// Sizes from the smallest that is promised to a large screen.
constexpr QSize kSmallest(640, 400);
constexpr QSize kLargest(3840, 2160);

const QStringList& typedTexts() {
    static const QStringList texts = {
        QStringLiteral("0.5"),    QStringLiteral("1e9"),  QStringLiteral("-1"),
        QStringLiteral("1e400"),  QStringLiteral("nan"),  QStringLiteral("1,000,000"),
        QStringLiteral("abc"),    QStringLiteral(""),     QStringLiteral("0"),
        QStringLiteral("1e-300"), QStringLiteral("−0.1"), QString(5000, QLatin1Char('7'))};
    return texts;
}

} // namespace

/**
 * A hand that does anything: clicks, drags, wheels, keys, menus, text, clipboard, sizes. Nothing it
 * does may crash the window, leave it without a picture, or make its scene one that cannot be read.
 */
class TestRandomActions : public QObject {
    Q_OBJECT

  private:
    std::mt19937 m_random;
    std::unique_ptr<MainWindow> m_window;
    SampleLab m_sample;
    std::vector<const Lab*> m_labs;

    int below(int bound) {
        return static_cast<int>(m_random() % static_cast<unsigned>(std::max(1, bound)));
    }

    /// What opens above the window would wait for an answer.
    static void closeWhatIsOpen() {
        for (int i = 0; i < 10; ++i) {
            QWidget* open = QApplication::activePopupWidget();
            if (!open)
                open = QApplication::activeModalWidget();
            if (!open)
                return;
            open->close();
        }
    }

    QPoint somewhere() { return {below(m_window->width()), below(m_window->height())}; }

    /// The widget at a place of the window, with the place in it.
    std::pair<QWidget*, QPoint> hit() {
        const QPoint place = somewhere();
        QWidget* widget = m_window->childAt(place);
        if (!widget)
            widget = m_window.get();
        return {widget, widget->mapFrom(m_window.get(), place)};
    }

    Qt::KeyboardModifiers someModifiers() {
        static const Qt::KeyboardModifiers all[] = {Qt::NoModifier, Qt::NoModifier,
                                                    Qt::ShiftModifier, Qt::ControlModifier};
        return all[below(4)];
    }

    void click() {
        const auto [widget, place] = hit();
        const auto button = below(6) == 0 ? Qt::RightButton : Qt::LeftButton;
        QTest::mouseClick(widget, button, someModifiers(), place);
    }

    void doubleClick() {
        const auto [widget, place] = hit();
        QTest::mouseDClick(widget, Qt::LeftButton, Qt::NoModifier, place);
    }

    void drag() {
        const auto [widget, place] = hit();
        const auto modifiers = someModifiers();
        QTest::mousePress(widget, Qt::LeftButton, modifiers, place);
        for (int step = 0; step < 5; ++step)
            QTest::mouseMove(widget, place + QPoint(below(200) - 100, below(120) - 60));
        QTest::mouseRelease(widget, Qt::LeftButton, modifiers, place + QPoint(below(99), 3));
    }

    void wheel() {
        const auto [widget, place] = hit();
        QWheelEvent event(place, widget->mapToGlobal(place), {},
                          QPoint(0, below(2) == 0 ? 120 : -120), Qt::NoButton, someModifiers(),
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }

    void key() {
        static constexpr Qt::Key kKeys[] = {
            Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Left,     Qt::Key_Right, Qt::Key_Up,
            Qt::Key_Down,  Qt::Key_PageUp,  Qt::Key_PageDown, Qt::Key_Home,  Qt::Key_End,
            Qt::Key_Space, Qt::Key_Return,  Qt::Key_Escape,   Qt::Key_Plus,  Qt::Key_Minus,
            Qt::Key_0,     Qt::Key_Z,       Qt::Key_Y,        Qt::Key_V,     Qt::Key_R,
            Qt::Key_N,     Qt::Key_Comma,   Qt::Key_Period,   Qt::Key_F11,   Qt::Key_BracketRight};
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_window.get(), kKeys[below(std::size(kKeys))],
                        someModifiers());
    }

    void typeText() {
        QWidget* target = QApplication::focusWidget();
        if (!target || !target->inherits("QLineEdit"))
            return key();
        QTest::keyClick(target, Qt::Key_A, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(typedTexts()[below(int(typedTexts().size()))]);
        QTest::keyClick(target, Qt::Key_V, Qt::ControlModifier);
        if (below(2) == 0)
            QTest::keyClick(target, Qt::Key_Return);
    }

    /// Any action of the menus but those that end the program or ask for a file.
    void trigger() {
        QList<QAction*> actions;
        for (QAction* action : m_window->findChildren<QAction*>()) {
            const bool ends = action->shortcut() == QKeySequence(QStringLiteral("Ctrl+Q"));
            const bool asks = action->text().contains(QStringLiteral("…"));
            if (action->isEnabled() && !action->menu() && !ends && !asks)
                actions << action;
        }
        if (!actions.isEmpty())
            actions[below(int(actions.size()))]->trigger();
    }

    void choose() {
        const auto boxes = m_window->findChildren<QComboBox*>();
        if (boxes.isEmpty())
            return;
        QComboBox* box = boxes[below(int(boxes.size()))];
        if (!box->isVisible() || !box->isEnabled() || box->count() == 0)
            return;
        const int index = below(box->count());
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    void resize() {
        const double share = below(100) / 99.0;
        const QSize size = kSmallest + (kLargest - kSmallest) * (share * share * share);
        m_window->resize(below(8) == 0 ? kSmallest : size);
    }

    void clipboardAndDrop() {
        static const QStringList texts = {
            QStringLiteral("plumbline:kept-units?p=0.25&M=40"),
            QStringLiteral("plumbline:kept-units?p=7"),
            QStringLiteral("plumbline:none"),
            QStringLiteral("see plumbline:kept-units?view.theme=dark for more"),
            QStringLiteral("plumbline:kept-units?v=99"),
            QStringLiteral("hello")};
        QMimeData data;
        data.setText(texts[below(int(texts.size()))]);
        QDragEnterEvent enter(m_window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop(somewhere(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
    }

    void act() {
        using Action = void (TestRandomActions::*)();
        static constexpr Action kAny[] = {
            &TestRandomActions::click,    &TestRandomActions::click,
            &TestRandomActions::drag,     &TestRandomActions::drag,
            &TestRandomActions::wheel,    &TestRandomActions::key,
            &TestRandomActions::key,      &TestRandomActions::key,
            &TestRandomActions::typeText, &TestRandomActions::choose,
            &TestRandomActions::trigger,  &TestRandomActions::doubleClick,
            &TestRandomActions::resize,   &TestRandomActions::clipboardAndDrop};
        (this->*kAny[below(std::size(kAny))])();
    }

  private slots:
    void initTestCase() {
        m_labs = catalogue();
        m_labs.push_back(&m_sample);
    }
    void cleanup() { m_window.reset(); }

    void nothingThatIsDoneBreaksTheWindow_data() {
        QTest::addColumn<int>("seed");
        for (const int seed : {1, 2})
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void nothingThatIsDoneBreaksTheWindow() {
        QFETCH(int, seed);
        m_random.seed(static_cast<unsigned>(seed));
        m_window = std::make_unique<MainWindow>(m_labs);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTimer closer;
        connect(&closer, &QTimer::timeout, &closeWhatIsOpen);
        closer.start(20);
        for (int i = 0; i < kActions / 2; ++i) {
            act();
            QApplication::processEvents();
            if (!m_window->isVisible()) // full screen and back, or closed by a key
                m_window->show();
            if (i % 100 == 0) {
                const Scene scene = m_window->scene();
                const auto reading = parseScene(formatScene(scene), m_labs);
                const bool valid = m_window->labPanel()->isValid();
                QVERIFY2(!valid || reading.scene, formatScene(scene).c_str());
            }
        }
        closeWhatIsOpen();
        QTRY_VERIFY(m_window->reportPage()->report());
        QElapsedTimer timer;
        timer.start();
        m_window.reset(); // mid-run, as likely as not
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(TestRandomActions)
#include "tst_random_actions.moc"
