#include "core/labs/catalogue.h"
#include "ui/controls/formula_view.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

#include <set>

using namespace plumbline;

namespace {

const QString kKnown = QStringLiteral("binomial-pmf");

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList namesWith(const QString& suffix) {
    QStringList names;
    for (const QString& file :
         QDir(QStringLiteral(":/formulas")).entryList({QStringLiteral("*.") + suffix}))
        names << file.chopped(suffix.size() + 1);
    return names;
}

/// Where something was painted.
QRect inked(const QImage& image) {
    QRect found;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != image.pixelColor(0, 0))
                found |= QRect(x, y, 1, 1);
    return found;
}

/// How many colours there are: 2 where nothing is between ink and ground.
double darkest(const QImage& image) {
    double value = 255;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            value = std::min<double>(value, image.pixelColor(x, y).lightness());
    return value;
}

QImage grabbed(FormulaView& view, QSize size, const QColor& text, const QColor& ground) {
    QPalette palette;
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Window, ground);
    view.setPalette(palette);
    view.setAutoFillBackground(true);
    view.resize(size);
    return view.grab().toImage();
}

} // namespace

/// The formulas that are compiled in, and the view that shows them.
class TestFormulaView : public QObject {
    Q_OBJECT

  private slots:
    void everySourceHasItsPictureAndEachPictureItsSource() {
        const QStringList sources = namesWith(QStringLiteral("tex"));
        QVERIFY(sources.size() >= 10);
        QCOMPARE(namesWith(QStringLiteral("svg")), sources);
    }

    void noPictureIsOlderThanItsSource() {
        static const QRegularExpression recorded(
            QStringLiteral("data-source-sha256=\"([0-9a-f]{64})\""));
        for (const QString& name : namesWith(QStringLiteral("tex"))) {
            const QString path = QStringLiteral(":/formulas/") + name;
            const auto hash = QCryptographicHash::hash(contentOf(path + QStringLiteral(".tex")),
                                                       QCryptographicHash::Sha256);
            const auto match =
                recorded.match(QString::fromUtf8(contentOf(path + QStringLiteral(".svg"))));
            QVERIFY2(match.captured(1).toLatin1() == hash.toHex(),
                     qPrintable(name + QStringLiteral(": run resources/formulas/render.mjs")));
        }
    }

    void everyPictureIsDrawnAndFillsItsSize() {
        for (const QString& name : namesWith(QStringLiteral("svg"))) {
            QSvgRenderer renderer(QStringLiteral(":/formulas/%1.svg").arg(name));
            QVERIFY2(renderer.isValid(), qPrintable(name));
            const QSize size = renderer.defaultSize();
            QVERIFY2(size.width() > 40 && size.height() > 10 && size.height() < 80,
                     qPrintable(name));
            // Wider ones would be scaled down in the side panel.
            QVERIFY2(size.width() <= 252, qPrintable(name));
            constexpr int kMargin = 2;
            QImage image(size + QSize(2 * kMargin, 2 * kMargin), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            renderer.render(&painter, QRectF(QPointF(kMargin, kMargin), QSizeF(size)));
            painter.end();
            const QRect ink = inked(image);
            QVERIFY2(ink.width() > 0.9 * size.width() && ink.height() > 0.7 * size.height(),
                     qPrintable(name));
        }
    }

    void everyFormulaOfAnExplanationIsThere() {
        const QStringList known = namesWith(QStringLiteral("svg"));
        std::set<QString> used;
        for (const Lab* lab : catalogue()) {
            std::vector<Parameters> all = {Parameters(lab->description().parameters)};
            for (const Preset& preset : lab->description().presets)
                all.push_back(presetParameters(lab->description(), preset));
            for (const auto& parameters : all) {
                const auto report = lab->start(parameters, 1, 10)->report(Detail::figures);
                const auto explanation = lab->explain(report);
                QVERIFY(!explanation.formulas.empty());
                for (const Formula& formula : explanation.formulas) {
                    QVERIFY2(known.contains(QString::fromStdString(formula.id)),
                             formula.id.c_str());
                    used.insert(QString::fromStdString(formula.id));
                }
            }
        }
        for (const QString& name : known)
            QVERIFY2(used.contains(name), qPrintable(name));
    }

    void theFormulaHasTheTextsColour() {
        FormulaView view;
        view.setFormula(kKnown, QStringLiteral("words"));
        const QImage light = grabbed(view, {260, 60}, Qt::black, Qt::white);
        QVERIFY(darkest(light) < 40);
        const QImage dark = grabbed(view, {260, 60}, QColor(0x5aa9ff), QColor(0x101418));
        QVERIFY(!inked(dark).isEmpty());
        int blue = 0;
        for (int y = 0; y < dark.height(); ++y)
            for (int x = 0; x < dark.width(); ++x)
                blue += dark.pixelColor(x, y).blue() > 200 ? 1 : 0;
        QVERIFY(blue > 50);
    }

    void aNarrowPlaceScalesItDownRatherThanClipsIt() {
        FormulaView view;
        view.setFormula(kKnown, QStringLiteral("words"));
        const QRect full =
            inked(grabbed(view, {300, view.heightForWidth(300)}, Qt::black, Qt::white));
        for (const int width : {240, 160, 90}) {
            const int height = view.heightForWidth(width);
            QVERIFY(height < view.heightForWidth(300));
            const QRect ink = inked(grabbed(view, {width, height}, Qt::black, Qt::white));
            QVERIFY(ink.left() > 0 && ink.right() < width - 1 && ink.top() > 0 &&
                    ink.bottom() < height - 1);
            const double shape = static_cast<double>(ink.width()) / ink.height();
            const double fullShape = static_cast<double>(full.width()) / full.height();
            QVERIFY(std::fabs(shape / fullShape - 1) < 0.12); // of whole pixels
        }
        QCOMPARE(view.heightForWidth(1000), view.heightForWidth(300)); // nor blown up
    }

    void itIsSpokenInWordsAndCopiedAsLatex() {
        FormulaView view;
        view.setFormula(kKnown, QStringLiteral("P of k equals M choose k"));
        view.show();
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("P of k equals M choose k"));
        QCOMPARE(spoken->role(), QAccessible::StaticText);
        QVERIFY(view.latex().contains(QStringLiteral("\\binom{M}{k}")));
        QCOMPARE(view.toolTip(), view.latex());
        QCOMPARE(view.actions().size(), 1);
        QCOMPARE(view.actions().first()->text(), QStringLiteral("Copy LaTeX"));
        view.actions().first()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), view.latex());
        QGuiApplication::clipboard()->clear();
        view.activateWindow();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QTest::keySequence(&view, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), view.latex());
    }

    void anUnknownFormulaHidesTheView() {
        FormulaView view;
        view.setFormula(QStringLiteral("no-such-formula"), QStringLiteral("words"));
        QVERIFY(view.isHidden());
        view.setFormula(kKnown, QStringLiteral("words"));
        QVERIFY(!view.isHidden());
    }

    void theIconIsCompiledInAndDrawsAtEverySize() {
        QSvgRenderer icon(QStringLiteral(":/icons/plumbline.svg"));
        QVERIFY(icon.isValid());
        for (const int size : {16, 32, 64, 256}) {
            QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            icon.render(&painter);
            painter.end();
            QVERIFY(inked(image).width() > 0.9 * size);
        }
    }
};

QTEST_MAIN(TestFormulaView)
#include "tst_formula_view.moc"
