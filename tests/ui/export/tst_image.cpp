#include "tests/support/sample_lab.h"
#include "ui/export/image.h"
#include "ui/theme/theme.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;

namespace {

/// How many pixels of a rectangle differ from its first one.
int inkIn(const QImage& image, const QRect& area) {
    int ink = 0;
    const QRgb paper = image.pixel(area.topLeft());
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            ink += image.pixel(x, y) != paper ? 1 : 0;
    }
    return ink;
}

/// Pixels whose hue is that of the colour.
int inkLike(const QColor& colour, const QImage& image) {
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            ink += pixel.saturation() > 60 && std::abs(pixel.hue() - colour.hue()) < 8 ? 1 : 0;
        }
    }
    return ink;
}

ImageRequest requestOf(QSize size, double scale) {
    ImageRequest request;
    request.size = {static_cast<double>(size.width()), static_cast<double>(size.height())};
    request.scale = scale;
    return request;
}

} // namespace

class TestImage : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    Report m_report = m_lab.straightRun(Parameters(m_lab.description().parameters), 7, 20000);

    QImage render(const ImageRequest& request) {
        return renderImage(m_report, m_lab.description(), request);
    }

  private slots:
    void thePictureHasExactlyTheAskedPixels_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("page") << QSize(1280, 800) << 1.0 << QSize(1280, 800);
        QTest::newRow("double") << QSize(1280, 800) << 2.0 << QSize(2560, 1600);
        QTest::newRow("one and a half") << QSize(801, 601) << 1.5 << QSize(1202, 902);
        QTest::newRow("half") << QSize(1000, 700) << 0.5 << QSize(500, 350);
        QTest::newRow("tiny") << QSize(40, 30) << 1.0 << QSize(40, 30);
        QTest::newRow("one pixel") << QSize(1, 1) << 1.0 << QSize(1, 1);
        QTest::newRow("tall") << QSize(300, 2000) << 1.0 << QSize(300, 2000);
    }
    void thePictureHasExactlyTheAskedPixels() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(QSize, pixels);
        ImageRequest request = requestOf(size, scale);
        QVERIFY(!checkImageRequest(request));
        QCOMPARE(render(request).size(), pixels);
        request.figure = "histogram";
        QCOMPARE(render(request).size(), pixels);
    }

    void millimetresGiveTheirPixelsAndTheirPhysicalSize() {
        ImageRequest request{{100, 60, LengthUnit::millimetres}, 3, {}, std::string("histogram")};
        const QImage image = render(request);
        QCOMPARE(image.size(), QSize(1134, 680)); // 100 and 60 mm at 288 dots an inch
        QVERIFY(std::abs(image.width() / (image.dotsPerMeterX() / 1000.0) - 100) < 0.01);
        QVERIFY(std::abs(image.height() / (image.dotsPerMeterY() / 1000.0) - 60) < 0.01);
    }

    void pixelsHaveTheSizeOfAScreensAtAnyScale() {
        for (const double scale : {1.0, 2.0}) {
            const QImage image = render(requestOf({960, 600}, scale));
            QCOMPARE(image.dotsPerMeterX(), static_cast<int>(std::lround(scale * 96 / 0.0254)));
        }
    }

    void anEnlargedFigureIsAllThatThePageShows() {
        ImageRequest request;
        request.view.figure = "mask";
        QVERIFY(render(request) != render({}));
    }

    void aHiddenSeriesIsNotDrawn() {
        ImageRequest request{kFigureImageSize, 1, {}, std::string("histogram")};
        const QImage whole = render(request);
        request.view.set("histogram", {.x = {}, .y = {}, .hidden = {"law"}});
        QVERIFY(render(request) != whole);
    }

    void aPredictingScenesPictureHidesTheLaw() {
        const QColor law = Theme::of(ThemeChoice::light).law;
        for (const auto& figure :
             {std::optional<std::string>(), std::optional<std::string>("histogram")}) {
            ImageRequest request = requestOf({900, 700}, 1);
            request.figure = figure;
            request.view.figure = "histogram"; // other figures have this hue for other things
            QVERIFY(inkLike(law, render(request)) > 100);
            request.view.predicting = true;
            const QImage hidden = render(request);
            QCOMPARE(inkLike(law, hidden), 0);
            request.view.guess = {{20, 0.1}, {30, 0.1}};
            QVERIFY(render(request) != hidden);
        }
    }

    void bothThemesPaintTheirOwnPaper() {
        for (const auto choice : {ThemeChoice::light, ThemeChoice::dark}) {
            const Theme& theme = Theme::of(choice);
            ImageRequest request;
            request.view.theme = choice;
            QCOMPARE(render(request).pixelColor(3, 3), theme.background);
            request.figure = "histogram";
            request.size = kFigureImageSize;
            QCOMPARE(render(request).pixelColor(3, 3), theme.card);
        }
    }

    void everyFigureIsDrawn() {
        for (const Figure& figure : m_report.figures) {
            const ImageRequest request{kFigureImageSize, 1, {}, figure.id};
            const QImage image = render(request);
            QVERIFY2(inkIn(image, {0, 0, 960, 60}) > 100, figure.id.c_str()); // its title
            QVERIFY2(inkIn(image, {0, 60, 960, 540}) > 500, figure.id.c_str());
        }
    }

    void aPageHoldsTheWholeTableHoweverSmall_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1280, 800);
        QTest::newRow("wide") << QSize(1920, 1080);
        QTest::newRow("small") << QSize(640, 400);
        QTest::newRow("flat") << QSize(1600, 300);
        QTest::newRow("narrow") << QSize(420, 1400);
    }
    void aPageHoldsTheWholeTableHoweverSmall() {
        QFETCH(QSize, size);
        const QImage image = render(requestOf(size, 1));
        const QColor card = Theme::of(ThemeChoice::light).card;
        // The table is the last card: white, with the page's margin beneath it.
        const QColor paper = Theme::of(ThemeChoice::light).background;
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, image.height() - 1), paper);
        int bottom = image.height() - 1;
        const int middle = image.width() / 2;
        while (bottom > 0 && image.pixelColor(middle, bottom) != card)
            --bottom;
        QVERIFY2(bottom > image.height() / 2, qPrintable(QString::number(bottom)));
    }

    void aReportWithoutTrialsIsDrawnToo() {
        const Report empty = m_lab.straightRun(Parameters(m_lab.description().parameters), 7, 0);
        QVERIFY(!renderImage(empty, m_lab.description(), {}).isNull());
    }

    void absurdRequestsAreRefusedInWords_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("nothing") << QSize(0, 0) << 1.0;
        QTest::newRow("no width") << QSize(0, 800) << 1.0;
        QTest::newRow("negative") << QSize(-1280, 800) << 1.0;
        QTest::newRow("too wide") << QSize(16385, 10) << 1.0;
        QTest::newRow("too wide when scaled") << QSize(9000, 10) << 2.0;
        QTest::newRow("too many pixels") << QSize(16000, 16000) << 1.0;
        QTest::newRow("no scale") << QSize(1280, 800) << 0.0;
        QTest::newRow("negative scale") << QSize(1280, 800) << -1.0;
        QTest::newRow("endless scale")
            << QSize(1280, 800) << std::numeric_limits<double>::infinity();
        QTest::newRow("not a scale") << QSize(1280, 800) << std::nan("");
        QTest::newRow("no pixel left") << QSize(4, 4) << 0.01;
        QTest::newRow("largest int") << QSize(2147483647, 2147483647) << 1.0;
    }
    void absurdRequestsAreRefusedInWords() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        const auto problem = checkImageRequest(requestOf(size, scale));
        QVERIFY(problem);
        QVERIFY(problem->find("image") != std::string::npos);
    }

    void anUnknownFigureIsNamedWithTheNearestOne() {
        const auto problem =
            checkImageRequest({kFigureImageSize, 1, {}, std::string("histogran")}, m_report);
        QVERIFY(problem);
        QVERIFY2(problem->find("did you mean \"histogram\"?") != std::string::npos,
                 problem->c_str());
    }
};

QTEST_MAIN(TestImage)
#include "tst_image.moc"
