#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"
#include "ui/charts/plot_frame.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <limits>

using namespace plumbline;

namespace {

QImage rendered(FigureView& view, const QSize& size, double pixelRatio = 1) {
    view.resize(size);
    QImage image(size * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::magenta);
    view.render(&image);
    return image;
}

QImage rendered(const Figure& figure, ThemeChoice choice, const QSize& size,
                double pixelRatio = 1) {
    const auto view = makeFigureView(figure, Theme::of(choice));
    return rendered(*view, size, pixelRatio);
}

/// Pixels in the rectangle that differ clearly from the card.
int inkIn(const QImage& image, const QRect& rectangle, const QColor& card) {
    int count = 0;
    for (int y = rectangle.top(); y <= rectangle.bottom(); ++y) {
        for (int x = rectangle.left(); x <= rectangle.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - card.red()) + std::abs(pixel.green() - card.green()) +
                         std::abs(pixel.blue() - card.blue()) >
                     90;
        }
    }
    return count;
}

void addRows(const char* kind, const Figure& figure) {
    for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
        for (const QSize size : {QSize(320, 200), QSize(796, 396), QSize(390, 300)}) {
            const QString name = QString("%1 %2 %3x%4")
                                     .arg(kind, choice == ThemeChoice::light ? "light" : "dark")
                                     .arg(size.width())
                                     .arg(size.height());
            QTest::newRow(qPrintable(name)) << figure << choice << size;
        }
    }
}

Figure empty(FigureContent content) {
    Figure figure;
    figure.title = "Nothing yet";
    figure.content = std::move(content);
    return figure;
}

Figure awkwardCurves() {
    const double infinity = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Figure figure = samples::distances();
    auto& series = std::get<Curves>(figure.content).series;
    series[1].y[3] = nan;
    series[1].y[5] = -1;
    series[2].y[7] = infinity;
    series[3].y[2] = 0;
    series[0].low[4] = 0;
    return figure;
}

} // namespace

Q_DECLARE_METATYPE(plumbline::Figure)
Q_DECLARE_METATYPE(plumbline::ThemeChoice)

class FigureViewTest : public QObject {
    Q_OBJECT

  private slots:
    void everyKindDrawsItsTitleAndItsData_data();
    void everyKindDrawsItsTitleAndItsData();
    void degenerateFiguresAreDrawn_data();
    void degenerateFiguresAreDrawn();
    void tickLabelsNeverOverlapAndStayInside_data();
    void tickLabelsNeverOverlapAndStayInside();
    void anEqualFigureChangesNothing();
    void aChangedFigureChangesThePicture();
    void aThemeSwitchesTheWholePicture();
    void aFreshViewDrawsTheSamePicture();
    void twiceThePixelsIsTheSamePicture();
    void assistiveTechnologyIsToldTheSummary();
};

void FigureViewTest::everyKindDrawsItsTitleAndItsData_data() {
    QTest::addColumn<Figure>("figure");
    QTest::addColumn<ThemeChoice>("choice");
    QTest::addColumn<QSize>("size");
    addRows("histogram", samples::keptUnits());
    addRows("histogram of a wrong law", samples::wrongLaw());
    addRows("curves", samples::distances());
    addRows("linear curves", samples::gradientNorms());
    addRows("scatter", samples::cloud(2000, true));
    addRows("cloud", samples::cloud(30000));
    addRows("mask", samples::mask(5, 20));
    addRows("matrix", samples::matrix(8, 8, ColourScale::diverging, true, true));
    addRows("large matrix", samples::matrix(300, 200, ColourScale::sequential, false, false));
    addRows("flow", samples::flow());
}

void FigureViewTest::everyKindDrawsItsTitleAndItsData() {
    QFETCH(Figure, figure);
    QFETCH(ThemeChoice, choice);
    QFETCH(QSize, size);
    const QImage image = rendered(figure, choice, size);
    const QColor card = Theme::of(choice).card;
    QCOMPARE(image.pixelColor(1, 1), card);
    QCOMPARE(image.pixelColor(size.width() - 1, size.height() - 1), card);
    QVERIFY(inkIn(image, QRect(12, 12, 120, 20), card) > 80);
    QVERIFY(inkIn(image, QRect(0, 60, size.width(), size.height() - 60), card) > 300);
}

void FigureViewTest::degenerateFiguresAreDrawn_data() {
    QTest::addColumn<Figure>("figure");
    QTest::newRow("empty histogram") << empty(Histogram{});
    QTest::newRow("empty curves") << empty(Curves{});
    QTest::newRow("empty scatter") << empty(Scatter{});
    QTest::newRow("empty matrix") << empty(Heatmap{});
    QTest::newRow("empty graph") << empty(FlowGraph{});
    QTest::newRow("one bin") << samples::bars(1, 3, 1);
    QTest::newRow("2000 bins") << samples::bars(2000, 0, 0.001);
    QTest::newRow("bins at 1e9") << samples::bars(60, 1e9, 1000);
    QTest::newRow("laws alone") << samples::keptUnits(52, 86, 100, 0.7, 0);
    QTest::newRow("one point") << samples::cloud(3);
    QTest::newRow("missing cell") << samples::mask(3, 7, true);
    QTest::newRow("one cell") << samples::matrix(1, 1, ColourScale::sequential, true, true);
    QTest::newRow("values that no axis shows") << awkwardCurves();
    Figure zeros = samples::keptUnits();
    auto& histogram = std::get<Histogram>(zeros.content);
    histogram.simulated.y.assign(histogram.simulated.x.size(), 0);
    histogram.laws.clear();
    histogram.band = {};
    QTest::newRow("all zeros") << zeros;
}

void FigureViewTest::degenerateFiguresAreDrawn() {
    QFETCH(Figure, figure);
    for (const QSize size : {QSize(1, 1), QSize(40, 30), QSize(320, 200), QSize(1200, 700)}) {
        const QImage image = rendered(figure, ThemeChoice::light, size);
        if (size.width() > 300)
            QVERIFY(inkIn(image, QRect(12, 12, 120, 20), Qt::white) > 40);
    }
}

void FigureViewTest::tickLabelsNeverOverlapAndStayInside_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(320, 200);
    QTest::newRow("usual") << QSize(796, 396);
    QTest::newRow("tall") << QSize(240, 900);
    QTest::newRow("huge") << QSize(3840, 2160);
}

void FigureViewTest::tickLabelsNeverOverlapAndStayInside() {
    QFETCH(QSize, size);
    Figure figure = samples::keptUnits();
    for (const Limits x : {Limits{51.5, 86.5}, Limits{1e9, 1e9 + 60000}, Limits{-2e-7, 2e-7}}) {
        for (const AxisScale scale : {AxisScale::linear, AxisScale::logarithmic}) {
            figure.y.scale = scale;
            PlotFrameRequest request;
            request.size = size;
            request.x = x;
            request.y = {1e-9, 1234567};
            request.residualStrip = true;
            const PlotFrame frame = layOutFrame(figure, request);
            QList<QRectF> labels;
            for (const Tick& tick : frame.xTicks)
                labels.append(frame.xTickRectangle(tick));
            for (const Tick& tick : frame.yTicks)
                labels.append(frame.yTickRectangle(tick));
            for (qsizetype i = 0; i < labels.size(); ++i) {
                QVERIFY(QRectF(QPointF(), QSizeF(size)).contains(labels[i]));
                for (qsizetype j = 0; j < i; ++j) {

                    QVERIFY(!labels[i].intersects(labels[j]));
                }
            }
            QVERIFY(frame.plot.height() > 40 && frame.plot.width() > 100);
        }
    }
}

void FigureViewTest::anEqualFigureChangesNothing() {
    for (const Figure& figure : {samples::keptUnits(), samples::distances(), samples::cloud(600),
                                 samples::mask(3, 7, true), samples::flow()}) {
        const auto view = makeFigureView(figure, Theme::of(ThemeChoice::light));
        const QImage before = rendered(*view, {500, 320});
        view->setFigure(figure);
        QCOMPARE(rendered(*view, {500, 320}), before);
    }
}

void FigureViewTest::aChangedFigureChangesThePicture() {
    const auto view = makeFigureView(samples::keptUnits(), Theme::of(ThemeChoice::light));
    const QImage before = rendered(*view, {500, 320});
    view->setFigure(samples::wrongLaw());
    QVERIFY(rendered(*view, {500, 320}) != before);
    view->setFigure(samples::keptUnits());
    QCOMPARE(rendered(*view, {500, 320}), before);
}

void FigureViewTest::aThemeSwitchesTheWholePicture() {
    for (const Figure& figure : {samples::keptUnits(), samples::distances(), samples::cloud(600),
                                 samples::mask(5, 20), samples::flow()}) {
        const auto view = makeFigureView(figure, Theme::of(ThemeChoice::light));
        rendered(*view, {500, 320});
        view->setTheme(Theme::of(ThemeChoice::dark));
        QCOMPARE(rendered(*view, {500, 320}), rendered(figure, ThemeChoice::dark, {500, 320}));
    }
}

void FigureViewTest::aFreshViewDrawsTheSamePicture() {
    const Figure figure = samples::distances();
    QCOMPARE(rendered(figure, ThemeChoice::light, {500, 320}),
             rendered(figure, ThemeChoice::light, {500, 320}));
}

void FigureViewTest::twiceThePixelsIsTheSamePicture() {
    for (const Figure& figure : {samples::keptUnits(), samples::distances(), samples::cloud(600)}) {
        const QImage once = rendered(figure, ThemeChoice::light, {500, 320});
        const QImage twice = rendered(figure, ThemeChoice::light, {500, 320}, 2);
        QImage reduced = twice.scaled(500, 320, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        reduced.setDevicePixelRatio(1);
        const QRect all(0, 0, 500, 320);
        const double share = static_cast<double>(inkIn(reduced, all, Qt::white)) /
                             static_cast<double>(inkIn(once, all, Qt::white));
        QVERIFY2(share > 0.9 && share < 1.1, qPrintable(QString::number(share)));
    }
}

void FigureViewTest::assistiveTechnologyIsToldTheSummary() {
    const auto view = makeFigureView(samples::keptUnits(), Theme::of(ThemeChoice::light));
    QCOMPARE(view->accessibleName(), QString("How many of 100 units survive?"));
    QCOMPARE(view->accessibleDescription(), QString("Bars follow the binomial law."));
}

QTEST_MAIN(FigureViewTest)
#include "tst_figure_view.moc"
