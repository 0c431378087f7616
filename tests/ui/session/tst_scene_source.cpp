#include "tests/support/sample_lab.h"
#include "ui/export/png_scene.h"
#include "ui/session/scene_source.h"
#include "ui/session/session.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace plumbline;

class TestSceneSource : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    const std::vector<const Lab*> m_labs{&m_lab};
    QTemporaryDir m_folder;

    Scene scene() {
        Scene scene = defaultScene(m_lab);
        scene.parameters.set("p", 1.0 / 3);
        scene.parameters.set("note", std::string("a, b & c"));
        scene.seed = 7;
        scene.view.theme = ThemeChoice::dark;
        return scene;
    }
    QString write(const char* name, const QByteArray& content) {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a test's file cannot be written");
        return file.fileName();
    }
    QByteArray png() {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::white);
        return encodePng(image, formatScene(scene()));
    }

  private slots:
    void aSceneIsFoundAnywhereInAText_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("alone") << ""
                               << "";
        QTest::newRow("a line") << "  "
                                << "\r\n";
        QTest::newRow("a sentence") << "Look at "
                                    << ". It bends, see?";
        QTest::newRow("a list") << ""
                                << ", and more";
        QTest::newRow("brackets") << "("
                                  << ")";
        QTest::newRow("angles") << "<"
                                << ">";
        QTest::newRow("quotes") << "\""
                                << "\"";
    }
    void aSceneIsFoundAnywhereInAText() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QString text = before + QString::fromStdString(formatScene(scene())) + after;
        const FoundScene found = sceneInText(text, m_labs);
        QVERIFY2(found.scene, qPrintable(found.problem));
        QCOMPARE(*found.scene, scene());
        QVERIFY(found.file.isEmpty());
    }

    void aTextWithoutASceneSaysSo() {
        const FoundScene found = sceneInText(QStringLiteral("plumb line: 3 m"), m_labs);
        QVERIFY(!found.scene);
        QVERIFY(found.problem.contains(QStringLiteral("no scene")));
    }

    void unknownKeysAreNotes() {
        const FoundScene found = sceneInText(QStringLiteral("plumbline:sample?colour=red"), m_labs);
        QVERIFY(found.scene);
        QCOMPARE(found.notes.size(), 1);
        QVERIFY(found.notes[0].contains(QStringLiteral("colour")));
    }

    void aSavedSessionComesBack() {
        Session session;
        const QString file = m_folder.filePath(QStringLiteral("drops.plumbline"));
        QVERIFY(!session.save(file, scene()));
        QCOMPARE(session.name(), QStringLiteral("drops"));
        const FoundScene found = sceneInFile(file, m_labs);
        QVERIFY2(found.scene, qPrintable(found.problem));
        QCOMPARE(*found.scene, scene());
        QCOMPARE(found.file, file);
    }

    void aPictureComesBack() {
        const FoundScene found = sceneInFile(write("picture.png", png()), m_labs);
        QVERIFY2(found.scene, qPrintable(found.problem));
        QCOMPARE(*found.scene, scene());
    }

    void badFilesAreNamedWithTheReason_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reason");
        const QByteArray good = QByteArray::fromStdString(formatScene(scene()));
        QTest::newRow("empty") << write("empty.plumbline", {}) << "";
        QTest::newRow("cut") << write("cut.plumbline", good.left(14)) << "unknown lab \"samp\"";
        QTest::newRow("cut value") << write("cut2.plumbline", good + "&v") << "name=value";
        QTest::newRow("noise") << write("noise.plumbline", QByteArray("\0\x01\xff\xfe", 4)) << "";
        QTest::newRow("newer") << write("newer.plumbline", "plumbline:future?v=99&p=x")
                               << "newer Plumbline";
        QTest::newRow("another lab")
            << write("lab.plumbline", "plumbline:elsewhere?v=1") << "unknown lab \"elsewhere\"";
        QTest::newRow("value") << write("value.plumbline", "plumbline:sample?p=1.5")
                               << "p must lie in [0, 1], got";
        QTest::newRow("too long") << write("long.plumbline",
                                           "plumbline:" + QByteArray(2 << 20, 'x'))
                                  << "1 MiB";
        QTest::newRow("foreign PNG") << write("cut.png", png().left(60)) << "";
        QTest::newRow("missing") << m_folder.filePath("none.plumbline") << "no such file";
        QTest::newRow("a folder") << m_folder.path() << "not a regular file";
        QTest::newRow("CSV") << write("table.csv", "1,2") << "no lab takes data yet";
        QTest::newRow("NPY") << write("table.NPY", "\x93NUMPY") << "no lab takes data yet";
        QTest::newRow("something else") << write("notes.txt", "hello") << "";
    }
    void badFilesAreNamedWithTheReason() {
        QFETCH(QString, file);
        QFETCH(QString, reason);
        const FoundScene found = sceneInFile(file, m_labs);
        QVERIFY(!found.scene);
        QVERIFY2(found.problem.contains(file), qPrintable(found.problem));
        QVERIFY2(found.problem.contains(reason), qPrintable(found.problem));
    }

    void mimeDataIsReadAsFileTextOrPicture() {
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(write("dropped.png", png()))});
        QMimeData text;
        text.setText(QStringLiteral("see ") + QString::fromStdString(formatScene(scene())));
        QMimeData picture;
        picture.setData(QStringLiteral("image/png"), png());
        for (const QMimeData* mime : {&file, &text, &picture}) {
            QVERIFY(isAnswered(*mime));
            const FoundScene found = sceneInMime(*mime, m_labs);
            QVERIFY2(found.scene, qPrintable(found.problem));
            QCOMPARE(*found.scene, scene());
        }
        QCOMPARE(fileInMime(file), m_folder.filePath(QStringLiteral("dropped.png")));
    }

    void mimeDataWithoutASceneIsNotAnswered() {
        QMimeData text;
        text.setText(QStringLiteral("hello"));
        QVERIFY(!isAnswered(text));
        QMimeData several;
        several.setUrls(
            {QUrl::fromLocalFile(QStringLiteral("/a")), QUrl::fromLocalFile(QStringLiteral("/b"))});
        QVERIFY(isAnswered(several));
        QVERIFY(sceneInMime(several, m_labs).problem.contains(QStringLiteral("got 2")));
        QMimeData picture;
        picture.setData(QStringLiteral("image/png"), "not a PNG");
        QVERIFY(sceneInMime(picture, m_labs).problem.contains(QStringLiteral("the picture")));
    }

    void savingWhereNothingCanBeWrittenChangesNothing_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("full disk") << "/dev/full";
        QTest::newRow("no folder") << m_folder.filePath("none/drops.plumbline");
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("read-only") << "/proc/drops.plumbline";
    }
    void savingWhereNothingCanBeWrittenChangesNothing() {
        QFETCH(QString, file);
        Session session;
        session.setFile(m_folder.filePath(QStringLiteral("kept.plumbline")), defaultScene(m_lab));
        const auto problem = session.save(file, scene());
        QVERIFY(problem);
        QVERIFY2(problem->contains(file), qPrintable(*problem));
        QCOMPARE(session.name(), QStringLiteral("kept"));
        QVERIFY(session.isModified(scene()));
        QVERIFY(!session.isModified(defaultScene(m_lab)));
    }
};

QTEST_MAIN(TestSceneSource)
#include "tst_scene_source.moc"
