#include "tests/support/sample_lab.h"
#include "ui/export/clipboard.h"
#include "ui/export/picture.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImageReader>
#include <QTest>

using namespace plumbline;

class TestClipboard : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    Report m_report = m_lab.straightRun(Parameters(m_lab.description().parameters), 7, 2000);

  private slots:
    void aCopiedImageIsAPictureAPngWithItsSceneAndAnSvg() {
        ViewSettings view;
        view.theme = ThemeChoice::dark;
        const auto content = figureImageMime(m_report, m_lab.description(), view, "histogram");
        QVERIFY(content);
        const auto image = content->imageData().value<QImage>();
        QCOMPARE(image.size(), kFigureImageSize.pixels(kCopyScale));
        QCOMPARE(image.pixelColor(1, 1), Theme::of(ThemeChoice::dark).card);
        QByteArray png = content->data("image/png");
        QBuffer buffer(&png);
        QImageReader reader(&buffer);
        QVERIFY(reader.text("plumbline-scene").startsWith("plumbline:sample?"));
        QVERIFY(reader.text("plumbline-scene").contains("view.theme=dark"));
        QCOMPARE(reader.size(), image.size());
        QVERIFY(content->data("image/svg+xml").contains("<plumbline-scene"));
    }

    void theWholePageIsCopiedWithoutAFigure() {
        const auto content = figureImageMime(m_report, m_lab.description(), {}, {});
        QVERIFY(content);
        QCOMPARE(content->imageData().value<QImage>().size(), kPageImageSize.pixels(kCopyScale));
    }

    void copiedDataAreATableWithTabsAndACsv() {
        QVERIFY(copyFigureData(m_report, "histogram"));
        const QMimeData* content = QGuiApplication::clipboard()->mimeData();
        QVERIFY(content->text().startsWith("series\trole\tx\ty\t"));
        const QByteArray csv = content->data("text/csv");
        QVERIFY(csv.startsWith("series,role,x,y,"));
        QCOMPARE(content->text().count('\n'), csv.count('\n'));
    }

    void aFigureThatIsNotThereLeavesTheClipboardAlone() {
        QGuiApplication::clipboard()->setText("mine");
        QVERIFY(!copyFigureImage(m_report, m_lab.description(), {}, "nothing"));
        QVERIFY(!copyFigureData(m_report, "nothing"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
    }
};

QTEST_MAIN(TestClipboard)
#include "tst_clipboard.moc"
