#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace plumbline;

namespace {

constexpr QSize kSize(560, 360);

QImage rendered(FigureView& view, const QSize& size = kSize, double pixelRatio = 1) {
    view.resize(size);
    QImage image(size * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::magenta);
    view.render(&image);
    return image;
}

std::unique_ptr<FigureView> viewOf(const Figure& figure, const FigureSettings& settings = {},
                                   AxesMode mode = AxesMode::automatic) {
    auto view = makeFigureView(figure, Theme::of(ThemeChoice::light));
    view->setSettings(settings);
    view->setAxesMode(mode);
    return view;
}

QImage pictureOf(const Figure& figure, const FigureSettings& settings = {},
                 AxesMode mode = AxesMode::automatic) {
    return rendered(*viewOf(figure, settings, mode));
}

FigureSettings ranges(AxisRange x, AxisRange y) {
    FigureSettings settings;
    settings.x = x;
    settings.y = y;
    return settings;
}

FigureSettings hiding(const std::string& key) {
    FigureSettings settings;
    settings.hidden = {key};
    return settings;
}

/// The difference between a pixel's channels: large for a series' colour, small for text and card.
int chroma(const QColor& pixel) {
    const auto [least, most] = std::minmax({pixel.red(), pixel.green(), pixel.blue()});
    return most - least;
}

/// Colourful pixels inside or outside the plot, away from its edge and from header, legend and
/// strip.
int colourful(const QImage& image, const QRectF& plot, bool inside) {
    constexpr double kEdge = 6; ///< half a marker and half a halo may pass the edge
    int count = 0;
    for (int y = static_cast<int>(plot.top() + kEdge); y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (chroma(image.pixelColor(x, y)) < 60)
                continue;
            const QPointF at(x, y);
            count += inside ? plot.contains(at)
                            : !plot.adjusted(-kEdge, -kEdge, kEdge, kEdge).contains(at);
        }
    }
    return count;
}

Figure withoutStrip(Figure figure) {
    std::get<Histogram>(figure.content).residuals = {};
    return figure;
}

/// None with a strip, whose colours are not the plot's.
std::vector<Figure> figuresWithAxes() {
    return {withoutStrip(samples::keptUnits()),
            withoutStrip(samples::bars(400, 0, 0.01)),
            samples::distances(),
            samples::gradientNorms(),
            samples::cloud(600, true),
            samples::cloud(15000)};
}

/// Another figure, whose series of that key has other values.
Figure withOtherValues(const Figure& figure, const std::string& key) {
    Figure other = figure;
    const auto keys = seriesKeys(figure);
    const auto series = seriesOf(other);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] != key)
            continue;
        auto& changed = const_cast<Series&>(*series[i]);
        auto& column =
            changed.y.empty() ? (changed.high.empty() ? changed.x : changed.high) : changed.y;
        for (double& value : column)
            value *= 0.7;
    }
    if (auto* scatter = std::get_if<Scatter>(&other.content)) {
        if (key == "ellipse")
            scatter->ellipses[0].semiAxisA *= 0.5;
        if (key == "ellipse-2")
            scatter->ellipses[1].semiAxisA *= 0.5;
        if (key == "arrows")
            scatter->arrows[0].toX -= 2;
    }
    return other;
}

/// Where the pointer is, a zoomed figure offers the way back.
void lookAway(FigureView& view) {
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&view, &leave);
    view.hide();
}

double highEndOfY(const Figure& figure, const FigureSettings& settings, AxesMode mode) {
    const auto view = viewOf(figure, settings, mode);
    rendered(*view);
    return view->axes()->y.high;
}

} // namespace

class ChartFigureViewTest : public QObject {
    Q_OBJECT

  private slots:
    void chosenEndsAreTheAxes() {
        for (const Figure& figure : {samples::keptUnits(), samples::gradientNorms()}) {
            const auto view = viewOf(figure, ranges({3, 71}, {0.01, 0.5}));
            rendered(*view);
            QCOMPARE(view->axes()->x, (Limits{3, 71}));
            QCOMPARE(view->axes()->y, (Limits{0.01, 0.5}));
        }
        const auto logarithmic = viewOf(samples::distances(), ranges({-1, 50}, {0.01, 0.5}));
        rendered(*logarithmic);
        QCOMPARE(logarithmic->axes()->x, (Limits{1, 50}));
        QCOMPARE(logarithmic->axes()->y, (Limits{0.01, 0.5}));
    }

    void onlyTheChosenAxisIsFixed() {
        FigureSettings settings;
        settings.x = AxisRange{100, 120};
        const auto view = viewOf(samples::keptUnits(), settings);
        rendered(*view);
        QCOMPARE(view->axes()->x, (Limits{100, 120}));
        // Nothing is there to say how high y goes.
        QCOMPARE(view->axes()->y, (Limits{0, 1}));
    }

    void anEqualAspectStaysEqual() {
        const auto view = viewOf(samples::cloud(600), ranges({-1, 3}, {-1, 0}));
        rendered(*view);
        const PlotAxes axes = *view->axes();
        QVERIFY(std::abs(axes.x.span() / axes.plot.width() / axes.y.span() * axes.plot.height() -
                         1) < 1e-9);
        QVERIFY(axes.x.low <= -1 && axes.x.high >= 3 && axes.y.low <= -1 && axes.y.high >= 0);
    }

    void nothingIsDrawnOutsideAZoomedPlot() {
        for (const Figure& figure : figuresWithAxes()) {
            const auto view = viewOf(figure);
            rendered(*view);
            const PlotAxes whole = *view->axes();
            for (const double factor : {0.3, 3.0, 40.0}) {
                for (const QPointF& place : {QPointF(0.3, 0.3), QPointF(0.5, 0.6)}) {
                    const QPointF about(whole.plot.left() + place.x() * whole.plot.width(),
                                        whole.plot.top() + place.y() * whole.plot.height());
                    view->setSettings(*zoomedAbout(whole, {}, about, factor));
                    const QImage image = rendered(*view);
                    QCOMPARE(colourful(image, view->axes()->plot, false), 0);
                    if (factor < 10)
                        QVERIFY(colourful(image, view->axes()->plot, true) > 20);
                }
            }
        }
    }

    void everyZoomCanBeDrawn() {
        for (const Figure& figure : figuresWithAxes()) {
            for (const double factor : {2.0, 0.5}) {
                const auto view = viewOf(figure);
                rendered(*view);
                int steps = 0;
                while (view->canZoom(factor)) {
                    view->zoom(factor);
                    QVERIFY(canShow(view->axes()->x, view->axes()->xScale));
                    QVERIFY(canShow(view->axes()->y, view->axes()->yScale));
                    if (++steps % 50 == 0)
                        QCOMPARE(colourful(rendered(*view), view->axes()->plot, false), 0);
                }
                QVERIFY(steps > 5);
                const FigureSettings last = view->settings();
                view->zoom(factor);
                QCOMPARE(view->settings(), last);
                QCOMPARE(colourful(rendered(*view), view->axes()->plot, false), 0);
            }
        }
    }

    void endsThatCannotBeShownAreIgnored() {
        const Figure figure = samples::keptUnits();
        QCOMPARE(pictureOf(figure, ranges({-1e308, 1e308}, {0, 1e-320})), pictureOf(figure));
    }

    void aBarWiderThanThePlotFillsIt() {
        const auto view = viewOf(samples::keptUnits(), ranges({69.8, 70.2}, {0, 0.05}));
        const QImage image = rendered(*view);
        const QRectF plot = view->axes()->plot;
        const QColor blue = Theme::of(ThemeChoice::light).simulated;
        for (const double share : {0.1, 0.5, 0.9})
            QCOMPARE(image.pixelColor(static_cast<int>(plot.left() + share * plot.width()),
                                      static_cast<int>(plot.bottom() - 4)),
                     blue);
    }

    void aHiddenSeriesIsNotInThePicture() {
        for (const Figure& figure :
             {samples::keptUnits(), samples::distances(), samples::cloud(600, true)}) {
            for (const HideableSeries& part : hideableSeries(figure)) {
                const Figure other = withOtherValues(figure, part.key);
                QVERIFY2(pictureOf(figure) != pictureOf(other), part.key.c_str());
                QVERIFY2(pictureOf(figure, hiding(part.key)) == pictureOf(other, hiding(part.key)),
                         part.key.c_str());
            }
        }
    }

    void otherSeriesKeepTheirColours() {
        const Theme& theme = Theme::of(ThemeChoice::light);
        const auto view = viewOf(samples::keptUnits(), hiding("law"));
        const QImage image = rendered(*view);
        const QRect plot = view->axes()->plot.toRect();
        const auto has = [&](const QColor& colour) {
            for (int y = plot.top(); y <= plot.bottom(); ++y) {
                for (int x = plot.left(); x <= plot.right(); ++x) {
                    if (image.pixelColor(x, y) == colour)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(!has(theme.law));
        QVERIFY(has(theme.alternative));
        QVERIFY(has(theme.simulated));
    }

    void theResidualStripCanBeHidden() {
        const auto view = viewOf(samples::keptUnits());
        rendered(*view);
        const double withStrip = view->axes()->plot.height();
        view->setSettings(hiding(seriesKeys(samples::keptUnits()).back()));
        rendered(*view);
        QVERIFY(view->axes()->plot.height() > withStrip + 30);
    }

    void everythingCanBeHidden() {
        for (const Figure& figure : figuresWithAxes()) {
            FigureSettings settings;
            for (const HideableSeries& part : hideableSeries(figure))
                settings.hidden.insert(part.key);
            const auto view = viewOf(figure, settings);
            QCOMPARE(colourful(rendered(*view), view->axes()->plot, true), 0);
        }
    }

    void hiddenSeriesDoNotCountForAutomaticEnds() {
        Figure figure = samples::keptUnits();
        for (double& value : std::get<Histogram>(figure.content).simulated.y)
            value *= 10;
        QVERIFY(highEndOfY(figure, {}, AxesMode::automatic) > 0.8);
        QVERIFY(highEndOfY(figure, hiding("simulated"), AxesMode::automatic) < 0.15);
    }

    void theTheoryAloneMaySetTheEnds() {
        Figure figure = samples::keptUnits();
        for (double& value : std::get<Histogram>(figure.content).simulated.y)
            value *= 10;
        QVERIFY(highEndOfY(figure, {}, AxesMode::theory) < 0.15);
        const auto view = viewOf(withoutStrip(figure), {}, AxesMode::theory);
        QCOMPARE(colourful(rendered(*view), view->axes()->plot, false), 0);
        // Without a law they follow the data, as always.
        std::get<Histogram>(figure.content).laws.clear();
        std::get<Histogram>(figure.content).band = {};
        QVERIFY(highEndOfY(figure, {}, AxesMode::theory) > 0.8);
        Figure lines = samples::gradientNorms();
        for (double& value : std::get<Curves>(lines.content).series[0].y)
            value *= 10;
        QVERIFY(highEndOfY(lines, {}, AxesMode::automatic) > 30);
        QVERIFY(highEndOfY(lines, {}, AxesMode::theory) < 6);
    }

    void chosenEndsPrecedeTheTheorys() {
        QCOMPARE(highEndOfY(samples::keptUnits(), ranges({50, 60}, {0, 3}), AxesMode::theory), 3.0);
    }

    void anUnshownViewDrawsTheSamePictureAsOneThatWasUsed() {
        for (const Figure& figure : figuresWithAxes()) {
            const auto used = viewOf(figure);
            used->resize(kSize);
            used->show();
            used->zoom(3);
            used->setSeriesHidden(used->series().front().key, true);
            used->zoom(0.7);
            const FigureSettings settings = used->settings();
            QTest::qWait(600); // names come to rest
            lookAway(*used);
            QCOMPARE(rendered(*used), pictureOf(figure, settings));
            used->resetAxes();
            used->setSeriesHidden(used->series().front().key, false);
            used->show();
            QTest::qWait(600);
            lookAway(*used);
            QCOMPARE(rendered(*used), pictureOf(figure));
        }
    }

    void aTextScaleIsTheSamePictureLarger_data() {
        QTest::addColumn<double>("scale");
        for (const double scale : {1.25, 1.75, 2.0, 3.0})
            QTest::newRow(qPrintable(QString::number(scale))) << scale;
    }
    void aTextScaleIsTheSamePictureLarger() {
        QFETCH(double, scale);
        auto figures = figuresWithAxes();
        figures.push_back(samples::flow());
        figures.push_back(samples::mask(5, 20));
        figures.push_back(samples::matrix(8, 8, ColourScale::diverging, true, true));
        const QSize size(400, 280);
        for (const Figure& figure : figures) {
            QImage expected = rendered(*viewOf(figure), size, scale);
            expected.setDevicePixelRatio(1);
            const auto view = viewOf(figure);
            view->setTextScale(scale);
            QCOMPARE(rendered(*view, size * scale), expected);
            view->setTextScale(1);
            QCOMPARE(rendered(*view, size), rendered(*viewOf(figure), size));
        }
    }
};

QTEST_MAIN(ChartFigureViewTest)
#include "tst_chart_figure_view.moc"
