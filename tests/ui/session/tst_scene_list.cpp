#include "tests/support/sample_lab.h"
#include "ui/session/scene_list.h"

#include <QTest>

using namespace plumbline;

class TestSceneList : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    SampleLab m_other{{}, "other", "Other units"};
    const std::vector<const Lab*> m_labs{&m_lab, &m_other};

  private slots:
    void scenesComeBackInTheirOrder() {
        Scene first = defaultScene(m_other);
        first.parameters.set("p", 1.0 / 3);
        first.parameters.set("note", std::string("two\nlines, 100 % & more"));
        first.view.set("histogram", {.x = AxisRange{1, 2}, .y = {}, .hidden = {"law"}});
        const std::vector<Scene> scenes{first, defaultScene(m_lab)};
        const SceneList list = parseScenes(formatScenes(scenes), m_labs);
        QCOMPARE(list.scenes, scenes);
        QVERIFY(list.problems.isEmpty());
    }

    void aDamagedLineCostsOnlyItself_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");
        QTest::newRow("cut") << "plumbline:sam"
                             << "unknown lab \"sam\"";
        QTest::newRow("value") << "plumbline:sample?p=2"
                               << "p must lie in [0, 1], got";
        QTest::newRow("foreign") << "\x7f\x45LF"
                                 << "must start with";
        QTest::newRow("rule") << "plumbline:sample?rate=100"
                              << "p + rate must be at most 100";
        QTest::newRow("newer") << "plumbline:sample?v=2"
                               << "newer Plumbline";
    }
    void aDamagedLineCostsOnlyItself() {
        QFETCH(QString, line);
        QFETCH(QString, reason);
        const std::string good = formatScenes({defaultScene(m_other)});
        const SceneList list = parseScenes(line.toStdString() + "\n\n" + good, m_labs);
        QCOMPARE(list.scenes, std::vector<Scene>{defaultScene(m_other)});
        QCOMPARE(list.problems.size(), 1);
        QVERIFY2(list.problems[0].startsWith(QStringLiteral("line 1: ")),
                 qPrintable(list.problems[0]));
        QVERIFY2(list.problems[0].contains(reason), qPrintable(list.problems[0]));
    }

    void theSecondSceneOfALabIsNamed() {
        Scene second = defaultScene(m_lab);
        second.seed = 2;
        const SceneList list = parseScenes(formatScenes({defaultScene(m_lab), second}), m_labs);
        QCOMPARE(list.scenes, std::vector<Scene>{defaultScene(m_lab)});
        QCOMPARE(list.problems, QStringList(QStringLiteral("line 2: a second scene of sample")));
    }

    void noTextIsNoScene() {
        QVERIFY(parseScenes({}, m_labs).scenes.empty());
        QVERIFY(parseScenes({}, m_labs).problems.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSceneList)
#include "tst_scene_list.moc"
