#include "core/labs/catalogue.h"
#include "tests/support/sample_lab.h"
#include "ui/export/picture_file.h"
#include "ui/export/scene_file.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <map>
#include <random>

using namespace plumbline;

namespace {

constexpr int kMutations = 2000;
constexpr qint64 kPatienceMilliseconds = 2000; ///< for one file

const char* const kKinds[] = {"session", "png", "svg", "pdf"};

} // namespace

class TestSceneFile : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    QTemporaryDir m_folder;
    std::map<std::string, QByteArray> m_files; ///< one of each kind, small
    QString m_scene;

    QString write(const QString& name, const QByteArray& bytes) {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        return path;
    }

    SceneFile reading(const QByteArray& bytes) { return readSceneFile(write("file", bytes)); }

    static void addKinds() {
        QTest::addColumn<std::string>("kind");
        for (const char* kind : kKinds)
            QTest::newRow(kind) << std::string(kind);
    }

  private slots:
    void initTestCase() {
        const Report report = m_lab.straightRun(Parameters(m_lab.description().parameters), 7, 100);
        ImageRequest request{{60, 40}, 1, {}, std::string("flow")};
        Scene scene = defaultScene(m_lab);
        scene.seed = 7;
        scene.trials = 100;
        m_scene = QString::fromStdString(formatScene(scene));
        m_files["session"] = m_scene.toUtf8() + '\n';
        m_files["png"] = drawPicture(PictureFormat::png, report, m_lab.description(), request)();
        m_files["svg"] = drawPicture(PictureFormat::svg, report, m_lab.description(), request)();
        m_files["pdf"] = drawPicture(PictureFormat::pdf, report, m_lab.description(), request)();
    }

    void everyKindIsReadWhateverItsName_data() { addKinds(); }
    void everyKindIsReadWhateverItsName() {
        QFETCH(std::string, kind);
        for (const char* name : {"right", "wrong.png", "wrong.svg", "wrong.plumbline", "a.txt"}) {
            const SceneFile file = readSceneFile(write(QString::fromLatin1(name), m_files[kind]));
            QCOMPARE(file.problem, QString());
            QCOMPARE(file.scene, m_scene);
            QVERIFY(!file.isData);
        }
    }

    void aSessionIsReadBack() {
        Scene scene = defaultScene(m_lab);
        scene.seed = 42;
        scene.view.theme = ThemeChoice::dark;
        const QString path = m_folder.filePath("a.plumbline");
        const auto problem = writeSession(path.toStdString(), scene);
        QVERIFY2(!problem, problem.value_or("").c_str());
        const SceneFile file = readSceneFile(path);
        QCOMPARE(file.scene.toStdString(), formatScene(scene));
        QVERIFY(parseScene(file.scene.toStdString(), {&m_lab}).scene == scene);
        QVERIFY(writeSession("/no/such/folder/a.plumbline", scene));
    }

    void aByteOrderMarkAndBlankLinesAroundASessionAreNothing() {
        QCOMPARE(reading("\xef\xbb\xbf\r\n" + m_files["session"] + "\r\n").scene, m_scene);
    }

    void dataAreToBeAskedAboutAndNotOpened() {
        for (const char* name : {"none.csv", "none.NPY", "dir/none.csv"}) {
            const SceneFile file = readSceneFile(m_folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.isData);
            QVERIFY(file.problem.isEmpty() && file.scene.isEmpty());
        }
    }

    void whatIsNoneOfOursSaysSo_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QByteArray& bytes, const char* words) {
            QTest::newRow(name) << bytes << QString::fromLatin1(words);
        };
        row("empty", {}, "the file is empty");
        row("blank", " \n\n", "the file is empty");
        row("text", "p,M\n", "neither a Plumbline session nor");
        row("jpeg", QByteArray("\xff\xd8\xff\xe0 JFIF", 9), "neither a Plumbline session nor");
        row("zeros", QByteArray(5000, '\0'), "neither a Plumbline session nor");
        row("two scenes", "plumbline:a?v=1\nplumbline:b?v=1\n", "one scene on one line");
        row("long session", "plumbline:" + QByteArray(1 << 20, 'a'), "longer than 1 MiB");
        row("web page", "<!DOCTYPE html><html><body/></html>", "not an SVG file");
        row("other XML", "<?xml version=\"1.0\"?><a/>", "not an SVG file");
        row("broken XML", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>", "damaged");
        row("foreign SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>",
            "no Plumbline scene");
        row("foreign PDF", "%PDF-1.5\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n",
            "no Plumbline scene");
        row("a scene of another namespace",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><plumbline-scene>plumbline:x?v=1"
            "</plumbline-scene></svg>",
            "no Plumbline scene");
        row("growing entities",
            "<!DOCTYPE svg [<!ENTITY a \"" + QByteArray(1000, 'x') +
                "\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
                "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><svg "
                "xmlns=\"http://www.w3.org/2000/svg\">&c;&c;&c;&c;</svg>",
            "damaged");
    }
    void whatIsNoneOfOursSaysSo() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const SceneFile file = reading(bytes);
        QVERIFY2(file.problem.contains(words), qPrintable(file.problem));
        QVERIFY(file.problem.startsWith(m_folder.filePath("file")));
        QVERIFY(file.scene.isEmpty());
    }

    void aSceneFromANewerVersionIsRefusedByName() {
        const SceneFile file = reading("plumbline:sample?v=9");
        const auto parsed = parseScene(file.scene.toStdString(), {&m_lab});
        QVERIFY(!parsed.scene);
        QVERIFY(parsed.problems.at(0).find("version 9, from a newer Plumbline") !=
                std::string::npos);
    }

    void foldersFifosAndMissingFilesAreRefusedAtOnce() {
        QVERIFY(readSceneFile(m_folder.path()).problem.contains("not a regular file"));
        QVERIFY(readSceneFile(m_folder.filePath("none")).problem.contains("no such file"));
        const QString fifo = m_folder.filePath("fifo");
        QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
        QVERIFY(readSceneFile(fifo).problem.contains("not a regular file"));
        QVERIFY(readSceneFile("/dev/zero").problem.contains("not a regular file"));
    }

    void whatIsTooLargeIsNotRead_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n", 8);
        QTest::newRow("svg") << QByteArray("<svg>");
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n");
    }
    void whatIsTooLargeIsNotRead() {
        QFETCH(QByteArray, head);
        QFile file(write("huge", head));
        QVERIFY(file.resize(2'000'000'000)); // sparse
        QElapsedTimer timer;
        timer.start();
        const SceneFile read = readSceneFile(file.fileName());
        QVERIFY2(read.problem.contains("larger than"), qPrintable(read.problem));
        QVERIFY(timer.elapsed() < kPatienceMilliseconds);
        QVERIFY(file.remove());
    }

    /// A picture cut anywhere says so; a session may still be a shorter text, for its reader to
    /// refuse or to take.
    void everyTruncationIsNoticed_data() { addKinds(); }
    void everyTruncationIsNoticed() {
        QFETCH(std::string, kind);
        const QByteArray& whole = m_files[kind];
        QFile file(write("cut", whole));
        for (qsizetype length = whole.trimmed().size() - 1; length >= 0; --length) {
            QVERIFY(file.resize(length));
            const SceneFile read = readSceneFile(file.fileName());
            QVERIFY(read.scene.isEmpty() != read.problem.isEmpty());
            QVERIFY2(kind == "session" || read.scene.isEmpty(),
                     qPrintable(QString::number(length)));
        }
    }

    void mutatedFilesGiveASceneOrAProblem_data() { addKinds(); }
    void mutatedFilesGiveASceneOrAProblem() {
        QFETCH(std::string, kind);
        std::mt19937 random(20261124);
        const auto below = [&](qsizetype count) {
            return static_cast<qsizetype>(random() % static_cast<unsigned>(count));
        };
        QElapsedTimer timer;
        for (int i = 0; i < kMutations; ++i) {
            QByteArray bytes = m_files[kind];
            for (qsizetype changes = 1 + below(6); changes > 0 && !bytes.isEmpty(); --changes) {
                const qsizetype at = below(bytes.size());
                switch (below(4)) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.remove(at, 1 + below(40));
                    break;
                case 2:
                    bytes.insert(at, bytes.mid(below(bytes.size()), 1 + below(40)));
                    break;
                default:
                    bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
                }
            }
            timer.start();
            const SceneFile file = reading(bytes);
            QVERIFY2(file.scene.isEmpty() != file.problem.isEmpty(),
                     qPrintable(QString::number(i)));
            if (!file.scene.isEmpty()) {
                const auto parsed = parseScene(file.scene.toStdString(), {&m_lab});
                QVERIFY(parsed.scene.has_value() == parsed.problems.empty());
            }
            QVERIFY(timer.elapsed() < kPatienceMilliseconds);
        }
    }
};

QTEST_MAIN(TestSceneFile)
#include "tst_scene_file.moc"
