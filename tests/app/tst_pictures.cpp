#include "core/lab/command_text.h"
#include "core/labs/catalogue.h"
#include "ui/export/picture_file.h"
#include "ui/export/scene_file.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

namespace {

constexpr int kPatienceMilliseconds = 60'000;

Report reportOf(const Scene& scene) {
    const auto run = findLab(scene.lab)->start(scene.parameters, scene.seed, scene.trials);
    run->advance(scene.trials, {});
    return run->report(Detail::figures);
}

Scene scene() {
    Scene result = defaultScene(*findLab("kept-units"));
    result.parameters.set("p", 0.3);
    result.seed = 7;
    result.trials = 5000;
    return result;
}

} // namespace

/// That the command line draws the window's pictures, and understands the command that the window
/// copies.
class TestPictures : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// The exit code; the program's words go to the test's.
    int run(const QString& program, const QStringList& words) const {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program, words);
        return process.waitForFinished(kPatienceMilliseconds) ? process.exitCode() : -1;
    }

    QByteArray contentOf(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

  private slots:
    void windowAndCommandLineDrawTheSameBytes_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<ImageRequest>("request");
        QTest::newRow("page") << QStringList() << ImageRequest{};
        QTest::newRow("figure in millimetres")
            << QStringList{"--figure", "convergence", "--size", "100x60mm", "--scale", "2"}
            << ImageRequest{{100, 60, LengthUnit::millimetres}, 2, {}, std::string("convergence")};
    }
    void windowAndCommandLineDrawTheSameBytes() {
        QFETCH(QStringList, words);
        QFETCH(ImageRequest, request);
        Scene looked = scene();
        looked.view.theme = ThemeChoice::dark;
        looked.view.set("kept-units", {.x = AxisRange{60, 80}, .y = {}, .hidden = {"band"}});
        request.view = looked.view;
        QCOMPARE(run(PLUMBLINE_PROGRAM,
                     QStringList{"run", "--scene", QString::fromStdString(formatScene(looked)),
                                 "--image", "a.png", "--image", "a.svg"} +
                         words),
                 0);
        const Report report = reportOf(looked);
        const LabDescription& lab = findLab(looked.lab)->description();
        QCOMPARE(contentOf("a.png"), drawPicture(PictureFormat::png, report, lab, request)());
        QCOMPARE(contentOf("a.svg"), drawPicture(PictureFormat::svg, report, lab, request)());
    }

    void everyFormatBringsTheSceneBack() {
        Scene looked = scene();
        looked.view.figure = "mask";
        const QString text = QString::fromStdString(formatScene(looked));
        QCOMPARE(run(PLUMBLINE_PROGRAM, {"run", "--scene", text, "--image", "b.png", "--image",
                                         "b.svg", "--image", "b.pdf"}),
                 0);
        for (const char* name : {"b.png", "b.svg", "b.pdf"}) {
            const SceneFile file = readSceneFile(path(QString::fromLatin1(name)));
            QCOMPARE(file.scene + file.problem, text);
        }
    }

    void aCopiedCommandRunsTheSameScene_data() {
        QTest::addColumn<std::string>("text");
        for (const char* text :
             {"plumbline:kept-units?v=1&p=0.3&M=1000&seed=7&trials=2000",
              "plumbline:kept-units?v=1&trials=2000&view.theme=dark&view.axes=theory",
              "plumbline:kept-units?v=1&units=poisson&lambda=2.5&sampling=counts&seed=0&trials=10",
              "plumbline:kept-units?v=1&trials=5&view.x.kept-units=1.5,60&view.hide.kept-units="
              "law,band&view.figure=mask&view.guess=1,2,3,4"})
            QTest::newRow(text) << std::string(text);
    }
    void aCopiedCommandRunsTheSameScene() {
        QFETCH(std::string, text);
        const auto expected = parseScene(text, catalogue());
        QVERIFY(expected.scene);
        QString command =
            QString::fromStdString(commandLineOf(*expected.scene, *findLab("kept-units")));
        QVERIFY(command.startsWith(QStringLiteral("plumbline run ")));
        command.replace(0, 9, QStringLiteral(PLUMBLINE_PROGRAM));
        QVERIFY(run("sh", {"-c", command + " --quiet --image c.png"}) <= 1);
        const QString found = readSceneFile(path("c.png")).scene;
        QVERIFY(parseScene(found.toStdString(), catalogue()).scene == expected.scene);
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
