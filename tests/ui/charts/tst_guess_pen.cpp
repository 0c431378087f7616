#include "tests/ui/charts/read_out_figures.h"
#include "tests/ui/charts/sample_figures.h"
#include "ui/charts/figure_view.h"
#include "ui/charts/guess_curve.h"
#include "ui/charts/guess_pen.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace plumbline;

namespace {

const GuessGrid kGrid{0, 1, 11}; // 0, 1 ... 10

std::unique_ptr<FigureView> guessedView(const Figure& figure) {
    auto view = makeFigureView(figure, Theme::of(ThemeChoice::light));
    view->setLawHidden(true);
    view->setGuessing(true);
    view->resize(600, 400);
    view->grab();
    return view;
}

bool increases(const Guess& guess) {
    return std::ranges::adjacent_find(guess, [](const auto& a, const auto& b) {
               return !(a.first < b.first);
           }) == guess.end();
}

/// Pixels of about that colour.
int countOf(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - colour.red()) +
                         std::abs(pixel.green() - colour.green()) +
                         std::abs(pixel.blue() - colour.blue()) <
                     24;
        }
    }
    return count;
}

} // namespace

class TestGuessPen : public QObject {
    Q_OBJECT

  private slots:
    void aStrokeHasAPointForEveryBinItCrosses() {
        QVERIFY(withStroke({}, kGrid, {2, 0}, {6, 4}) ==
                Guess({{2, 0}, {3, 1}, {4, 2}, {5, 3}, {6, 4}}));
    }

    void backwardsIsTheSame() {
        QVERIFY(withStroke({}, kGrid, {6, 4}, {2, 0}) == withStroke({}, kGrid, {2, 0}, {6, 4}));
    }

    void aLaterStrokeReplacesWhatItCrosses() {
        const Guess first = withStroke({}, kGrid, {0, 1}, {10, 1});
        const Guess both = withStroke(first, kGrid, {3, 5}, {4, 5});
        QCOMPARE(both.size(), std::size_t{11});
        QVERIFY(increases(both));
        for (const auto& [x, y] : both)
            QCOMPARE(y, x == 3 || x == 4 ? 5.0 : 1.0);
    }

    void strokesStayOnTheGridAndAboveZero() {
        QVERIFY(withStroke({}, kGrid, {-50, 2}, {-40, 2}) == Guess({{0, 2}}));
        QVERIFY(withStroke({}, kGrid, {10.2, -3}, {99, -3}) == Guess({{10, 0}}));
        QVERIFY(withStroke({{1, 1}}, GuessGrid(), {0, 0}, {1, 1}) == Guess({{1, 1}}));
    }

    void pointsOffTheGridAreReplacedToo() {
        const Guess loaded = {{2.5, 9}, {3.25, 9}, {3.75, 9}, {8.1, 9}};
        const Guess drawn = withStroke(loaded, kGrid, {3, 1}, {5, 1});
        QVERIFY(increases(drawn));
        QVERIFY(drawn == Guess({{3, 1}, {4, 1}, {5, 1}, {8.1, 9}}));
    }

    void theGridGoesBeyondTheBinsOnBothSides() {
        const GuessGrid grid = guessGrid(std::get<Histogram>(samples::threeBars().content));
        QCOMPARE(grid.step, 1.0);
        QVERIFY(grid.first <= 0 && grid.x(grid.count - 1) >= 10);
        QCOMPARE(grid.indexAt(4.4), grid.indexAt(4));
        QCOMPARE(grid.x(grid.indexAt(4)), 4.0);
        QCOMPARE(guessGrid(Histogram()).count, 0);
    }

    void aSceneCanHoldAnyGuess() {
        const Figure many = samples::bars(2000, 0, 0.001);
        QVERIFY(guessGrid(std::get<Histogram>(many.content)).count <= 4096);
    }

    void theRangeToGuessInDoesNotTellWhereTheLawLies() {
        Histogram histogram = std::get<Histogram>(samples::keptUnits(52, 86).content);
        QVERIFY(guessRange(histogram) == Limits({40, 100}));
        histogram = std::get<Histogram>(samples::keptUnits(0, 4, 4).content);
        QCOMPARE(guessRange(histogram).low, -0.5);
    }

    void aDragDrawsAndTellsAtItsEnd() {
        const auto view = guessedView(samples::keptUnits());
        QSignalSpy drawn(view.get(), &FigureView::guessDrawn);
        QTest::mousePress(view.get(), Qt::LeftButton, {}, {200, 300});
        QTest::mouseMove(view.get(), {300, 150});
        QCOMPARE(drawn.count(), 0);
        QVERIFY(!view->guess().empty());
        QTest::mouseMove(view.get(), {400, 300});
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, {400, 300});
        QCOMPARE(drawn.count(), 1);
        const auto guess = drawn.front().front().value<Guess>();
        QVERIFY(guess == view->guess());
        QVERIFY(increases(guess));
        QVERIFY(guess.size() > 15);
        const auto highest = std::ranges::max_element(
            guess, {}, [](const std::pair<double, double>& point) { return point.second; });
        const QRectF plot = view->axes()->plot;
        const double middle =
            view->axes()->x.low + (300 - plot.left()) / plot.width() * view->axes()->x.span();
        QVERIFY(std::abs(highest->first - middle) <= 1);
    }

    void aPointerOutsideDrawsAlongTheEdge() {
        const auto view = guessedView(samples::keptUnits());
        QTest::mousePress(view.get(), Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(view.get(), {5000, -900});
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, {5000, 9000});
        QVERIFY(increases(view->guess()));
        for (const auto& [x, y] : view->guess())
            QVERIFY(x <= view->axes()->x.high + 1 && y >= 0 && y <= view->axes()->y.high);
    }

    void otherDragsDrawNothing() {
        const auto view = guessedView(samples::keptUnits());
        QTest::mousePress(view.get(), Qt::RightButton, {}, {300, 200});
        QTest::mouseRelease(view.get(), Qt::RightButton, {}, {300, 200});
        QTest::mousePress(view.get(), Qt::LeftButton, {}, {300, 5});
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, {300, 200});
        view->setGuessing(false);
        QTest::mousePress(view.get(), Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(view.get(), {400, 250});
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, {400, 250});
        QVERIFY(view->guess().empty());
    }

    void theGuessIsSeenBeforeAndAfterTheReveal() {
        const auto view = guessedView(samples::keptUnits());
        const Theme& theme = Theme::of(ThemeChoice::light);
        const QColor colour = guessKey({}, {}, theme).colour;
        QVERIFY(countOf(view->grab().toImage(), colour) < 5);
        Guess guess;
        for (int k = 52; k <= 86; ++k)
            guess.emplace_back(k, 0.02);
        view->setGuess(guess);
        QVERIFY(countOf(view->grab().toImage(), colour) > 40);
        view->setLawHidden(false);
        view->setGuessing(false);
        QVERIFY(countOf(view->grab().toImage(), colour) > 40);
    }

    void theLabelSaysHowNearItWas() {
        const Theme& theme = Theme::of(ThemeChoice::dark);
        QCOMPARE(guessKey({}, {}, theme).text, QString("your guess"));
        QCOMPARE(guessKey(0.1234, {}, theme).text, QString("your guess (TV 0.12)"));
        QVERIFY(guessKey({}, {theme.category(3)}, theme).colour != theme.category(3));
    }

    void theReadOutTellsTheGuess() {
        const auto view = guessedView(samples::threeBars());
        view->setGuess({{4, 0.2}, {5, 0.4}, {6, 0.2}});
        QCOMPARE(view->readOut(1)->rows.back().key.text, QString("your guess"));
        QCOMPARE(view->readOut(1)->rows.back().value, QString("0.400"));
        QCOMPARE(view->readOut(1)->rows.back().difference, QString("+0.120"));
        view->setLawHidden(false);
        // Scaled to sum to one it is the law: 0.25, 0.5, 0.25.
        const auto rows = view->readOut(1)->rows;
        const auto row = std::ranges::find_if(
            rows, [](const ReadOutRow& each) { return each.key.text == "your guess (TV 0)"; });
        QVERIFY(row != rows.end());
        QCOMPARE(row->value, QString("0.500"));
    }

    void wildGuessesAreDrawnSafely() {
        const double infinity = std::numeric_limits<double>::infinity();
        for (const Guess& guess : {Guess{{5, 1}}, Guess{{-1e308, 1e308}, {1e308, -1e308}},
                                   Guess{{4, 1e300}, {5, -1e300}}, Guess{{0, infinity}},
                                   Guess{{-1e9, 0}, {1e9, 0}}, Guess{{4, 0.1}, {1e12, 0.3}}}) {
            for (const bool hidden : {true, false}) {
                const auto view = guessedView(samples::threeBars());
                view->setGuess(guess);
                view->setLawHidden(hidden);
                QVERIFY(!view->grab().isNull());
                QVERIFY(view->axes()->x.span() < 100 && view->axes()->y.span() < 100);
            }
        }
    }
};

QTEST_MAIN(TestGuessPen)
#include "tst_guess_pen.moc"
