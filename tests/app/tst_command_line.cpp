#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <csignal>
#include <thread>

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

constexpr int kPatienceMilliseconds = 60'000;

} // namespace

/// The program as other programs see it: words in; stdout, stderr, files and an exit code out. One
/// file above 450 lines, for all its tests drive one program by one function and half are rows.
class TestCommandLine : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void labsListsTheLabs();
    void describeTellsEverything();
    void helpAndVersionEverywhere_data();
    void helpAndVersionEverywhere();
    void reportHasEveryKey();
    void reportIsTheSameForAnyNumberOfThreads();
    void sceneOfAReportRepeatsIt();
    void runPrintsAVerdictTable();
    void imagesHaveTheSizeAskedForAndCarryTheScene_data();
    void imagesHaveTheSizeAskedForAndCarryTheScene();
    void csvHoldsEveryArrayAndFigure();
    void badInputIsExitTwoAndWritesNothing_data();
    void badInputIsExitTwoAndWritesNothing();
    void everyProblemIsNamedAtOnce();
    void systemFailuresAreExitThree_data();
    void systemFailuresAreExitThree();
    void outputsGoThroughFifosAndDevices();
    void anOldFileSurvivesARefusedRun();
    void interruptWritesWhatIsDone();
    void interruptEndsAWaitForAFifo();
    void parametersWithoutEffectAreNamed();
    void verifyAgreesAtDefaultsAndPresets();
    void openingTheWindowNeedsADisplay();

  private:
    Outcome run(const QStringList& words, const QStringList& environment = {}) const;
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

Outcome TestCommandLine::run(const QStringList& words, const QStringList& environment) const {
    QProcess process;
    auto variables = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        variables.remove(name);
    for (const auto& each : environment)
        variables.insert(each.section('=', 0, 0), each.section('=', 1));
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_folder.path());
    process.start(PLUMBLINE_PROGRAM, words);
    if (!process.waitForFinished(kPatienceMilliseconds) ||
        process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestCommandLine::initTestCase() {
    QVERIFY(m_folder.isValid());
    QVERIFY(QFile::exists(PLUMBLINE_PROGRAM));
}

void TestCommandLine::labsListsTheLabs() {
    const auto text = run({"labs"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.contains("kept-units"));
    const auto json = run({"labs", "--json"});
    const auto labs = QJsonDocument::fromJson(json.output).array();
    QVERIFY(!labs.isEmpty());
    for (const auto& lab : labs)
        QCOMPARE(lab.toObject().keys(), QStringList({"group", "id", "title"}));
}

void TestCommandLine::describeTellsEverything() {
    const auto json = run({"describe", "kept-units", "--json"}).json();
    for (const char* key : {"id", "group", "title", "parameters", "presets", "arrays", "figures",
                            "verdicts", "trials"})
        QVERIFY2(json.contains(key), key);
    const auto text = run({"describe", "kept-units"});
    QCOMPARE(text.exitCode, 0);
    for (const auto& section : {"parameters", "presets", "arrays", "figures", "verdicts"})
        for (const auto& item : json[QLatin1String(section)].toArray()) {
            const auto object = item.toObject();
            const auto name = object.contains("id") ? object["id"] : object["name"];
            QVERIFY2(text.output.contains(name.toString().toUtf8()), qPrintable(name.toString()));
        }
}

void TestCommandLine::helpAndVersionEverywhere_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("contains");
    QTest::newRow("help") << QStringList{"--help"} << "Exit codes";
    QTest::newRow("version") << QStringList{"--version"} << "plumbline 0.";
    QTest::newRow("labs") << QStringList{"labs", "--help"} << "--json";
    QTest::newRow("describe") << QStringList{"describe", "--help"} << "LAB";
    QTest::newRow("run") << QStringList{"run", "--help"} << "--image";
    QTest::newRow("verify") << QStringList{"verify", "--help"} << "presets";
}

void TestCommandLine::helpAndVersionEverywhere() {
    QFETCH(QStringList, words);
    QFETCH(QString, contains);
    const auto outcome = run(words);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains(contains.toUtf8()), outcome.output.constData());
    QVERIFY2(outcome.errors.isEmpty(), outcome.errors.constData());
}

void TestCommandLine::reportHasEveryKey() {
    const auto outcome = run({"run", "kept-units", "--trials", "5000", "--json", "-"});
    QVERIFY2(outcome.errors.isEmpty(), outcome.errors.constData());
    const auto report = outcome.json();
    QCOMPARE(report.keys(),
             QStringList({"arrays", "figures", "lab", "parameters", "program", "run", "scene",
                          "schema", "seed", "trials", "verdicts", "version"}));
    QCOMPARE(report["trials"].toInt(), 5000);
    const auto figures = report["figures"].toArray();
    QCOMPARE(figures.size(), qsizetype{3});
    for (const auto& figure : figures) {
        QCOMPARE(figure.toObject().keys(), QStringList({"caption", "edges", "id", "kind", "matrix",
                                                        "nodes", "series", "title", "x", "y"}));
        for (const auto& series : figure.toObject()["series"].toArray())
            QCOMPARE(series.toObject().keys(),
                     QStringList({"error", "high", "labels", "low", "name", "role", "x", "y"}));
    }
    for (const auto& verdict : report["verdicts"].toArray())
        QCOMPARE(verdict.toObject().keys(),
                 QStringList({"agrees", "expected", "id", "kind", "measured", "note", "p_value",
                              "source", "standard_error", "title", "tolerance"}));
}

void TestCommandLine::reportIsTheSameForAnyNumberOfThreads() {
    for (const QString sampling : {"masks", "counts", "histogram"}) {
        QList<QJsonObject> reports;
        for (const QString threads : {"1", "4"}) {
            const auto outcome =
                run({"run", "kept-units", "--set", "sampling=" + sampling, "--set", "units=poisson",
                     "--trials", "30000", "--threads", threads, "--json", "-"});
            reports.append(outcome.json());
            reports.last().remove("run");
        }
        QVERIFY(!reports[0].isEmpty());
        QVERIFY2(reports[0] == reports[1], qPrintable(sampling));
    }
}

void TestCommandLine::sceneOfAReportRepeatsIt() {
    const auto first = run({"run", "kept-units", "--set", "p=0.3", "--set", "M=77", "--seed", "12",
                            "--trials", "2000", "--json", "-"})
                           .json();
    auto again = run({"run", "--scene", first["scene"].toString(), "--json", "-"}).json();
    auto expected = first;
    expected.remove("run");
    again.remove("run");
    QVERIFY(!expected.isEmpty());
    QVERIFY(again == expected);
}

void TestCommandLine::runPrintsAVerdictTable() {
    const auto outcome = run({"run", "kept-units", "--trials", "20000"});
    QCOMPARE(outcome.exitCode, 0);
    for (const char* word : {"quantity", "mean kept", "goodness of fit", "agrees", "visible"})
        QVERIFY2(outcome.output.contains(word), word);
}

void TestCommandLine::imagesHaveTheSizeAskedForAndCarryTheScene_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("page") << QStringList{"--size", "900x700"} << QSize(900, 700);
    QTest::newRow("page at twice the density")
        << QStringList{"--size", "900x700", "--scale", "2"} << QSize(1800, 1400);
    QTest::newRow("page on paper, in millimetres")
        << QStringList{"--size", "254x127mm"} << QSize(960, 480);
    QTest::newRow("one figure, dark")
        << QStringList{"--figure", "convergence", "--size", "500x400", "--theme", "dark"}
        << QSize(500, 400);
}

void TestCommandLine::imagesHaveTheSizeAskedForAndCarryTheScene() {
    QFETCH(QStringList, words);
    QFETCH(QSize, pixels);
    const auto outcome =
        run(QStringList{"run", "kept-units", "--trials", "1000", "--image", "picture.png"} + words);
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    const QImage image(path("picture.png"));
    QCOMPARE(image.size(), pixels);
    QVERIFY(image.text("plumbline-scene").startsWith("plumbline:kept-units?v=1&p=0.5"));
    const bool dark = words.contains("dark");
    QCOMPARE(qGray(image.pixel(2, 2)) < 128, dark);
    // The picture alone brings the same picture back, theme and all.
    const auto again =
        run(QStringList{"run", "--scene", image.text("plumbline-scene"), "--image", "again.png"} +
            words.mid(0, words.indexOf("--theme")));
    QVERIFY2(again.exitCode == 0, again.errors.constData());
    QCOMPARE(QImage(path("again.png")), image);
}

void TestCommandLine::csvHoldsEveryArrayAndFigure() {
    const auto outcome =
        run({"run", "kept-units", "--set", "M=20", "--trials", "1000", "--csv", "tables/"});
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    const QStringList expected = {"band_high.csv",
                                  "band_low.csv",
                                  "binomial.csv",
                                  "count.csv",
                                  "figure-convergence.csv",
                                  "figure-kept-units.csv",
                                  "figure-mask.csv",
                                  "k.csv",
                                  "poisson.csv"};
    QCOMPARE(QDir(path("tables")).entryList(QDir::Files, QDir::Name), expected);
    QFile counts(path("tables/count.csv"));
    QVERIFY(counts.open(QIODevice::ReadOnly));
    const auto lines = counts.readAll().trimmed().split('\n');
    QCOMPARE(lines.first(), QByteArray("count"));
    int total = 0;
    for (const auto& line : lines.mid(1))
        total += line.toInt();
    QCOMPARE(total, 1000);
}

void TestCommandLine::badInputIsExitTwoAndWritesNothing_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    const QStringList lab{"run", "kept-units"};
    const auto row = [&](const char* name, const QStringList& words, const char* message) {
        QTest::newRow(name) << words << message;
    };
    row("unknown command", {"rnu"}, "did you mean \"run\"?");
    row("unknown command with arguments", {"chek", "dY"}, "unknown command \"chek\"");
    row("two scenes", {"plumbline:kept-units", "x"}, "unexpected argument \"x\"");
    row("unknown option alone", {"--set"}, "--set");
    row("empty target", lab + QStringList{"--json", ""}, "must not be empty");
    row("option twice", lab + QStringList{"--json", "a", "--json", "b"}, "--json");
    row("unknown lab", {"run", "kept-unit"}, "did you mean \"kept-units\"?");
    row("no lab", {"run"}, "LAB or a --scene");
    row("unknown lab described", {"describe", "x"}, "unknown lab \"x\"");
    row("unknown lab verified", {"verify", "x"}, "unknown lab \"x\"");
    row("unknown option", lab + QStringList{"--sed", "3"}, "--sed");
    row("unknown parameter", lab + QStringList{"--set", "lamda=3"},
        "unknown parameter \"lamda\" of kept-units; did you mean \"lambda\"?");
    row("p out of range", lab + QStringList{"--set", "p=1.5"}, "p must lie in [0, 1], got 1.5");
    row("p no number", lab + QStringList{"--set", "p=abc"}, "p must be a number, got \"abc\"");
    row("p nan", lab + QStringList{"--set", "p=nan"}, "p must lie in [0, 1], got nan");
    row("M fractional", lab + QStringList{"--set", "M=1.5"}, "M must be a whole number");
    row("M zero", lab + QStringList{"--set", "M=0"}, "M must lie in [1, 1e9], got 0");
    row("no assignment", lab + QStringList{"--set", "p"}, "NAME=VALUE");
    row("choice", lab + QStringList{"--set", "units=poison"}, "did you mean \"poisson\"?");
    row("trials zero", lab + QStringList{"--trials", "0"}, "trials must be");
    row("trials too many", lab + QStringList{"--trials", "1e13"}, "trials must be");
    row("seed negative", lab + QStringList{"--seed", "-1"}, "seed must be");
    row("threads zero", lab + QStringList{"--threads", "0"}, "threads must be");
    row("too many units",
        lab + QStringList{"--set", "sampling=masks", "--set", "M=1e5", "--trials", "1e9"},
        "sampling=masks must draw at most 1e13 units, got M * trials = 1e14; sampling=counts");
    row("too many trials", lab + QStringList{"--set", "sampling=counts", "--trials", "1e12"},
        "sampling=counts must draw at most 1e11 trials, got 1e12; sampling=histogram");
    row("newer scene", {"run", "--scene", "plumbline:kept-units?v=9"}, "newer Plumbline");
    row("scene of another program", {"run", "--scene", "http://x"}, "must start with");
    row("scene and another lab", {"run", "kept-units", "--scene", "plumbline:poisson-limit"},
        "unknown lab");
    row("data", lab + QStringList{"--data", "x.csv"}, "takes no data");
    row("unknown figure", lab + QStringList{"--image", "a.png", "--figure", "masks"},
        "did you mean \"mask\"?");
    row("figure of another setting",
        lab + QStringList{"--image", "a.png", "--figure", "independence"}, "independence");
    row("figure without image", lab + QStringList{"--figure", "mask"}, "--image");
    row("unknown kind of image", lab + QStringList{"--image", "a.gif"}, ".png");
    row("size malformed", lab + QStringList{"--image", "a.png", "--size", "800"}, "WxH");
    row("size in centimetres", lab + QStringList{"--image", "a.pdf", "--size", "8x6cm"},
        "size must be WxH in whole pixels or WxHmm in millimetres, got \"8x6cm\"");
    row("size of less than a millimetre",
        lab + QStringList{"--image", "a.pdf", "--size", "0.5x10mm"},
        "must be at least 1x1mm, got 0.5x10mm");
    row("ending without a name", lab + QStringList{"--image", ".svg"}, "FILE.svg");
    row("size zero", lab + QStringList{"--image", "a.png", "--size", "0x100"}, "size");
    row("size absurd", lab + QStringList{"--image", "a.png", "--size", "1000000x1000000"},
        "16,384 pixels");
    row("size overflowing",
        lab + QStringList{"--image", "a.png", "--size", "99999999999999999999x5"},
        "16,384 pixels, got 1×10²⁰ x 5");
    row("scale absurd", lab + QStringList{"--image", "a.png", "--scale", "1e9"}, "scale");
    row("scale nan", lab + QStringList{"--image", "a.png", "--scale", "nan"}, "scale");
    row("theme", lab + QStringList{"--image", "a.png", "--theme", "drak"}, "\"dark\"");
    row("one file twice", lab + QStringList{"--image", "a.png", "--image", "a.png"}, "same file");
    row("one file twice, spelled twice",
        lab + QStringList{"--json", "./a.png", "--image", "none/../a.png"}, "same file");
    row("one file twice, once in the folder",
        lab + QStringList{"--json", "tables/k.csv", "--csv", "tables"}, "same file");
}

void TestCommandLine::badInputIsExitTwoAndWritesNothing() {
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    const auto before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
    const auto outcome = run(words);
    QVERIFY2(outcome.exitCode == 2, outcome.errors.constData());
    QVERIFY2(outcome.errors.startsWith("plumbline: "), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(message.toUtf8()), outcome.errors.constData());
    QVERIFY2(outcome.output.isEmpty(), outcome.output.constData());
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

void TestCommandLine::everyProblemIsNamedAtOnce() {
    const auto outcome =
        run({"run", "kept-units", "--set", "p=2", "--set", "M=0", "--trials", "none"});
    QCOMPARE(outcome.exitCode, 2);
    for (const char* name : {"p must", "M must", "trials must"})
        QVERIFY2(outcome.errors.contains(name), outcome.errors.constData());
}

void TestCommandLine::systemFailuresAreExitThree_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    QTest::newRow("json on a full device") << QStringList{"--json", "/dev/full"} << "No space left";
    QTest::newRow("image on a full device")
        << QStringList{"--image", "full.png"} << "No space left";
    QTest::newRow("json into no folder")
        << QStringList{"--json", "none/a.json"} << "no folder none";
    QTest::newRow("json over a folder") << QStringList{"--json", "."} << "is a folder";
    QTest::newRow("image into no folder") << QStringList{"--image", "none/a.png"} << "no folder";
    QTest::newRow("csv into a file") << QStringList{"--csv", "/dev/null"} << "not a folder";
    QTest::newRow("csv under no folder") << QStringList{"--csv", "none/tables"} << "no folder";
    QTest::newRow("csv over a folder")
        << QStringList{"--csv", "full"} << "count.csv: it is a folder";
}

void TestCommandLine::systemFailuresAreExitThree() {
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    QFile::remove(path("full.png"));
    QVERIFY(QFile::link("/dev/full", path("full.png")));
    QVERIFY(QDir(m_folder.path()).mkpath("full/count.csv"));
    const auto outcome = run(QStringList{"run", "kept-units", "--trials", "100"} + words);
    QFile::remove(path("full.png"));
    QVERIFY2(outcome.exitCode == 3, outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(message.toUtf8()), outcome.errors.constData());
    QCOMPARE(QDir(path("full")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{"count.csv"});
}

void TestCommandLine::outputsGoThroughFifosAndDevices() {
    const auto fifo = path("fifo");
    QCOMPARE(::mkfifo(fifo.toUtf8().constData(), 0600), 0);
    QByteArray received;
    std::jthread reader([&] {
        QFile file(fifo);
        if (file.open(QIODevice::ReadOnly))
            received = file.readAll();
    });
    const auto outcome = run({"run", "kept-units", "--trials", "100", "--json", fifo});
    reader.join();
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(received).object()["trials"].toInt(), 100);
    QVERIFY(!QFileInfo(fifo).isFile());
    const auto toStdout = run({"run", "kept-units", "--trials", "100", "--json", "/dev/stdout"});
    QCOMPARE(toStdout.exitCode, 0);
    QVERIFY(toStdout.output.startsWith("{\"schema\":1"));
    QVERIFY(QFileInfo::exists("/dev/stdout"));
}

void TestCommandLine::anOldFileSurvivesARefusedRun() {
    QFile old(path("old.json"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    QCOMPARE(run({"run", "kept-units", "--set", "p=2", "--json", "old.json"}).exitCode, 2);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

void TestCommandLine::interruptWritesWhatIsDone() {
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(PLUMBLINE_PROGRAM, {"run", "kept-units", "--set", "sampling=masks", "--trials",
                                      "1e10", "--json", "partial.json"});
    QVERIFY(process.waitForStarted());
    QTest::qWait(500);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(kPatienceMilliseconds));
    QVERIFY2(timer.elapsed() < 2000, "the interrupted run took long to stop");
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("interrupted after"));
    QFile file(path("partial.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto report = QJsonDocument::fromJson(file.readAll()).object();
    const double trials = report["trials"].toDouble();
    QVERIFY(trials > 0 && trials < 1e10);
    double counted = 0;
    for (const auto& count : report["arrays"].toObject()["count"].toObject()["data"].toArray())
        counted += count.toDouble();
    QCOMPARE(counted, trials);
}

void TestCommandLine::interruptEndsAWaitForAFifo() {
    const auto fifo = path("unread");
    QCOMPARE(::mkfifo(fifo.toUtf8().constData(), 0600), 0);
    QProcess process;
    process.start(PLUMBLINE_PROGRAM, {"run", "kept-units", "--trials", "100", "--json", fifo});
    QVERIFY(process.waitForStarted());
    QVERIFY(!process.waitForFinished(500));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(kPatienceMilliseconds));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
}

void TestCommandLine::parametersWithoutEffectAreNamed() {
    const auto idle = run({"run", "kept-units", "--set", "lambda=5", "--trials", "100"});
    QCOMPARE(idle.exitCode, 0);
    QVERIFY2(idle.errors.contains("lambda has no effect: the number of units is fixed"),
             idle.errors.constData());
    const auto used = run(
        {"run", "kept-units", "--set", "lambda=5", "--set", "units=poisson", "--trials", "100"});
    QVERIFY2(used.errors.isEmpty(), used.errors.constData());
}

void TestCommandLine::verifyAgreesAtDefaultsAndPresets() {
    const auto outcome = run({"verify", "--quiet"});
    QVERIFY2(outcome.exitCode == 0, outcome.output.constData());
    QVERIFY(outcome.output.contains("kept-units, defaults"));
    QVERIFY(outcome.output.contains("preset thinning"));
    QVERIFY(!outcome.output.contains("undetermined"));
}

void TestCommandLine::openingTheWindowNeedsADisplay() {
    const auto outcome = run({});
    QVERIFY2(outcome.exitCode == 3, outcome.errors.constData());
    QVERIFY2(outcome.errors.contains("display"), outcome.errors.constData());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
