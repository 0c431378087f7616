#include "ui/session/recent_files.h"
#include "ui/session/window_settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

class TestWindowSettings : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    void write(const QByteArray& content) {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

  private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("settings.ini"));
    }

    void readingWritesNothing() {
        QVERIFY(WindowSettings(m_file).state().scenes.empty());
        QVERIFY(!QFile::exists(m_file));
    }

    void aStateComesBack() {
        const std::string scenes = "plumbline:a?p=1,2&note=%0A\nplumbline:b?p=\"x\\y;z\"";
        WindowSettings(m_file).setState(
            {QByteArray("\0\1\xff", 3), ThemeChoice::dark, true, true, scenes});
        const WindowState state = WindowSettings(m_file).state();
        QCOMPARE(state.geometry, QByteArray("\0\1\xff", 3));
        QCOMPARE(state.theme, std::optional(ThemeChoice::dark));
        QVERIFY(state.controlsOpen);
        QVERIFY(state.controlsAside);
        QCOMPARE(state.scenes, scenes);
    }

    void aDamagedFileCountsAsUnset_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("noise") << QByteArray("\x00\xff\x13[[[===\n]]%%", 13);
        QTest::newRow("kinds") << QByteArray(
            "[window]\ntheme=purple\ncontrols=@Size(1 2)\n"
            "geometry=@Variant(\\0\\0\\0)\n[labs]\nscenes=@Rect(1)\n");
        QTest::newRow("cut") << QByteArray("[window]\ngeometry=@ByteArray(\\x1\\xd9");
    }
    void aDamagedFileCountsAsUnset() {
        QFETCH(QByteArray, content);
        write(content);
        WindowSettings settings(m_file);
        QVERIFY(!settings.state().theme);
        QVERIFY(!settings.state().controlsOpen);
        QCOMPARE(settings.recentFiles(), QStringList());
        settings.setState({{}, ThemeChoice::light, false, true, "plumbline:a"});
        QCOMPARE(WindowSettings(m_file).state().theme, std::optional(ThemeChoice::light));
        QCOMPARE(WindowSettings(m_file).state().scenes, std::string("plumbline:a"));
    }

    void aPlaceThatCannotBeWrittenIsNoError() {
        WindowSettings settings(QStringLiteral("/dev/null/settings.ini"));
        settings.setState({{}, ThemeChoice::dark, false, false, {}});
        QCOMPARE(settings.state().theme, std::optional(ThemeChoice::dark));
    }

    void recentFilesAreTheTenNewestWithoutDoubles() {
        WindowSettings settings(m_file);
        RecentFiles recent(&settings);
        for (int i = 0; i < 12; ++i)
            recent.add(QStringLiteral("/lessons/%1.plumbline").arg(i));
        recent.add(QStringLiteral("/lessons/../lessons/5.plumbline"));
        recent.add(QStringLiteral("/lessons/5.plumbline"));
        QCOMPARE(recent.files().size(), 10);
        QCOMPARE(recent.files().front(), QStringLiteral("/lessons/5.plumbline"));
        QCOMPARE(recent.files().count(QStringLiteral("/lessons/5.plumbline")), 1);
        WindowSettings again(m_file);
        QCOMPARE(RecentFiles(&again).files(), recent.files());
        recent.clear();
        WindowSettings cleared(m_file);
        QCOMPARE(RecentFiles(&cleared).files(), QStringList());
    }

    void recentFilesWithoutSettingsLastAsLongAsTheWindow() {
        RecentFiles recent(nullptr);
        recent.add(QStringLiteral("/a.plumbline"));
        QCOMPARE(recent.files(), QStringList(QStringLiteral("/a.plumbline")));
    }
};

QTEST_APPLESS_MAIN(TestWindowSettings)
#include "tst_window_settings.moc"
