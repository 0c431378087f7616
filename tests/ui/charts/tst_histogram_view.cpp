#include "ui/charts/figure_view.h"

#include <QTest>

using namespace plumbline;

namespace {

Figure barsOf(const std::vector<double>& heights) {
    Figure figure;
    figure.id = "bars";
    figure.title = "Bars";
    figure.y.low = 0;
    Histogram bars;
    for (std::size_t i = 0; i < heights.size(); ++i)
        bars.simulated.x.push_back(10 + static_cast<double>(i));
    bars.simulated.y = heights;
    figure.content = bars;
    return figure;
}

} // namespace

class TestHistogramView : public QObject {
    Q_OBJECT

  private slots:
    void aPlaceIsTheTopOfItsBar() {
        const Theme& theme = Theme::of(ThemeChoice::light);
        const auto view = makeFigureView(barsOf({0.1, 0.5, 0.3}), theme);
        view->resize(600, 400);
        const QImage picture = view->grab().toImage();
        for (const double x : {10.0, 11.0, 12.0}) {
            const auto place = view->placeOf(x);
            QVERIFY(place);
            const QPoint below = (*place + QPointF(0, 3)).toPoint();
            const QPoint above = (*place - QPointF(0, 3)).toPoint();
            QCOMPARE(picture.pixelColor(below), theme.simulated);
            QVERIFY(picture.pixelColor(above) != theme.simulated);
        }
        QVERIFY(view->placeOf(11)->y() < view->placeOf(12)->y());
        QVERIFY(view->placeOf(10)->x() < view->placeOf(11)->x());
        QCOMPARE(view->placeOf(10.4), view->placeOf(10));
    }

    void whatIsOutsideHasNoPlace() {
        const auto view = makeFigureView(barsOf({0.1, 0.5, 0.3}), Theme::of(ThemeChoice::light));
        view->resize(600, 400);
        QVERIFY(!view->placeOf(9) && !view->placeOf(14));
        Figure curves;
        curves.content = Curves{};
        QVERIFY(!makeFigureView(curves, Theme::of(ThemeChoice::light))->placeOf(0));
    }
};

QTEST_MAIN(TestHistogramView)
#include "tst_histogram_view.moc"
