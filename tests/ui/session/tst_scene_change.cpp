#include "tests/support/sample_lab.h"
#include "ui/session/scene_change.h"

#include <QTest>

using namespace plumbline;

class TestSceneChange : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;

  private slots:
    void wordsSayWhatChangedAndHow_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("real") << "p"
                              << "0.45"
                              << "p 0.30 → 0.45";
        QTest::newRow("digits behind a step") << "p"
                                              << "0.123456"
                                              << "p 0.30 → 0.123456";
        QTest::newRow("whole") << "units"
                               << "1000000"
                               << "M 40 → 1,000,000";
        QTest::newRow("choice") << "kind"
                                << "poisson"
                                << "kind of layer fixed → Poisson(λ)";
        QTest::newRow("switch") << "relu"
                                << "off"
                                << "rectify the output on → off";
        QTest::newRow("vector") << "weights"
                                << "1,2"
                                << "weights of the units 1,2,3 → 1,2";
        QTest::newRow("text") << "note"
                              << "new"
                              << "a note nothing → new";
        QTest::newRow("long text")
            << "note" << QString(100, 'x') << "a note nothing → " + QString(23, 'x') + "…";
        QTest::newRow("file") << "data"
                              << "/far/away/table.csv"
                              << "file of activations nothing → table.csv";
    }
    void wordsSayWhatChangedAndHow() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, words);
        const Scene before = defaultScene(m_lab);
        Scene after = before;
        for (const ParameterSpec& spec : m_lab.description().parameters)
            if (spec.name == name.toStdString())
                after.parameters.set(
                    spec.name, std::get<ParameterValue>(parseValue(spec, value.toStdString())));
        QCOMPARE(describeChange(m_lab.description(), before, after), words);
    }

    void seedAndTrialsAreNamed() {
        const Scene before = defaultScene(m_lab);
        Scene after = before;
        after.seed = 9007199254740992;
        QCOMPARE(describeChange(m_lab.description(), before, after),
                 QStringLiteral("seed 1 → 9,007,199,254,740,992"));
        after = before;
        after.trials = 1000;
        QCOMPARE(describeChange(m_lab.description(), before, after),
                 QStringLiteral("trials 20,000 → 1,000"));
    }

    void severalValuesAreListedOrCounted() {
        const Scene before = defaultScene(m_lab);
        Scene after = before;
        after.parameters.set("p", 0.5);
        after.trials = 1;
        QCOMPARE(describeChange(m_lab.description(), before, after),
                 QStringLiteral("p and trials"));
        after.parameters.set("units", std::int64_t{4});
        QCOMPARE(describeChange(m_lab.description(), before, after),
                 QStringLiteral("p, M and trials"));
        after.seed = 2;
        QCOMPARE(describeChange(m_lab.description(), before, after), QStringLiteral("4 values"));
    }

    void theWayItIsLookedAtIsNoChange() {
        const Scene before = defaultScene(m_lab);
        Scene after = before;
        after.view.theme = ThemeChoice::dark;
        after.view.set("histogram", {.x = AxisRange{0, 1}, .y = {}, .hidden = {}});
        QVERIFY(changedNames(before, after).empty());
        QVERIFY(describeChange(m_lab.description(), before, after).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSceneChange)
#include "tst_scene_change.moc"
