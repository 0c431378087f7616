#include "tests/ui/charts/read_out_figures.h"
#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"
#include "ui/charts/read_out_overlay.h"

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QTest>

using namespace plumbline;

namespace {

std::unique_ptr<FigureView> viewOf(const Figure& figure, const QSize& size = {600, 400}) {
    auto view = makeFigureView(figure, Theme::of(ThemeChoice::light));
    view->resize(size);
    view->show();
    QApplication::processEvents();
    return view;
}

void hover(FigureView& view, const QPointF& place) {
    QMouseEvent event(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&view, &event);
}

void leave(FigureView& view) {
    QEvent event(QEvent::Leave);
    QApplication::sendEvent(&view, &event);
}

QImage picture(FigureView& view) {
    return view.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// What differs, as one rectangle.
QRect changed(const QImage& before, const QImage& after) {
    QRect all;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (before.pixel(x, y) != after.pixel(x, y))
                all = all.united(QRect(x, y, 1, 1));
        }
    }
    return all;
}

QString valueOf(FigureView& view) {
    return QAccessible::queryAccessibleInterface(&view)->text(QAccessible::Value);
}

/// Where a widget was painted since.
class PaintedRegion : public QObject {
  public:
    QRegion region;

    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
};

} // namespace

class TestReadOutCursor : public QObject {
    Q_OBJECT

  private slots:
    void hoveringReadsAtOnce() {
        const auto view = viewOf(samples::threeBars());
        QVERIFY(!view->currentReadOut());
        QVERIFY(!view->findChild<ReadOutOverlay*>());
        hover(*view, view->readOut(1)->datum.center());
        QVERIFY(view->currentReadOut() == view->readOut(1));
        const auto* overlay = view->findChild<ReadOutOverlay*>();
        QVERIFY(overlay && overlay->isVisible());
        leave(*view);
        QVERIFY(!view->currentReadOut());
        QVERIFY(!overlay->isVisible());
    }

    void thePictureChangesWhereTheReadOutIsAndNowhereElse() {
        const auto view = viewOf(samples::threeBars());
        const QImage before = picture(*view);
        const ReadOut readOut = *view->readOut(1);
        hover(*view, readOut.datum.center());
        const QImage after = picture(*view);
        QRectF drawn = view->findChild<ReadOutOverlay*>()->cardRectangle();
        for (const ReadOutMark& mark : readOut.marks)
            drawn = drawn.united(mark.place.adjusted(-3, -3, 3, 3));
        QVERIFY(drawn.toAlignedRect().contains(changed(before, after)));
        const QPointF line = readOut.marks.front().place.center();
        QVERIFY(before.pixel(line.toPoint()) != after.pixel(line.toPoint()));
        leave(*view);
        QCOMPARE(picture(*view), before);
    }

    void theCardIsInTheThemesColours() {
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
            const auto view = viewOf(samples::threeBars());
            hover(*view, view->readOut(1)->datum.center());
            view->setTheme(Theme::of(choice));
            const QImage image = picture(*view);
            const QRect card = view->findChild<ReadOutOverlay*>()->cardRectangle().toAlignedRect();
            QCOMPARE(image.pixelColor(card.center().x(), card.top() + 4), Theme::of(choice).card);
            QCOMPARE(image.pixelColor(card.center().x(), card.top()), Theme::of(choice).line);
        }
    }

    void theCardNeverLeavesTheView() {
        for (const Figure& figure : {samples::keptUnits(), samples::distances(),
                                     samples::cloud(600), samples::mask(5, 20), samples::flow()}) {
            const auto view = viewOf(figure, {320, 200});
            for (int datum = 0; datum < view->datumCount(); ++datum) {
                const auto readOut = view->readOut(datum);
                if (!readOut)
                    continue;
                hover(*view, readOut->datum.center());
                const auto* overlay = view->findChild<ReadOutOverlay*>();
                QVERIFY(overlay && QRectF(view->rect()).contains(overlay->cardRectangle()));
            }
        }
    }

    void aNewReportChangesTheNumbersUnderThePointer() {
        const auto view = viewOf(samples::threeBars());
        hover(*view, view->readOut(1)->datum.center());
        Figure next = samples::threeBars();
        std::get<Histogram>(next.content).simulated.y[1] = 0.49;
        view->setFigure(next);
        QCOMPARE(view->currentReadOut()->rows[0].value, QString("0.490"));
    }

    void aFigureThatShrinksUnderThePointerIsSafe() {
        const auto view = viewOf(samples::keptUnits());
        QTest::keyClick(view.get(), Qt::Key_End);
        QVERIFY(view->currentReadOut());
        view->setFigure(samples::threeBars());
        QVERIFY(!view->currentReadOut());
        view->setFigure(samples::keptUnits());
        QVERIFY(view->currentReadOut());
    }

    void draggingReadsNothing() {
        const auto view = viewOf(samples::threeBars());
        const QPoint place = view->readOut(1)->datum.center().toPoint();
        hover(*view, place);
        QTest::mousePress(view.get(), Qt::LeftButton, {}, place);
        QVERIFY(!view->currentReadOut());
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, place);
        QVERIFY(view->currentReadOut());
    }

    void keysStepThroughTheData() {
        const auto view = viewOf(samples::threeBars());
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->currentReadOut()->title, QString("k = 4"));
        QTest::keyClick(view.get(), Qt::Key_Comma);
        QCOMPARE(view->currentReadOut()->title, QString("k = 4"));
        QTest::keyClick(view.get(), Qt::Key_Period);
        QTest::keyClick(view.get(), Qt::Key_Period);
        QCOMPARE(view->currentReadOut()->title, QString("k = 6"));
        QTest::keyClick(view.get(), Qt::Key_Period);
        QCOMPARE(view->currentReadOut()->title, QString("k = 6"));
        QTest::keyClick(view.get(), Qt::Key_Comma);
        QCOMPARE(view->currentReadOut()->title, QString("k = 5"));
        QTest::keyClick(view.get(), Qt::Key_End);
        QCOMPARE(view->currentReadOut()->title, QString("k = 6"));
    }

    void theFirstKeyStartsInTheMiddle() {
        const auto view = viewOf(samples::threeBars());
        QTest::keyClick(view.get(), Qt::Key_Period);
        QCOMPARE(view->currentReadOut()->title, QString("k = 5"));
    }

    void theKeysGoOnFromThePointer() {
        const auto view = viewOf(samples::threeBars());
        hover(*view, view->readOut(0)->datum.center());
        QTest::keyClick(view.get(), Qt::Key_Period);
        QCOMPARE(view->currentReadOut()->title, QString("k = 5"));
        hover(*view, view->readOut(0)->datum.center());
        QCOMPARE(view->currentReadOut()->title, QString("k = 4"));
    }

    void everyKindAnswersTheKeys() {
        for (const Figure& figure : {samples::keptUnits(), samples::distances(),
                                     samples::cloud(600), samples::mask(5, 20), samples::flow()}) {
            const auto view = viewOf(figure);
            QTest::keyClick(view.get(), Qt::Key_Home);
            const auto first = view->currentReadOut();
            QTest::keyClick(view.get(), Qt::Key_Period);
            QVERIFY(first && view->currentReadOut());
            QVERIFY(view->currentReadOut()->datum != first->datum);
        }
    }

    void aScreenReaderIsToldTheValue() {
        const auto view = viewOf(samples::threeBars());
        const auto* figure = QAccessible::queryAccessibleInterface(view.get());
        QCOMPARE(figure->role(), QAccessible::Chart);
        QCOMPARE(figure->text(QAccessible::Name), QString("Three bars"));
        QCOMPARE(figure->text(QAccessible::Description),
                 QString("Three bars, mean 4.98, theory 5, agrees."));
        QCOMPARE(figure->childCount(), 0);
        QCOMPARE(valueOf(*view), QString());
        QTest::keyClick(view.get(), Qt::Key_End);
        QVERIFY(valueOf(*view).startsWith("k equals 6, simulated 0.230 plus or minus 0.010, law"));
    }

    void whatIsNewInALargerTextScaleIsRepainted() {
        constexpr double kScale = 2;
        const auto view = viewOf(samples::threeBars(), {900, 700});
        view->setTextScale(kScale);
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        hover(*view, view->readOut(0)->datum.center() * kScale);
        QTest::qWait(50);
        auto* overlay = view->findChild<ReadOutOverlay*>();
        PaintedRegion painted;
        overlay->installEventFilter(&painted);
        hover(*view, view->readOut(2)->datum.center() * kScale);
        QTRY_VERIFY(!painted.region.isEmpty());
        const QRectF card = overlay->cardRectangle();
        const QRect place(QPointF(card.topLeft() * kScale).toPoint(),
                          (card.size() * kScale).toSize());
        QVERIFY(QRegion(place).subtracted(painted.region).isEmpty());
        QVERIFY(painted.region.boundingRect() != overlay->rect());
    }

    void aLargerTextScaleReadsTheSameDatum() {
        const auto view = viewOf(samples::threeBars());
        view->setTextScale(1.5);
        QApplication::processEvents();
        const ReadOut readOut = *view->readOut(2);
        hover(*view, readOut.datum.center() * 1.5);
        QVERIFY(view->currentReadOut() == readOut);
        const QRectF card = view->findChild<ReadOutOverlay*>()->cardRectangle();
        QVERIFY(QRectF(QPointF(), view->layoutSize()).contains(card));
    }
};

QTEST_MAIN(TestReadOutCursor)
#include "tst_read_out_cursor.moc"
