#include "ui/window/status_strip.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumbline;

class TestStatusStrip : public QObject {
    Q_OBJECT

  private slots:
    void theStateIsSaidWithTheRate_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, RunState state, const char* text) {
            QTest::newRow(name) << static_cast<int>(state) << QString::fromUtf8(text);
        };
        row("running", RunState::running, "5.1 M trials/s");
        row("paused", RunState::paused, "paused");
        row("stepping", RunState::stepping, "stepping · 5.1 M trials/s");
        row("watching", RunState::watching, "watching");
        row("done", RunState::done, "done · 5.1 M trials/s");
    }
    void theStateIsSaidWithTheRate() {
        QFETCH(int, state);
        QFETCH(QString, text);
        StatusStrip strip;
        strip.setRate(5.1e6);
        strip.setState(static_cast<RunState>(state));
        QCOMPARE(strip.stateLabel()->text(), text);
        strip.setRate(0);
        QVERIFY(!strip.stateLabel()->text().contains(QStringLiteral("trials/s")));
    }

    void nothingIsCutInTheSmallestWindow_data() {
        QTest::addColumn<qint64>("trials");
        QTest::newRow("a thousand") << qint64{1000};
        QTest::newRow("a million") << qint64{1'000'000};
        QTest::newRow("a trillion") << qint64{1'000'000'000'000};
    }
    void nothingIsCutInTheSmallestWindow() {
        QFETCH(qint64, trials);
        StatusStrip strip;
        strip.setTrials(trials, trials);
        strip.setRate(5.1e6);
        strip.addFrameTime(12);
        strip.setState(RunState::done);
        strip.setNote(QStringLiteral("a note of so many words that there is no room for it here"));
        strip.resize(640, strip.height());
        strip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&strip));
        int right = 0;
        for (const QWidget* part :
             {static_cast<QWidget*>(strip.trialsLabel()), static_cast<QWidget*>(strip.progress()),
              static_cast<QWidget*>(strip.stateLabel()), static_cast<QWidget*>(strip.note())}) {
            QVERIFY(part->x() >= right);
            right = part->geometry().right();
        }
        for (const SteadyText* text : {strip.trialsLabel(), strip.stateLabel()})
            QVERIFY(text->width() >= text->sizeHint().width());
        QVERIFY(right <= 640);
    }

    void aNoteIsSpokenAtACalmRateAndItsLastWordsAlways() {
        NoteText note;
        QStringList spoken;
        for (int i = 0; i < 30; ++i) {
            note.setText(QStringLiteral("Trial %1").arg(i));
            if (spoken.isEmpty() || spoken.last() != note.accessibleName())
                spoken << note.accessibleName();
            QTest::qWait(10);
        }
        QCOMPARE(spoken, QStringList{QStringLiteral("Trial 0")});
        QCOMPARE(note.text(), QStringLiteral("Trial 29"));
        QTRY_COMPARE(note.accessibleName(), QStringLiteral("Trial 29"));
    }
};

QTEST_MAIN(TestStatusStrip)
#include "tst_status_strip.moc"
