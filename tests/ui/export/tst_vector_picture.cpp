#include "core/lab/version.h"
#include "core/labs/catalogue.h"
#include "tests/support/sample_lab.h"
#include "tests/ui/export/svg_reader.h"
#include "ui/export/picture.h"
#include "ui/export/vector_picture.h"
#include "ui/theme/theme.h"

#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace plumbline;

namespace {

Report keptUnits(const std::string& units, std::int64_t trials = 20'000) {
    const Lab& lab = *findLab("kept-units");
    Parameters parameters(lab.description().parameters);
    parameters.set("units", units);
    const auto run = lab.start(parameters, 7, trials);
    run->advance(trials, {});
    return run->report(Detail::figures);
}

const LabDescription& keptUnitsLab() {
    return findLab("kept-units")->description();
}

bool isColour(const SvgItem& item, const QColor& colour) {
    return item.colour.rgb() == colour.rgb();
}

/// Also of a rectangle without height or width, as a straight line's.
bool contains(const QRectF& outer, const QRectF& inner) {
    return inner.left() >= outer.left() && inner.right() <= outer.right() &&
           inner.top() >= outer.top() && inner.bottom() <= outer.bottom();
}

/// What the grid lines span.
QRectF gridOf(const SvgReading& svg, const Theme& theme) {
    QRectF grid;
    for (const SvgItem& item : svg.items) {
        if (item.name == QLatin1String("rect") && isColour(item, theme.grid))
            grid |= item.bounds;
    }
    return grid;
}

/// The content of every compressed stream of a PDF, one after another.
QByteArray inflatedStreams(const QByteArray& pdf) {
    constexpr qint32 kMost = 1 << 24;
    QByteArray all;
    const QByteArray start = ">>\nstream\n";
    for (qsizetype at = pdf.indexOf(start); at >= 0; at = pdf.indexOf(start, at)) {
        at += start.size();
        const qsizetype end = pdf.indexOf("endstream", at);
        if (pdf.at(at) != 'x')
            continue; // not compressed: zlib begins with an x
        QByteArray packed(4, '\0');
        qToBigEndian(kMost, packed.data());
        all += qUncompress(packed + pdf.mid(at, end - at));
        at = end;
    }
    return all;
}

} // namespace

class TestVectorPicture : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    Report m_report = m_lab.straightRun(Parameters(m_lab.description().parameters), 7, 20000);

    ImageRequest requestOf(const std::string& figure) const {
        ImageRequest request{kFigureImageSize, 1, {}, {}};
        if (figure.empty())
            request.size = kPageImageSize;
        else
            request.figure = figure;
        return request;
    }

    void addFigures() const {
        QTest::addColumn<std::string>("figure");
        QTest::newRow("page") << std::string();
        for (const Figure& figure : m_report.figures)
            QTest::newRow(figure.id.c_str()) << figure.id;
    }

  private slots:
    void aPictureOfAPredictionTellsNoLaw_data() {
        QTest::addColumn<std::string>("figure");
        QTest::newRow("page") << std::string();
        QTest::newRow("figure") << std::string("kept-units");
    }
    void aPictureOfAPredictionTellsNoLaw() {
        QFETCH(std::string, figure);
        const Report report = keptUnits("fixed");
        ImageRequest request = requestOf(figure);
        const auto tellsTheLaw = [&] {
            const QByteArray svg = renderSvg(report, keptUnitsLab(), request);
            return svg.contains("Binomial") || svg.contains("95 % band");
        };
        QVERIFY(tellsTheLaw());
        request.view.predicting = true;
        QVERIFY(!tellsTheLaw());
        QVERIFY(!renderSvg(report, keptUnitsLab(), request).contains("press and drag"));
        request.view.guess = {{40, 0.01}, {50, 0.08}, {60, 0.01}};
        QVERIFY(renderSvg(report, keptUnitsLab(), request).contains("your guess"));
    }

    void anSvgIsWellFormedTextAndShapesAlone_data() { addFigures(); }
    void anSvgIsWellFormedTextAndShapesAlone() {
        QFETCH(std::string, figure);
        const ImageRequest request = requestOf(figure);
        const QByteArray bytes = renderSvg(m_report, m_lab.description(), request);
        const SvgReading svg = readSvg(bytes);
        QCOMPARE(svg.error, QString());
        QCOMPARE(svg.scene.toStdString(), pictureScene(m_report, request));
        QVERIFY(!svg.title.isEmpty());
        QStringList texts;
        for (const SvgItem& item : svg.items) {
            QVERIFY(item.name != QLatin1String("image"));
            texts << item.text;
        }
        QVERIFY(texts.contains(svg.title) || figure.empty());
        QVERIFY(!texts.filter(QStringLiteral("seed 7")).isEmpty());
        QCOMPARE(renderSvg(m_report, m_lab.description(), request), bytes);
    }

    void tickLabelsAreWholeNumbersOfText() {
        const SvgReading svg =
            readSvg(renderSvg(keptUnits("fixed"), keptUnitsLab(), requestOf("kept-units")));
        QStringList texts;
        for (const SvgItem& item : svg.items)
            texts << item.text;
        for (const char* whole : {"0.00", "0.02", "0.08", "50", "70", "+2σ", "−2σ"})
            QVERIFY2(texts.contains(QString::fromUtf8(whole)), whole);
    }

    void aSizeInMillimetresIsExact() {
        ImageRequest request = requestOf("histogram");
        request.size = {160, 100.5, LengthUnit::millimetres};
        const SvgReading svg = readSvg(renderSvg(m_report, m_lab.description(), request));
        QCOMPARE(svg.width, QStringLiteral("160mm"));
        QCOMPARE(svg.height, QStringLiteral("100.5mm"));
        const QStringList box = svg.viewBox.split(' ');
        QVERIFY(std::abs(box.value(2).toDouble() - 160 / 25.4 * 96) < 1e-5);
        QVERIFY(std::abs(box.value(3).toDouble() - 100.5 / 25.4 * 96) < 1e-5);
    }

    /// Each figure is zoomed so far that its data lie on all sides of the plot.
    void nothingLeavesThePlot_data() {
        QTest::addColumn<std::string>("units");
        QTest::addColumn<std::string>("figure");
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("right");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char* units, const char* figure, double left, double right,
                            double low, double high) {
            QTest::addRow("%s %s", units, figure)
                << std::string(units) << std::string(figure) << left << right << low << high;
        };
        row("fixed", "kept-units", 45, 55, 0, 0.04);
        row("poisson", "kept-units", 45, 55, 0, 0.04);
        row("fixed", "convergence", 10, 1000, 0.1, 1);
        row("poisson", "convergence", 10, 1000, 0.1, 1);
        row("poisson", "independence", 40, 60, 40, 60);
    }
    void nothingLeavesThePlot() {
        QFETCH(std::string, units);
        QFETCH(std::string, figure);
        QFETCH(double, left);
        QFETCH(double, right);
        QFETCH(double, low);
        QFETCH(double, high);
        ImageRequest request = requestOf(figure);
        request.view.set(figure,
                         {.x = AxisRange{left, right}, .y = AxisRange{low, high}, .hidden = {}});
        const SvgReading svg = readSvg(renderSvg(keptUnits(units), keptUnitsLab(), request));
        QCOMPARE(svg.error, QString());
        const Theme& theme = Theme::of(ThemeChoice::light);
        constexpr double kMarker = 4.5; // half of one, with its edge: its centre is inside
        const QRectF plot = gridOf(svg, theme).adjusted(-kMarker, -kMarker, kMarker, kMarker);
        int shapes = 0;
        for (const SvgItem& item : svg.items) {
            const bool isLegend = item.bounds.bottom() < plot.top() && item.bounds.width() <= 18.5;
            const bool isData = isColour(item, theme.simulated) || isColour(item, theme.law) ||
                                isColour(item, theme.alternative) || isColour(item, theme.band) ||
                                isColour(item, theme.category(0));
            if (!isData || isLegend || item.name == QLatin1String("text"))
                continue;
            ++shapes;
            QVERIFY2(contains(plot, item.bounds),
                     qPrintable(QStringLiteral("%1 at %2, %3 to %4, %5")
                                    .arg(item.name)
                                    .arg(item.bounds.left())
                                    .arg(item.bounds.top())
                                    .arg(item.bounds.right())
                                    .arg(item.bounds.bottom())));
        }
        QVERIFY(shapes > 2);
    }

    void aHeatMapIsShapesUpToItsLimitAndOneImageBeyond_data() {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("images");
        QTest::newRow("limit") << 64 << 0;
        QTest::newRow("beyond") << 65 << 1;
    }
    void aHeatMapIsShapesUpToItsLimitAndOneImageBeyond() {
        QFETCH(int, side);
        QFETCH(int, images);
        Report report = m_report;
        Heatmap heatmap;
        heatmap.matrix.rows = heatmap.matrix.columns = static_cast<std::size_t>(side);
        for (int i = 0; i < side * side; ++i)
            heatmap.matrix.values.push_back(std::sin(i));
        report.figures.front().content = heatmap;
        const ImageRequest request = requestOf(report.figures.front().id);
        const SvgReading svg = readSvg(renderSvg(report, m_lab.description(), request));
        QCOMPARE(svg.error, QString());
        QCOMPARE(std::ranges::count(svg.items, QStringLiteral("image"), &SvgItem::name), images);
        const QByteArray pdf = renderPdf(report, m_lab.description(), request);
        QCOMPARE(pdf.count("/Subtype /Image"), images);
    }

    void aFootThatDoublesTheCaptionIsLeftOut() {
        const Report report = keptUnits("fixed");
        const auto textsOf = [&](const ImageRequest& request) {
            QStringList texts;
            for (const SvgItem& item : readSvg(renderSvg(report, keptUnitsLab(), request)).items)
                texts << item.text;
            return texts;
        };
        const QString program = QStringLiteral("Plumbline ") + QString::fromLatin1(version());
        QVERIFY(textsOf(requestOf("kept-units")).contains(program));
        const QString all =
            QStringLiteral("p = 0.5 · M = 100 · 20,000 trials · seed 7 · ") + program;
        QVERIFY(textsOf(requestOf("convergence")).contains(all));
        QVERIFY(textsOf(requestOf({})).contains(all));
        // Where the caption is cut, the foot says everything, on as many lines as it takes.
        ImageRequest narrow = requestOf("kept-units");
        narrow.size = {80, 60, LengthUnit::millimetres};
        const QString foot = textsOf(narrow).join(QChar::Space);
        for (const char* part : {"p = 0.5", "M = 100", "20,000 trials", "seed 7", "Plumbline "})
            QVERIFY2(foot.contains(QString::fromUtf8(part)), part);
    }

    void aPdfIsVectorsWithTextThatHasLetters_data() { addFigures(); }
    void aPdfIsVectorsWithTextThatHasLetters() {
        QFETCH(std::string, figure);
        const ImageRequest request = requestOf(figure);
        const QByteArray pdf = renderPdf(m_report, m_lab.description(), request);
        QVERIFY(pdf.startsWith("%PDF-1.") && pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY(pdf.contains("/FontFile2"));
        QVERIFY(pdf.contains("<pdf:Keywords>plumbline:sample?"));
        const QByteArray streams = inflatedStreams(pdf);
        QVERIFY(streams.contains("BT") && streams.contains("Tj"));
        // The letters that glyphs stand for, in UTF-16: "=", "0", "7".
        for (const char* letter : {"<003D>", "<0030>", "<0037>"})
            QVERIFY2(pdf.toUpper().contains(letter), letter);
    }

    void aPdfPageHasTheExactSize_data() {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::addColumn<bool>("paper");
        QTest::newRow("pixels") << 960.0 << 600.0 << false;
        QTest::newRow("millimetres") << 160.0 << 100.5 << true;
        QTest::newRow("just under a power of ten") << 35.2 << 352.7 << true;
    }
    void aPdfPageHasTheExactSize() {
        QFETCH(double, width);
        QFETCH(double, height);
        QFETCH(bool, paper);
        ImageRequest request = requestOf("histogram");
        request.size = {width, height, paper ? LengthUnit::millimetres : LengthUnit::pixels};
        const QByteArray pdf = renderPdf(m_report, m_lab.description(), request);
        const qsizetype at = pdf.indexOf("/MediaBox [0 0 ");
        const QList<QByteArray> box = pdf.mid(at + 15, pdf.indexOf(']', at) - at - 15).split(' ');
        const double points = paper ? 72 / 25.4 : 72.0 / 96;
        QVERIFY(std::abs(box.value(0).toDouble() - width * points) < 1e-4);
        QVERIFY(std::abs(box.value(1).toDouble() - height * points) < 1e-4);
        // The list of objects still begins where the file says.
        const qsizetype start = pdf.lastIndexOf("startxref\n") + 10;
        const auto offset = pdf.mid(start, pdf.indexOf('\n', start) - start).trimmed().toLongLong();
        QCOMPARE(pdf.mid(offset, 4), QByteArray("xref"));
    }
};

QTEST_MAIN(TestVectorPicture)
#include "tst_vector_picture.moc"
