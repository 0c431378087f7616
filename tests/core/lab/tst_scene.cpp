#include "core/lab/scene.h"
#include "core/labs/catalogue.h"

#include <QTest>

#include <random>

using namespace plumbline;

namespace {

std::string allProblems(const SceneReading& reading) {
    std::string text;
    for (const auto& problem : reading.problems)
        text += problem + "\n";
    return text;
}

} // namespace

class TestScene : public QObject {
    Q_OBJECT

  private slots:
    void everyLabsDefaultsSurviveTheRoundTrip();
    void orderAndDefaultsAreFree();
    void percentEncodingIsUndone();
    void unknownKeysAreReportedAndIgnored();
    void aNewerSceneIsRefusedForThatAlone();
    void problemsNameTheThing_data();
    void problemsNameTheThing();
    void noTextCrashesTheReader();
};

void TestScene::everyLabsDefaultsSurviveTheRoundTrip() {
    for (const Lab* lab : catalogue()) {
        Scene scene = defaultScene(*lab);
        scene.seed = kMaximumSeed;
        scene.view.theme = ThemeChoice::dark;
        scene.view.axes = AxesMode::locked;
        scene.view.set(lab->description().figures.front().id,
                       {.x = AxisRange{-0.5, 1e9}, .y = {}, .hidden = {"law", "alternative-2"}});
        scene.view.guess = {{1, 0.25}, {2, 0.5}};
        const auto reading = parseScene(formatScene(scene), catalogue());
        QVERIFY2(reading.scene, allProblems(reading).c_str());
        QVERIFY(*reading.scene == scene);
        QVERIFY(reading.ignored.empty());
    }
}

void TestScene::orderAndDefaultsAreFree() {
    const auto reading =
        parseScene("plumbline:kept-units?trials=1e3&M=1000&v=1&p=0.3", catalogue());
    QVERIFY2(reading.scene, allProblems(reading).c_str());
    QCOMPARE(reading.scene->parameters.real("p"), 0.3);
    QCOMPARE(reading.scene->parameters.integer("M"), std::int64_t{1000});
    QCOMPARE(reading.scene->parameters.real("lambda"), 100.0);
    QCOMPARE(reading.scene->trials, std::int64_t{1000});
    QVERIFY(parseScene("plumbline:kept-units", catalogue()).scene);
    QVERIFY(parseScene("plumbline:kept-units?", catalogue()).scene);
}

void TestScene::percentEncodingIsUndone() {
    const auto reading = parseScene("plumbline:kept-units?%70=0%2E25&units=%66ixed", catalogue());
    QVERIFY2(reading.scene, allProblems(reading).c_str());
    QCOMPARE(reading.scene->parameters.real("p"), 0.25);
}

void TestScene::unknownKeysAreReportedAndIgnored() {
    const auto reading = parseScene("plumbline:kept-units?lamda=3&p=0.5", catalogue());
    QVERIFY(reading.scene);
    QCOMPARE(reading.ignored.size(), std::size_t{1});
    QVERIFY(reading.ignored.front().find("did you mean \"lambda\"?") != std::string::npos);
    const auto view = parseScene("plumbline:kept-units?view.colour=red&view.z.mask=1", catalogue());
    QVERIFY(view.scene);
    QCOMPARE(view.ignored.size(), std::size_t{2});
}

void TestScene::aNewerSceneIsRefusedForThatAlone() {
    for (const char* text : {"plumbline:no-lab-yet?v=2&x=1", "plumbline:kept-units?p=half&v=2"}) {
        const auto reading = parseScene(text, catalogue());
        QVERIFY(!reading.scene);
        QCOMPARE(reading.problems.size(), std::size_t{1});
        QVERIFY(reading.problems.front().find("newer Plumbline") != std::string::npos);
    }
}

void TestScene::problemsNameTheThing_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("no prefix") << "kept-units?p=0.5"
                               << "must start with \"plumbline:\"";
    QTest::newRow("empty") << ""
                           << "must start with \"plumbline:\"";
    QTest::newRow("unknown lab") << "plumbline:kept-unit"
                                 << "did you mean \"kept-units\"?";
    QTest::newRow("newer version") << "plumbline:kept-units?v=2"
                                   << "newer";
    QTest::newRow("no version") << "plumbline:kept-units?v=x"
                                << "version";
    QTest::newRow("value out of range") << "plumbline:kept-units?p=1.5"
                                        << "p must lie in [0, 1], got 1.5";
    QTest::newRow("malformed value") << "plumbline:kept-units?M=ten"
                                     << "M must be a whole number";
    QTest::newRow("key twice") << "plumbline:kept-units?p=0.1&p=0.2"
                               << "twice";
    QTest::newRow("key without value") << "plumbline:kept-units?p"
                                       << "name=value";
    QTest::newRow("broken escape") << "plumbline:kept-units?p=%4"
                                   << "percent-encoding";
    QTest::newRow("no hexadecimal escape") << "plumbline:kept-units?p=%zz"
                                           << "percent-encoding";
    QTest::newRow("no trials") << "plumbline:kept-units?trials=0"
                               << "trials must be";
    QTest::newRow("negative seed") << "plumbline:kept-units?seed=-1"
                                   << "seed must be";
    QTest::newRow("huge seed") << "plumbline:kept-units?seed=1e16"
                               << "seed must be";
    QTest::newRow("unknown theme") << "plumbline:kept-units?view.theme=drak"
                                   << "did you mean \"dark\"?";
    QTest::newRow("unknown axes") << "plumbline:kept-units?view.axes=free"
                                  << "view.axes must be one of auto, locked, theory";
    QTest::newRow("range upside down") << "plumbline:kept-units?view.x.kept-units=2,1"
                                       << "view.x.kept-units must be two finite numbers";
    QTest::newRow("endless range") << "plumbline:kept-units?view.y.mask=0,inf"
                                   << "view.y.mask must be two finite numbers";
    QTest::newRow("range of nothing") << "plumbline:kept-units?view.x.kept-unit=1,2"
                                      << "did you mean \"kept-units\"?";
    QTest::newRow("figure of another lab") << "plumbline:kept-units?view.figure=flow"
                                           << "view.figure must be a figure";
    QTest::newRow("hidden nothing") << "plumbline:kept-units?view.hide.kept-units=law,"
                                    << "a list of simulated, law";
    QTest::newRow("half a guess") << "plumbline:kept-units?view.guess=1,2,3"
                                  << "pairs x,y";
    QTest::newRow("guess backwards") << "plumbline:kept-units?view.guess=2,1,1,2"
                                     << "increasing x";
    QTest::newRow("too much work") << "plumbline:kept-units?sampling=masks&M=1e9&trials=1e9"
                                   << "counts";
}

void TestScene::problemsNameTheThing() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    const auto reading = parseScene(text.toStdString(), catalogue());
    QVERIFY(!reading.scene);
    QVERIFY2(QString::fromStdString(allProblems(reading)).contains(words),
             allProblems(reading).c_str());
}

void TestScene::noTextCrashesTheReader() {
    std::mt19937 random(1);
    const std::string valid = formatScene(defaultScene(*catalogue().front()));
    for (int round = 0; round < 2000; ++round) {
        std::string text = valid;
        for (int edit = 0; edit < 3; ++edit)
            text[random() % text.size()] = static_cast<char>(random() % 256);
        text.resize(random() % (text.size() + 1));
        const auto reading = parseScene(text, catalogue());
        QVERIFY(reading.scene.has_value() != !reading.problems.empty());
    }
}

QTEST_APPLESS_MAIN(TestScene)
#include "tst_scene.moc"
