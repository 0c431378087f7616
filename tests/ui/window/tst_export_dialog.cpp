#include "tests/support/sample_lab.h"
#include "ui/controls/number_box.h"
#include "ui/export/scene_file.h"
#include "ui/window/export_dialog.h"
#include "ui/window/picture_size_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace plumbline;

class TestExportDialog : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    QTemporaryDir m_folder;
    std::shared_ptr<const Report> m_complete;
    std::unique_ptr<ExportDialog> m_dialog;

    ImageRequest picture() const { return m_dialog->exportRequest().picture; }
    NumberBox* widthBox() const { return m_dialog->sizeEditor()->widthBox(); }

    static void type(NumberBox* box, const QString& text) {
        auto* edit = box->findChild<QLineEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    void save() { QTest::mouseClick(m_dialog->saveButton(), Qt::LeftButton); }

    static void writeOld(const QString& path) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
    }

  private slots:
    void init() {
        const auto run = m_lab.start(Parameters(m_lab.description().parameters), 7, 2000);
        run->advance(2000, {});
        Report complete = run->report(Detail::complete);
        complete.arrays.push_back({"numbers", {2}, {1, 2}});
        m_complete = std::make_shared<const Report>(complete);
        ViewSettings view;
        view.theme = ThemeChoice::dark;
        m_dialog = std::make_unique<ExportDialog>(
            ExportSubject{std::make_shared<const Report>(run->report(Detail::figures)),
                          m_lab.description(),
                          view,
                          {}});
        m_dialog->show();
    }

    void itStartsWithThePageInTheWindowsTheme() {
        const ImageRequest request = picture();
        QVERIFY(request.size == kPageImageSize);
        QCOMPARE(request.scale, kImageScale);
        QCOMPARE(request.theme(), ThemeChoice::dark);
        QVERIFY(!request.figure);
        QCOMPARE(m_dialog->exportRequest().formats, std::vector{ExportFormat::png});
    }

    void aFigureHasItsOwnUsualSizeUnlessOneWasChosen() {
        m_dialog->contents()->setFocus();
        QTest::keyClick(m_dialog->contents(), Qt::Key_Down);
        QCOMPARE(picture().figure, std::optional<std::string>("histogram"));
        QVERIFY(picture().size == kFigureImageSize);
        type(widthBox(), QStringLiteral("500"));
        QTest::keyClick(widthBox(), Qt::Key_Return);
        QTest::keyClick(m_dialog->contents(), Qt::Key_Up);
        QVERIFY((picture().size == PictureSize{500, 600}));
    }

    void savingWritesThePictureWithItsScene() {
        const QString path = m_folder.filePath(QStringLiteral("page.png"));
        type(m_dialog->scaleBox(), QStringLiteral("2"));
        m_dialog->pathEdit()->setText(path);
        QSignalSpy saved(m_dialog.get(), &ExportDialog::saved);
        save();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(QImageReader(path).size(), QSize(2560, 1600));
        const SceneFile scene = readSceneFile(path);
        QVERIFY2(scene.scene.startsWith(QStringLiteral("plumbline:sample?")),
                 qPrintable(scene.scene + scene.problem));
        QVERIFY(scene.scene.contains(QStringLiteral("seed=7")));
        QVERIFY(!m_dialog->isVisible());
    }

    void whatCannotBeSavedIsExplainedAndNothingIsLost_data() {
        QTest::addColumn<QString>("width");
        QTest::addColumn<QString>("path");
        QTest::newRow("no file") << QStringLiteral("1280") << QString();
        QTest::newRow("no folder") << QStringLiteral("1280") << QStringLiteral("/no/such/a.png");
        QTest::newRow("a folder") << QStringLiteral("1280") << QStringLiteral("/");
        QTest::newRow("too wide") << QStringLiteral("99999") << QStringLiteral("a.png");
        QTest::newRow("no width") << QStringLiteral("0") << QStringLiteral("a.png");
        QTest::newRow("words") << QStringLiteral("wide") << QStringLiteral("a.png");
    }
    void whatCannotBeSavedIsExplainedAndNothingIsLost() {
        QFETCH(QString, width);
        QFETCH(QString, path);
        type(widthBox(), width);
        m_dialog->pathEdit()->setText(path.startsWith(u'a') ? m_folder.filePath(path) : path);
        const QString typed = m_dialog->pathEdit()->text();
        save();
        QVERIFY(!m_dialog->error().isEmpty());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialog->pathEdit()->text(), typed);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("a.png"))));
    }

    void anExistingFileIsReplacedOnlyAtTheSecondAsking() {
        const QString path = m_folder.filePath(QStringLiteral("old.png"));
        writeOld(path);
        m_dialog->pathEdit()->setText(path);
        QCOMPARE(m_dialog->saveButton()->text(), QStringLiteral("Save"));
        save();
        QCOMPARE(m_dialog->error(), QStringLiteral("old.png exists; save again to replace it"));
        QCOMPARE(m_dialog->saveButton()->text(), QStringLiteral("Replace"));
        QVERIFY(m_dialog->saveButton()->isEnabled());
        QCOMPARE(QFileInfo(path).size(), qint64{3});
        save();
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(QImageReader(path).size(), kPageImageSize.pixels(1));
    }

    void anotherNameIsAskedAboutAnew() {
        const QString first = m_folder.filePath(QStringLiteral("first.png"));
        const QString second = m_folder.filePath(QStringLiteral("second.png"));
        writeOld(first);
        writeOld(second);
        m_dialog->pathEdit()->setText(first);
        save();
        m_dialog->pathEdit()->setText(second);
        QCOMPARE(m_dialog->saveButton()->text(), QStringLiteral("Save"));
        QVERIFY(m_dialog->error().isEmpty());
        save();
        QVERIFY(m_dialog->error().startsWith(QStringLiteral("second.png exists")));
        QCOMPARE(QFileInfo(second).size(), qint64{3});
    }

    void whatIsNoRegularFileIsRefused() {
        const QString path = m_folder.filePath(QStringLiteral("pipe.png"));
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        m_dialog->pathEdit()->setText(path);
        for (int i = 0; i < 2; ++i) {
            save();
            QCOMPARE(m_dialog->error(), QStringLiteral("pipe.png is not a regular file"));
            QCOMPARE(m_dialog->saveButton()->text(), QStringLiteral("Save"));
        }
        QVERIFY(m_dialog->isVisible());
    }

    void severalFormatsShareOneName() {
        m_dialog->formatBox(ExportFormat::svg)->click();
        m_dialog->formatBox(ExportFormat::pdf)->click();
        m_dialog->pathEdit()->setText(m_folder.filePath(QStringLiteral("three")));
        QSignalSpy saved(m_dialog.get(), &ExportDialog::saved);
        save();
        QTRY_COMPARE(saved.count(), 1);
        const QStringList paths = saved.front().front().toStringList();
        QCOMPARE(paths.size(), 3);
        for (const QString& path : paths) {
            const SceneFile file = readSceneFile(path);
            QVERIFY2(file.scene.contains(QStringLiteral("view.theme=dark")),
                     qPrintable(path + file.problem));
        }
    }

    void anEndingAsksForItsFormatToo() {
        m_dialog->pathEdit()->setText(m_folder.filePath(QStringLiteral("typed.svg")));
        save();
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("typed.svg"))));
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("typed.png"))));
    }

    void withoutAFormatThereIsNothingToSave() {
        m_dialog->formatBox(ExportFormat::png)->click();
        QVERIFY(!m_dialog->scaleBox()->isEnabled());
        save();
        QCOMPARE(m_dialog->error(), QStringLiteral("Choose at least one format"));
    }

    void tablesAndJsonComeFromTheCompleteReport() {
        m_dialog->formatBox(ExportFormat::csv)->click();
        m_dialog->formatBox(ExportFormat::json)->click();
        m_dialog->pathEdit()->setText(m_folder.filePath(QStringLiteral("all")));
        QSignalSpy wanted(m_dialog.get(), &ExportDialog::completeReportWanted);
        save();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!m_dialog->saveButton()->isEnabled());
        m_dialog->takeCompleteReport(m_complete);
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("all-csv/numbers.csv"))));
        QFile json(m_folder.filePath(QStringLiteral("all.json")));
        QVERIFY(json.open(QIODevice::ReadOnly));
        QVERIFY(json.readAll().contains("\"numbers\""));
    }

    void withoutARunTheDialogSaysSoAndStays() {
        m_dialog->formatBox(ExportFormat::json)->click();
        m_dialog->pathEdit()->setText(m_folder.filePath(QStringLiteral("norun")));
        m_dialog->takeCompleteReport(m_complete); // nobody asked for it
        QVERIFY(m_dialog->isVisible());
        save();
        m_dialog->takeCompleteReport(nullptr);
        QVERIFY(m_dialog->error().contains(QStringLiteral("no run")));
        QVERIFY(m_dialog->saveButton()->isEnabled());
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("norun.png"))));
    }

    void millimetresKeepTheSizeAndMakeThePixels() {
        QComboBox* units = m_dialog->sizeEditor()->unitBox();
        units->setFocus();
        QTest::keyClick(units, Qt::Key_Down);
        QVERIFY((picture().size == PictureSize{338.7, 211.7, LengthUnit::millimetres}));
        m_dialog->sizeEditor()->setSize({100, 60, LengthUnit::millimetres});
        m_dialog->pathEdit()->setText(m_folder.filePath(QStringLiteral("paper")));
        save();
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(QImageReader(m_folder.filePath(QStringLiteral("paper.png"))).size(),
                 QSize(378, 227));
    }

    void thePreviewShowsWhatWillBeSaved() {
        QTRY_VERIFY(!m_dialog->preview()->pixmap().isNull());
        const QImage page = m_dialog->preview()->pixmap().toImage();
        m_dialog->selectFigure("histogram");
        QTRY_VERIFY(m_dialog->preview()->pixmap().toImage() != page);
        const QSize size = m_dialog->preview()->pixmap().size();
        QVERIFY(std::abs(size.width() * 600 - size.height() * 960) < 2 * 960);
    }

    void closingWhileSavingIsSafe() {
        m_dialog->pathEdit()->setText(m_folder.filePath(QStringLiteral("late.png")));
        save();
        m_dialog.reset();
        QTRY_VERIFY(QImageReader(m_folder.filePath(QStringLiteral("late.png"))).canRead());
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
