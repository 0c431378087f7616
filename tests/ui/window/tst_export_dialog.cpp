#include "tests/support/sample_lab.h"
#include "ui/controls/number_box.h"
#include "ui/export/png_scene.h"
#include "ui/window/export_dialog.h"

#include <QComboBox>
#include <QImageReader>
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
    std::unique_ptr<ExportDialog> m_dialog;

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
        const auto report = std::make_shared<const Report>(
            m_lab.straightRun(Parameters(m_lab.description().parameters), 7, 2000));
        m_dialog = std::make_unique<ExportDialog>(report, m_lab.description(), ThemeChoice::dark);
        m_dialog->show();
    }

    void itStartsWithThePageInTheWindowsTheme() {
        const ImageRequest request = m_dialog->imageRequest();
        QCOMPARE(request.size, kPageImageSize);
        QCOMPARE(request.scale, kImageScale);
        QCOMPARE(request.theme, ThemeChoice::dark);
        QVERIFY(!request.figure);
    }

    void aFigureHasItsOwnUsualSizeUnlessOneWasChosen() {
        m_dialog->contents()->setFocus();
        QTest::keyClick(m_dialog->contents(), Qt::Key_Down);
        QCOMPARE(m_dialog->imageRequest().figure, std::optional<std::string>("histogram"));
        QCOMPARE(m_dialog->imageRequest().size, kFigureImageSize);
        type(m_dialog->widthBox(), QStringLiteral("500"));
        QTest::keyClick(m_dialog->widthBox(), Qt::Key_Return);
        QTest::keyClick(m_dialog->contents(), Qt::Key_Up);
        QCOMPARE(m_dialog->imageRequest().size, QSize(500, 600));
    }

    void savingWritesThePictureWithItsScene() {
        const QString path = m_folder.filePath(QStringLiteral("page.png"));
        type(m_dialog->scaleBox(), QStringLiteral("2"));
        m_dialog->pathEdit()->setText(path);
        QSignalSpy saved(m_dialog.get(), &ExportDialog::saved);
        save();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(QImageReader(path).size(), QSize(2560, 1600));
        const PngScene scene = sceneFromPng(path);
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
        type(m_dialog->widthBox(), width);
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
        QCOMPARE(QImageReader(path).size(), kPageImageSize);
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

    void aNameThatIsNoPicturesIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("no ending") << QStringLiteral("page");
        QTest::newRow("another ending") << QStringLiteral("page.jpg");
    }
    void aNameThatIsNoPicturesIsRefused() {
        QFETCH(QString, name);
        m_dialog->pathEdit()->setText(m_folder.filePath(name));
        save();
        QCOMPARE(m_dialog->error(), QStringLiteral("an image must be a FILE.png"));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!QFile::exists(m_folder.filePath(name)));
    }

    void closingWhileSavingIsSafe() {
        m_dialog->pathEdit()->setText(m_folder.filePath(QStringLiteral("late.png")));
        save();
        m_dialog.reset();
        QVERIFY(QImageReader(m_folder.filePath(QStringLiteral("late.png"))).canRead());
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
