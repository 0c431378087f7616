#include "tests/support/sample_lab.h"
#include "ui/session/history.h"

#include <QTest>

using namespace plumbline;

class TestHistory : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    std::int64_t m_now = 0;
    std::unique_ptr<History> m_history;
    std::vector<HistoryPlace> m_places;

    Scene at(double p, std::int64_t units = 40) {
        Scene scene = defaultScene(m_lab);
        scene.parameters.set("p", p);
        scene.parameters.set("units", units);
        return scene;
    }
    void edit(const Scene& before, const Scene& after, const QString& text = {}) {
        m_history->addEdit(m_lab.description(), before, after, text);
    }
    QUndoStack& stack() { return *m_history->stack(); }

  private slots:
    void init() {
        m_now = 5000;
        m_places.clear();
        m_history = std::make_unique<History>([this] { return m_now; });
        connect(m_history.get(), &History::placeWanted, this,
                [this](const HistoryPlace& place) { m_places.push_back(place); });
    }

    void undoAndRedoAskForTheScenesExactly() {
        const double third = 1.0 / 3;
        edit(at(0.1 + 0.2), at(third));
        QVERIFY(m_places.empty());
        stack().undo();
        stack().redo();
        QCOMPARE(m_places.size(), std::size_t{2});
        QCOMPARE(m_places[0].scene.parameters.real("p"), 0.1 + 0.2);
        QCOMPARE(m_places[1].scene.parameters.real("p"), third);
        QCOMPARE(m_places[0].shownLab, std::string("sample"));
        QVERIFY(!m_places[0].whole);
    }

    void changesOfOneValueMergeUpTo300Milliseconds_data() {
        QTest::addColumn<int>("pause");
        QTest::addColumn<int>("steps");
        QTest::newRow("at once") << 0 << 1;
        QTest::newRow("300 ms") << 300 << 1;
        QTest::newRow("301 ms") << 301 << 2;
    }
    void changesOfOneValueMergeUpTo300Milliseconds() {
        QFETCH(int, pause);
        QFETCH(int, steps);
        edit(at(0.3), at(0.4));
        m_now += pause;
        edit(at(0.4), at(0.5));
        QCOMPARE(stack().count(), steps);
    }

    void aLongDragIsOneStepFromWhereItBegan() {
        for (int i = 0; i < 100; ++i) {
            edit(at(0.3 + i * 0.001), at(0.3 + (i + 1) * 0.001));
            m_now += 16;
        }
        QCOMPARE(stack().count(), 1);
        QCOMPARE(stack().undoText(), QStringLiteral("p 0.30 → 0.40"));
        stack().undo();
        QCOMPARE(m_places.back().scene, at(0.3));
    }

    void changesOfDifferentValuesStayApart() {
        edit(at(0.3), at(0.4));
        edit(at(0.4), at(0.4, 50));
        edit(at(0.4, 50), at(0.5, 50));
        QCOMPARE(stack().count(), 3);
    }

    void changesOfTheSameValueOfTwoLabsStayApart() {
        edit(at(0.3), at(0.4));
        Scene before = at(0.3);
        before.lab = "other";
        Scene after = at(0.4);
        after.lab = "other";
        edit(before, after);
        QCOMPARE(stack().count(), 2);
        stack().undo();
        QCOMPARE(m_places.back().shownLab, std::string("other"));
    }

    void aChangeThatEndsWhereItBeganVanishes() {
        edit(at(0.2), at(0.3));
        m_now += 1000;
        edit(at(0.3), at(0.4));
        edit(at(0.4), at(0.3));
        QCOMPARE(stack().count(), 1);
        QCOMPARE(stack().undoText(), QStringLiteral("p 0.20 → 0.30"));
        edit(at(0.3), at(0.35)); // the same drag goes on
        QCOMPARE(stack().undoText(), QStringLiteral("p 0.30 → 0.35"));
    }

    void noChangeIsNoStep() {
        edit(at(0.3), at(0.3), QStringLiteral("preset three"));
        Scene zoomed = at(0.3);
        zoomed.view.axes = AxesMode::locked;
        edit(at(0.3), zoomed);
        QCOMPARE(stack().count(), 0);
    }

    void aNamedStepStandsAlone() {
        edit(at(0.3), at(0.4));
        edit(at(0.4), at(0.5), QStringLiteral("preset A & B"));
        edit(at(0.5), at(0.6));
        QCOMPARE(stack().count(), 3);
        QCOMPARE(stack().text(1), QStringLiteral("preset A && B"));
    }

    void whatFollowsAnUndoIsAStepOfItsOwn() {
        edit(at(0.3), at(0.4));
        m_now += 1000;
        edit(at(0.4), at(0.5));
        stack().undo();
        edit(at(0.4), at(0.6));
        QCOMPARE(stack().count(), 2);
        QVERIFY(!stack().canRedo());
        stack().undo();
        QCOMPARE(m_places.back().scene, at(0.4));
    }

    void anOpeningRemembersTheLabBeforeIt() {
        Scene before = at(0.3);
        before.view.theme = ThemeChoice::light;
        Scene after = at(0.9);
        after.view.theme = ThemeChoice::dark;
        m_history->addOpening(before, after, "other", QStringLiteral("open drops"));
        stack().undo();
        QCOMPARE(m_places.back().scene, before);
        QCOMPARE(m_places.back().shownLab, std::string("other"));
        QVERIFY(m_places.back().whole);
        stack().redo();
        QCOMPARE(m_places.back().scene, after);
        QCOMPARE(m_places.back().shownLab, std::string("sample"));
    }

    void openingWhatIsOpenIsNoStep() {
        m_history->addOpening(at(0.3), at(0.3), "sample", QStringLiteral("open"));
        QCOMPARE(stack().count(), 0);
        m_history->addOpening(at(0.3), at(0.3), "other", QStringLiteral("open"));
        QCOMPARE(stack().count(), 1);
    }

    void theNewest500StepsAreKept() {
        for (int i = 0; i < 600; ++i) {
            m_now += 1000;
            edit(at(0.3, i + 1), at(0.3, i + 2));
        }
        QCOMPARE(stack().count(), 500);
        while (stack().canUndo())
            stack().undo();
        QCOMPARE(m_places.back().scene.parameters.integer("units"), std::int64_t{101});
    }
};

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
