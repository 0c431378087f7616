#include "tests/ui/charts/read_out_figures.h"
#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"

#include <QAccessible>
#include <QTest>

#include <cmath>

using namespace plumbline;

namespace {

std::unique_ptr<FigureView> viewOf(const Figure& figure, bool hidden) {
    auto view = makeFigureView(figure, Theme::of(ThemeChoice::light));
    view->setLawHidden(hidden);
    view->resize(600, 400);
    view->grab();
    return view;
}

/// Pixels whose hue is that of the colour: strokes, their soft edges and names in it.
int inkOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += pixel.saturation() > 60 && std::abs(pixel.hue() - colour.hue()) < 8;
        }
    }
    return count;
}

QImage pictureOf(FigureView& view) {
    return view.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// Another law for the same simulated numbers.
Figure withAnotherLaw(Figure figure) {
    auto& histogram = std::get<Histogram>(figure.content);
    histogram.laws[0].y = {0.9, 0.05, 0.05};
    histogram.laws.pop_back();
    histogram.band.high = {2, 2, 2};
    histogram.residuals.y = {9, 9, 9};
    figure.summary = "Three bars, mean 4.98, theory 4, differs.";
    return figure;
}

} // namespace

class TestLawHidden : public QObject {
    Q_OBJECT

  private slots:
    void theLawIsNotInThePicture() {
        const Theme& theme = Theme::of(ThemeChoice::light);
        for (const Figure& figure :
             {samples::keptUnits(), samples::distances(), samples::cloud(60, true)}) {
            for (const QColor& colour : {theme.law, theme.alternative}) {
                QVERIFY(inkOf(pictureOf(*viewOf(figure, false)), colour) > 100);
                // Groups of points may have a colour like it.
                if (!std::holds_alternative<Scatter>(figure.content))
                    QCOMPARE(inkOf(pictureOf(*viewOf(figure, true)), colour), 0);
            }
        }
    }

    void thePictureDoesNotDependOnTheLaw() {
        const Figure figure = samples::threeBars();
        QCOMPARE(pictureOf(*viewOf(figure, true)),
                 pictureOf(*viewOf(withAnotherLaw(figure), true)));
    }

    void limitsFollowTheDataAlone() {
        const Figure cloud = samples::fourPoints();
        Figure wide = cloud;
        std::get<Scatter>(wide.content).ellipses[0].semiAxisA = 500;
        QVERIFY(viewOf(cloud, true)->axes()->x == viewOf(wide, true)->axes()->x);
        QVERIFY(viewOf(wide, false)->axes()->x.span() > 900);
    }

    void limitsForgetTheLawWhenItIsHidden() {
        const auto view = viewOf(withAnotherLaw(samples::threeBars()), false);
        QVERIFY(view->axes()->y.high >= 2);
        view->setLawHidden(true);
        QVERIFY(view->axes()->y == viewOf(samples::threeBars(), true)->axes()->y);
    }

    void theReadOutAndTheSummaryDoNotTellIt() {
        const auto view = viewOf(samples::threeBars(), true);
        QCOMPARE(view->readOut(1)->rows.size(), std::size_t{1});
        QCOMPARE(view->readOut(1)->spoken(),
                 QString("k equals 5, simulated 0.520 plus or minus 0.020"));
        const auto* figure = QAccessible::queryAccessibleInterface(view.get());
        QCOMPARE(figure->text(QAccessible::Description),
                 QString("Three bars, mean 4.98. The law is hidden."));
        QVERIFY(view->series().size() == 1);
    }

    void revealingShowsAllOfItAgain() {
        for (const Figure& figure : {samples::keptUnits(), samples::distances(), samples::cloud(60),
                                     samples::mask(3, 4), samples::flow()}) {
            const auto view = viewOf(figure, true);
            view->setLawHidden(false);
            QCOMPARE(pictureOf(*view), pictureOf(*viewOf(figure, false)));
            QCOMPARE(view->accessibleDescription(), QString::fromStdString(figure.summary));
        }
    }

    void aReportThatComesWhileHiddenIsWholeAfterwards() {
        const auto view = viewOf(samples::threeBars(), true);
        const Figure next = withAnotherLaw(samples::threeBars());
        view->setFigure(next);
        view->setLawHidden(false);
        QCOMPARE(view->accessibleDescription(), QString::fromStdString(next.summary));
        QCOMPARE(view->readOut(0)->rows[1].value, QString("0.900"));
    }
};

QTEST_MAIN(TestLawHidden)
#include "tst_law_hidden.moc"
