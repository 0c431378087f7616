#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace plumbline;

namespace {

constexpr QSize kSize(500, 320);

QImage rendered(FigureView& view) {
    view.resize(kSize);
    QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
    view.render(&image);
    return image;
}

QImage fresh(const Figure& figure) {
    return rendered(*makeFigureView(figure, Theme::of(ThemeChoice::light)));
}

/// The same data under names that find no place on any curve.
Figure crowded() {
    Figure figure = samples::distances();
    for (Series& series : std::get<Curves>(figure.content).series)
        series.name += std::string(120, 'x');
    return figure;
}

} // namespace

class NamedCurvesTest : public QObject {
    Q_OBJECT

  private slots:
    void aLegendStaysWhileFiguresFollowOneAnother() {
        const auto view = makeFigureView(crowded(), Theme::of(ThemeChoice::light));
        rendered(*view);
        view->setFigure(samples::distances());
        QVERIFY(rendered(*view) != fresh(samples::distances()));
    }

    void whatRestsDependsOnTheFigureAlone() {
        const auto view = makeFigureView(crowded(), Theme::of(ThemeChoice::light));
        rendered(*view);
        view->setFigure(samples::distances());
        QTRY_COMPARE(rendered(*view), fresh(samples::distances()));
    }
};

QTEST_MAIN(NamedCurvesTest)
#include "tst_named_curves.moc"
