#include "core/report/figure_without_law.h"

#include <QTest>

using namespace plumbline;

namespace {

Series series(const char* name, SeriesRole role, std::vector<double> x = {1, 2},
              std::vector<double> y = {3, 4}) {
    Series result;
    result.name = name;
    result.role = role;
    result.x = std::move(x);
    result.y = std::move(y);
    return result;
}

Figure figureOf(FigureContent content) {
    Figure figure;
    figure.id = "id";
    figure.title = "title";
    figure.caption = "caption";
    figure.summary = "mean 1, theory 2, differs";
    figure.summaryWithoutLaw = "mean 1.";
    figure.content = std::move(content);
    return figure;
}

} // namespace

class TestFigureWithoutLaw : public QObject {
    Q_OBJECT

  private slots:
    void aHistogramKeepsItsBarsAlone() {
        Histogram histogram;
        histogram.binWidth = 2;
        histogram.simulated = series("simulated", SeriesRole::simulated);
        histogram.laws = {series("law", SeriesRole::law), series("other", SeriesRole::alternative)};
        histogram.band = series("band", SeriesRole::band);
        histogram.residuals = series("residuals", SeriesRole::marker);
        const Figure hidden = withoutLaw(figureOf(histogram));
        Histogram bars;
        bars.binWidth = 2;
        bars.simulated = histogram.simulated;
        QVERIFY(std::get<Histogram>(hidden.content) == bars);
        QCOMPARE(hidden.id, std::string("id"));
        QCOMPARE(hidden.caption, std::string("caption"));
    }

    void binsOfLawsAloneStayAsPlaces() {
        Histogram histogram;
        histogram.laws = {series("law", SeriesRole::law, {5, 6, 7}, {0.2, 0.5, 0.3})};
        const Figure hidden = withoutLaw(figureOf(histogram));
        const Series& bars = std::get<Histogram>(hidden.content).simulated;
        QVERIFY(bars.x == std::vector<double>({5, 6, 7}));
        QVERIFY(bars.y == std::vector<double>({0, 0, 0}));
    }

    void curvesKeepWhatWasSimulated() {
        const Figure hidden = withoutLaw(figureOf(Curves{
            {series("law", SeriesRole::law), series("simulated", SeriesRole::simulated),
             series("N = 72", SeriesRole::marker, {72}, {}), series("band", SeriesRole::band)}}));
        const auto& left = std::get<Curves>(hidden.content).series;
        QCOMPARE(left.size(), std::size_t{1});
        QCOMPARE(left[0].name, std::string("simulated"));
        QCOMPARE(hidden.caption, std::string("caption"));
    }

    void aFigureOfLawsAloneLosesItsCaption() {
        const Figure hidden = withoutLaw(figureOf(Curves{{series("law", SeriesRole::law)}}));
        QVERIFY(std::get<Curves>(hidden.content).series.empty());
        QVERIFY(hidden.caption.empty());
        QCOMPARE(hidden.title, std::string("title"));
    }

    void ellipsesOfLawsGoAndArrowsStay() {
        Scatter scatter;
        scatter.equalAspect = true;
        scatter.groups = {series("points", SeriesRole::simulated)};
        scatter.ellipses = {{.name = "law", .role = SeriesRole::law},
                            {.name = "independent", .role = SeriesRole::alternative},
                            {.name = "sample", .role = SeriesRole::simulated}};
        scatter.arrows = {{.name = "PC 1"}};
        const Figure hidden = withoutLaw(figureOf(scatter));
        const auto& left = std::get<Scatter>(hidden.content);
        QCOMPARE(left.ellipses.size(), std::size_t{1});
        QCOMPARE(left.ellipses[0].name, std::string("sample"));
        QVERIFY(left.arrows == scatter.arrows && left.groups == scatter.groups);
        QVERIFY(left.equalAspect);
    }

    void theSummaryTellsNoTheory() {
        const Figure hidden = withoutLaw(figureOf(Heatmap{}));
        QCOMPARE(hidden.summary, std::string("mean 1. The law is hidden."));
        Figure mute = figureOf(FlowGraph{});
        mute.summaryWithoutLaw.clear();
        QCOMPARE(withoutLaw(mute).summary, std::string("The law is hidden."));
    }
};

QTEST_APPLESS_MAIN(TestFigureWithoutLaw)
#include "tst_figure_without_law.moc"
