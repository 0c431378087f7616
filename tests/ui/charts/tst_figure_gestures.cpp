#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_gestures.h"
#include "ui/charts/figure_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace plumbline;

namespace {

bool close(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

} // namespace

class FigureGesturesTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<FigureView> m_view;

    void show(const Figure& figure, double textScale = 1) {
        m_view = makeFigureView(figure, Theme::of(ThemeChoice::light));
        m_view->setTextScale(textScale);
        m_view->resize(600, 400);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->clearFocus();
    }
    PlotAxes axes() { return *m_view->axes(); }

    /// A share of the plot from the left and from the bottom, as a place in the view.
    QPoint at(double x, double y) {
        const QRectF plot = axes().plot;
        const QPointF place(plot.left() + x * plot.width(), plot.bottom() - y * plot.height());
        return (place * m_view->textScale()).toPoint();
    }
    double valueAt(double x) { return axes().x.low + x * axes().x.span(); }

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(m_view.get(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(m_view.get(), (from + to) / 2);
        QTest::mouseMove(m_view.get(), to);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, modifiers, to);
    }
    bool wheel(const QPoint& place, int delta, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(place, m_view->mapToGlobal(place), {}, {0, delta}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        event.setAccepted(false);
        return QApplication::sendEvent(m_view.get(), &event) && event.isAccepted();
    }
    QPoint placeOfName(const std::string& key) {
        for (int y = 0; y < m_view->height(); y += 3) {
            for (int x = 0; x < m_view->width(); x += 3) {
                if (m_view->seriesNamedAt(m_view->toLayout(QPointF(x, y))) == key)
                    return {x, y};
            }
        }
        return {-1, -1};
    }
    void click(const QPoint& place) { QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, place); }

  private slots:
    void cleanup() { m_view.reset(); }

    void draggingDrawsABandToZoomInto() {
        for (const double textScale : {1.0, 1.5}) {
            show(samples::keptUnits(), textScale);
            QSignalSpy changed(m_view.get(), &FigureView::settingsChanged);
            const double low = valueAt(0.25);
            const double high = valueAt(0.75);
            const double pixel = axes().x.span() / axes().plot.width();
            drag(at(0.25, 0.2), at(0.75, 0.8));
            QCOMPARE(changed.count(), 1);
            QVERIFY(close(axes().x.low, low, pixel) && close(axes().x.high, high, pixel));
            QVERIFY(close(axes().y.low, 0.02, 0.001) && close(axes().y.high, 0.08, 0.001));
        }
    }

    void aZoomedPlotIsMovedByDragging() {
        show(samples::keptUnits());
        m_view->zoom(2);
        const PlotAxes before = axes();
        drag(at(0.5, 0.5), at(0.75, 0.25));
        const double x = 0.25 * before.x.span();
        const double y = 0.25 * before.y.span();
        QVERIFY(close(axes().x.low, before.x.low - x, 0.1));
        QVERIFY(close(axes().y.low, before.y.low + y, 0.001));
        QVERIFY(close(axes().x.span(), before.x.span(), 1e-9));
        drag(at(0.75, 0.25), at(0.5, 0.5));
        QVERIFY(close(axes().x.low, before.x.low, 1e-9));
        QVERIFY(close(axes().y.low, before.y.low, 1e-9));
    }

    void shiftDrawsABandInAZoomedPlotToo() {
        show(samples::keptUnits());
        m_view->zoom(2);
        const double low = valueAt(0.5);
        drag(at(0.5, 0.2), at(0.9, 0.8), Qt::ShiftModifier);
        QVERIFY(close(axes().x.low, low, 0.1));
        QVERIFY(axes().x.span() < 10);
    }

    void escapeGivesABandUp() {
        show(samples::keptUnits());
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(0.2, 0.2));
        QTest::mouseMove(m_view.get(), at(0.5, 0.5));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(0.8, 0.8));
        QCOMPARE(m_view->settings(), FigureSettings());
    }

    void aClickOnThePlotChangesNothing() {
        show(samples::keptUnits());
        click(at(0.1, 0.9));
        QCOMPARE(m_view->settings(), FigureSettings());
    }

    void controlAndWheelZoomAboutThePointer() {
        show(samples::keptUnits());
        const double value = valueAt(0.2);
        const double span = axes().x.span();
        QVERIFY(wheel(at(0.2, 0.5), 120, Qt::ControlModifier));
        QVERIFY(close(valueAt(0.2), value, 0.05));
        QVERIFY(close(axes().x.span(), span / kZoomStep, 1e-9));
        QVERIFY(wheel(at(0.2, 0.5), -120, Qt::ControlModifier));
        QVERIFY(close(axes().x.span(), span, 1e-9));
    }

    void theNumbersOfAnAxisZoomItAlone() {
        show(samples::keptUnits());
        const QRectF plot = axes().plot;
        QVERIFY(wheel(QPoint(static_cast<int>(plot.center().x()), m_view->height() - 30), 120,
                      Qt::ControlModifier));
        QVERIFY(m_view->settings().x && !m_view->settings().y);
        m_view->resetAxes();
        QVERIFY(wheel(QPoint(10, static_cast<int>(plot.center().y())), 120, Qt::ControlModifier));
        QVERIFY(!m_view->settings().x && m_view->settings().y);
    }

    void thePlainWheelIsLeftToThePage() {
        show(samples::keptUnits());
        QVERIFY(!wheel(at(0.5, 0.5), 120, {}));
        QCOMPARE(m_view->settings(), FigureSettings());
    }

    void pinchingZooms() {
        show(samples::distances());
        const double decades = std::log10(axes().x.high / axes().x.low);
        const QPointF place = at(0.5, 0.5);
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
                                  2, place, place, m_view->mapToGlobal(place), 1.0, {});
        QApplication::sendEvent(m_view.get(), &event);
        QVERIFY(close(std::log10(axes().x.high / axes().x.low), decades / 2, 1e-9));
    }

    void keysZoomMoveAndReset() {
        show(samples::keptUnits());
        m_view->setFocus();
        const PlotAxes whole = axes();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(close(axes().x.span(), whole.x.span() / kZoomStep, 1e-9));
        QVERIFY(close(axes().x.low + axes().x.high, whole.x.low + whole.x.high, 1e-9));
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QVERIFY(close(axes().x.low, whole.x.low, 1e-9));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(close(axes().x.low, whole.x.low + 0.1 * whole.x.span(), 1e-9));
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QVERIFY(close(axes().x.low, whole.x.low, 1e-9));
        QVERIFY(close(axes().y.low, whole.y.low + 0.1 * whole.y.span(), 1e-9));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(close(axes().y.low, whole.y.low, 1e-9));
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QCOMPARE(m_view->settings(), FigureSettings());
    }

    void keysOfTheWindowAreLeftAlone() {
        show(samples::keptUnits());
        m_view->setFocus();
        for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_0, Qt::Key_Left}) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::ControlModifier);
            QApplication::sendEvent(m_view.get(), &event);
            QVERIFY(!event.isAccepted());
        }
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Escape, Qt::Key_F10, Qt::Key_PageDown}) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
            QApplication::sendEvent(m_view.get(), &event);
            QVERIFY(!event.isAccepted());
        }
        QCOMPARE(m_view->settings(), FigureSettings());
    }

    void aClickOnANameHidesAndShowsItsSeries_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("histogram") << 0;
        QTest::newRow("curves") << 1;
        QTest::newRow("scatter") << 2;
    }
    void aClickOnANameHidesAndShowsItsSeries() {
        QFETCH(int, kind);
        const Figure figures[] = {samples::keptUnits(), samples::distances(),
                                  samples::cloud(600, true)};
        show(figures[kind]);
        int named = 0;
        for (const HideableSeries& part : m_view->series()) {
            const QPoint place = placeOfName(part.key);
            if (place.x() < 0)
                continue;
            ++named;
            QTest::mouseMove(m_view.get(), place);
            QCOMPARE(m_view->cursor().shape(), Qt::PointingHandCursor);
            click(place);
            QCOMPARE(m_view->settings().hidden, std::set{part.key});
            const QPoint back = placeOfName(part.key);
            QVERIFY2(back.y() >= 0 && back.y() < axes().plot.top(), part.key.c_str());
            QTest::qWait(QApplication::doubleClickInterval() + 1);
            click(back);
            QCOMPARE(m_view->settings(), FigureSettings());
            QTest::qWait(QApplication::doubleClickInterval() + 1);
        }
        QVERIFY(named >= 4);
        QTest::mouseMove(m_view.get(), at(0.02, 0.02));
        QVERIFY(m_view->cursor().shape() != Qt::PointingHandCursor);
    }

    void aPressThatLeavesTheNameHidesNothing() {
        show(samples::keptUnits());
        drag(placeOfName("law"), at(0.02, 0.5));
        QCOMPARE(m_view->settings(), FigureSettings());
    }

    void aDoubleClickAsksForThePage() {
        for (const Figure& figure : {samples::keptUnits(), samples::flow(), samples::mask(4, 9)}) {
            show(figure);
            QSignalSpy asked(m_view.get(), &FigureView::enlargeRequested);
            QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {300, 250});
            QCOMPARE(asked.count(), 1);
            QTest::keyClick(m_view.get(), Qt::Key_Return);
            QTest::keyClick(m_view.get(), Qt::Key_Enter);
            QCOMPARE(asked.count(), 3);
            QCOMPARE(m_view->settings(), FigureSettings());
        }
    }

    void aDoubleClickOnANameIsNoneOnTheFigure() {
        show(samples::keptUnits());
        QSignalSpy asked(m_view.get(), &FigureView::enlargeRequested);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, placeOfName("law"));
        QCOMPARE(asked.count(), 0);
    }

    void theContextMenuIsAskedForByPointerAndKeys() {
        show(samples::keptUnits());
        QSignalSpy asked(m_view.get(), &FigureView::menuRequested);
        QContextMenuEvent event(QContextMenuEvent::Mouse, {50, 50}, {150, 170});
        QApplication::sendEvent(m_view.get(), &event);
        QCOMPARE(asked.last().first().toPoint(), QPoint(150, 170));
        QTest::keyClick(m_view.get(), Qt::Key_F10, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Menu);
        QCOMPARE(asked.count(), 3);
        QCOMPARE(asked.last().first().toPoint(), m_view->mapToGlobal(m_view->rect().center()));
    }

    void figuresWithoutAxesIgnoreZooming() {
        for (const Figure& figure : {samples::flow(), samples::mask(4, 9)}) {
            show(figure);
            QVERIFY(!wheel({300, 200}, 120, Qt::ControlModifier));
            drag({200, 200}, {400, 300});
            for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Left}) {
                QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
                QApplication::sendEvent(m_view.get(), &event);
                QVERIFY(!event.isAccepted());
            }
            QCOMPARE(m_view->settings(), FigureSettings());
            QVERIFY(!m_view->canZoom(2));
        }
    }

    void theFocusIsSeen() {
        show(samples::keptUnits());
        const auto accented = [this] {
            return m_view->grab().toImage().pixelColor(m_view->width() / 2, 0) ==
                   m_view->theme().accent;
        };
        QVERIFY(!accented());
        m_view->setFocus();
        QVERIFY(accented());
        m_view->clearFocus();
        QVERIFY(!accented());
    }

    void theWayBackIsThereWhileAZoomedFigureIsLookedAt() {
        show(samples::keptUnits());
        const QPoint corner(m_view->width() - 30, 18);
        m_view->zoom(2);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_view.get(), &leave);
        const QImage apart = m_view->grab().toImage();
        m_view->setFocus();
        QVERIFY(m_view->grab().toImage().copy(QRect(corner, QSize(20, 10))) !=
                apart.copy(QRect(corner, QSize(20, 10))));
        click(corner);
        QCOMPARE(m_view->settings(), FigureSettings());
    }

    void everyFigureSaysWhatAHandCanDo() {
        show(samples::keptUnits());
        QVERIFY(m_view->whatsThis().contains(FigureGestures::inWordsForAxes()));
        show(samples::flow());
        QCOMPARE(m_view->whatsThis(), FigureGestures::inWords());
    }
};

QTEST_MAIN(FigureGesturesTest)
#include "tst_figure_gestures.moc"
