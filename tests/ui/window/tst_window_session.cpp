#include "tests/support/sample_lab.h"
#include "ui/controls/number_box.h"
#include "ui/controls/number_control.h"
#include "ui/controls/parameter_panel.h"
#include "ui/session/autosave.h"
#include "ui/session/scene_source.h"
#include "ui/window/banner.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/session_files.h"
#include "ui/window/status_strip.h"
#include "ui/window/top_bar.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

class TestWindowSession : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    SampleLab m_other{{}, "other", "Other units"};
    const std::vector<const Lab*> m_labs{&m_lab, &m_other};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    Storage storage() const { return {path("settings.ini"), path("autosave")}; }
    std::unique_ptr<MainWindow> opened(const std::optional<Scene>& scene = std::nullopt) {
        auto window = std::make_unique<MainWindow>(m_labs, scene, storage());
        window->show();
        return window;
    }
    static void setP(MainWindow& window, double p) {
        auto* control =
            qobject_cast<NumberControl*>(window.labPanel()->parameterPanel()->control("p"));
        emit control->box()->valueEdited(p);
    }
    static double p(const MainWindow& window) { return window.scene().parameters.real("p"); }
    QStringList left() const {
        return QDir(path("autosave")).entryList({QStringLiteral("*.scenes")}, QDir::Files);
    }
    /// As if the program had been killed.
    static void crash(std::unique_ptr<MainWindow>& window) {
        window->autosave()->flush();
        window.reset();
    }
    void restore() {
        for (QPushButton* answer : m_window->offer()->findChildren<QPushButton*>())
            if (answer->text() == QStringLiteral("Restore"))
                return QTest::mouseClick(answer, Qt::LeftButton);
        QFAIL("there is no answer that restores");
    }
    QMenu* menu(int index) {
        return m_window->topBar()->menuBar()->actions().at(index)->menu<QMenu*>();
    }
    QMenu* recentMenu() {
        for (QMenu* each : menu(0)->findChildren<QMenu*>())
            if (each->title().contains(QStringLiteral("recent")))
                return each;
        return nullptr;
    }

  private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_window.reset(); }

    void withoutAStorageNothingIsWritten() {
        m_window = std::make_unique<MainWindow>(m_labs);
        QVERIFY(!m_window->autosave());
        setP(*m_window, 0.5);
        m_window->close();
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void savingAndOpeningRoundTrips() {
        m_window = opened();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Sample units – Plumbline"));
        setP(*m_window, 1.0 / 3);
        const Scene saved = m_window->scene();
        m_window->files()->saveTo(path("drops.plumbline"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("drops[*] – Sample units – Plumbline"));
        QVERIFY(!m_window->isWindowModified());
        setP(*m_window, 0.9);
        QVERIFY(m_window->isWindowModified());
        m_window->openFile(path("drops.plumbline"));
        QCOMPARE(m_window->scene(), saved);
        QVERIFY(!m_window->isWindowModified());
        m_window->history().stack()->undo();
        QCOMPARE(p(*m_window), 0.9);
        QVERIFY(m_window->isWindowModified());
    }

    void openingKeepsTheOtherLabs() {
        m_window = opened();
        setP(*m_window, 0.9);
        Scene other = defaultScene(m_other);
        other.parameters.set("p", 0.6);
        Session().save(path("other.plumbline"), other);
        m_window->openFile(path("other.plumbline"));
        QCOMPARE(m_window->scene().lab, std::string("other"));
        QCOMPARE(p(*m_window), 0.6);
        m_window->history().stack()->undo(); // the opening: back to the lab before it
        QCOMPARE(m_window->scene().lab, std::string("sample"));
        QCOMPARE(p(*m_window), 0.9);
    }

    void saveAsksForAFileOnlyTheFirstTime() {
        m_window = opened();
        m_window->files()->save();
        auto* dialog = m_window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        dialog->setDirectory(m_folder->path());
        dialog->selectFile(QStringLiteral("lesson"));
        static_cast<QDialog*>(dialog)->accept();
        QTRY_VERIFY(QFile::exists(path("lesson.plumbline")));
        QTRY_VERIFY(!m_window->findChild<QFileDialog*>());
        setP(*m_window, 0.5);
        m_window->files()->save();
        QVERIFY(!m_window->findChild<QFileDialog*>());
        QVERIFY(!m_window->isWindowModified());
    }

    void aFailedSaveSaysSoAndKeepsTheMark() {
        m_window = opened();
        m_window->files()->saveTo(path("drops.plumbline"));
        setP(*m_window, 0.5);
        m_window->files()->saveTo(QStringLiteral("/dev/full"));
        QVERIFY2(m_window->notice()->message().contains(QStringLiteral("/dev/full")),
                 qPrintable(m_window->notice()->message()));
        QVERIFY(m_window->notice()->isVisible());
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(m_window->files()->session().name(), QStringLiteral("drops"));
        QTest::mouseClick(m_window->notice()->dismissButton(), Qt::LeftButton);
        QVERIFY(!m_window->notice()->isVisible());
    }

    void whatCannotBeReadBackIsNotSaved() {
        Scene poisson = defaultScene(m_lab);
        poisson.parameters.set("kind", std::string("poisson"));
        m_window = opened(poisson);
        auto* rate =
            qobject_cast<NumberControl*>(m_window->labPanel()->parameterPanel()->control("rate"));
        emit rate->box()->valueEdited(100);
        QVERIFY(!m_window->labPanel()->isValid());
        m_window->files()->saveTo(path("broken.plumbline"));
        QVERIFY(!QFile::exists(path("broken.plumbline")));
        QVERIFY2(m_window->notice()->message().contains(QStringLiteral("at most 100")),
                 qPrintable(m_window->notice()->message()));
    }

    void aBadFileLeavesTheScreenAsItWas() {
        m_window = opened();
        setP(*m_window, 0.7);
        const Scene before = m_window->scene();
        QFile file(path("newer.plumbline"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("plumbline:sample?v=99");
        file.close();
        m_window->openFile(file.fileName());
        QCOMPARE(m_window->scene(), before);
        QVERIFY(m_window->notice()->message().contains(file.fileName()));
        QVERIFY(m_window->notice()->message().contains(QStringLiteral("newer Plumbline")));
        QCOMPARE(m_window->history().stack()->count(), 1);
        m_window->files()->saveTo(path("good.plumbline"));
        m_window->openFile(path("good.plumbline"));
        QVERIFY(m_window->notice()->message().isEmpty());
    }

    void recentFilesAreInTheMenuAndMissingOnesGrey() {
        m_window = opened();
        m_window->files()->saveTo(path("first.plumbline"));
        m_window->files()->saveTo(path("second.plumbline"));
        QVERIFY(QFile::remove(path("first.plumbline")));
        QMenu* recent = recentMenu();
        QVERIFY(recent);
        emit recent->aboutToShow();
        QVERIFY(recent->actions()[0]->text().contains(QStringLiteral("second.plumbline")));
        QVERIFY(recent->actions()[0]->isEnabled());
        QVERIFY(!recent->actions()[1]->isEnabled());
        setP(*m_window, 0.9);
        recent->actions()[0]->trigger();
        QCOMPARE(p(*m_window), 0.3);
        emit recent->aboutToShow();
        recent->actions().back()->trigger(); // clear
        QVERIFY(m_window->files()->recent().files().isEmpty());
    }

    void theNextWindowIsAsTheLastOneWas() {
        m_window = opened();
        setP(*m_window, 0.9);
        Scene other = defaultScene(m_other);
        other.parameters.set("p", 1.0 / 3);
        other.view.set("histogram", {.x = AxisRange{1, 9}, .y = {}, .hidden = {}});
        m_window->openScene(other);
        m_window->setThemeChoice(ThemeChoice::dark);
        m_window->resize(900, 700);
        m_window->topBar()->controlsButton()->setChecked(true);
        m_window->files()->saveTo(path("drops.plumbline"));
        m_window->close();
        QVERIFY(left().isEmpty());
        m_window = opened();
        QVERIFY(!m_window->offer()->isVisible());
        QCOMPARE(m_window->size(), QSize(900, 700));
        QCOMPARE(m_window->themeChoice(), ThemeChoice::dark);
        QVERIFY(m_window->topBar()->controlsButton()->isChecked());
        QCOMPARE(m_window->scene().lab, std::string("other"));
        QCOMPARE(p(*m_window), 1.0 / 3);
        QCOMPARE(m_window->scene().view.of("histogram"), other.view.of("histogram"));
        QCOMPARE(m_window->files()->recent().files(), QStringList(path("drops.plumbline")));
        m_window->findChild<QListWidget*>(QStringLiteral("labList"))->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Up);
        QCOMPARE(m_window->scene().lab, std::string("sample"));
        QCOMPARE(p(*m_window), 0.9);
    }

    void aSceneOnTheCommandLineComesFirst() {
        m_window = opened();
        setP(*m_window, 0.9);
        m_window->setThemeChoice(ThemeChoice::dark);
        m_window->close();
        Scene scene = defaultScene(m_lab);
        scene.parameters.set("p", 0.2);
        scene.view.theme = ThemeChoice::light;
        m_window = opened(scene);
        QCOMPARE(m_window->scene(), scene);
    }

    void damagedSettingsAreIgnored() {
        QFile file(storage().settingsFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\ngeometry=@ByteArray(nonsense)\ntheme=purple\n[labs]\n"
                   "scenes=plumbline:nowhere, plumbline:sample?p=9, plumbline:other?p=0.8\n[[[");
        file.close();
        m_window = opened();
        QCOMPARE(m_window->scene().lab, std::string("other"));
        QCOMPARE(p(*m_window), 0.8);
        m_window->close();
        m_window = opened();
        QCOMPARE(p(*m_window), 0.8);
    }

    void afterACrashEverythingIsOfferedAgain() {
        m_window = opened();
        setP(*m_window, 0.9);
        Scene other = defaultScene(m_other);
        other.parameters.set("p", 1.0 / 3);
        other.view.theme = ThemeChoice::dark;
        m_window->openScene(other);
        const Scene last = m_window->scene();
        crash(m_window);
        QCOMPARE(left().size(), 1);

        m_window = opened();
        m_window->setThemeChoice(ThemeChoice::light);
        QVERIFY(m_window->offer()->isVisible());
        QCOMPARE(p(*m_window), 0.3);
        restore();
        QCOMPARE(m_window->scene(), last);
        QVERIFY(!m_window->offer()->isVisible());
        m_window->history().stack()->undo();
        QCOMPARE(m_window->scene().lab, std::string("sample"));
        QCOMPARE(p(*m_window), 0.9);
        QCOMPARE(left().size(), 1); // its own now
        m_window->close();
        QVERIFY(left().isEmpty());
    }

    void aDismissedOfferIsGone() {
        m_window = opened();
        setP(*m_window, 0.9);
        crash(m_window);
        m_window = opened();
        QVERIFY(m_window->offer()->isVisible());
        QTest::mouseClick(m_window->offer()->dismissButton(), Qt::LeftButton);
        QVERIFY(!m_window->offer()->isVisible());
        QVERIFY(left().isEmpty());
        QCOMPARE(p(*m_window), 0.3);
    }

    void aDamagedLineOfTheAutosaveIsToldAndTheRestRestored() {
        QVERIFY(QDir().mkpath(path("autosave")));
        QFile file(path("autosave/dead.scenes"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("plumbline:sample?p=0.9\nplumbline:other?p=7\n");
        file.close();
        m_window = opened();
        restore();
        QCOMPARE(p(*m_window), 0.9);
        QVERIFY2(m_window->notice()->message().contains(QStringLiteral("line 2: p must lie")),
                 qPrintable(m_window->notice()->message()));
    }

    void twoWindowsLeaveEachOtherAlone() {
        m_window = opened();
        setP(*m_window, 0.9);
        m_window->autosave()->flush();
        auto second = opened();
        QVERIFY(!second->offer()->isVisible());
        setP(*second, 0.1);
        second->autosave()->flush();
        QCOMPARE(left().size(), 2);
        second->close();
        QCOMPARE(left().size(), 1);
        second.reset();
        crash(m_window);
        m_window = opened();
        QVERIFY(m_window->offer()->isVisible());
    }

    void anAutosaveThatFailsIsToldInTheStrip() {
        QFile file(path("autosave"));
        QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder would have to be
        m_window = opened();
        setP(*m_window, 0.9);
        m_window->autosave()->flush();
        QVERIFY2(m_window->statusStrip()->note()->text().contains(QStringLiteral("not autosaved")),
                 qPrintable(m_window->statusStrip()->note()->text()));
        m_window->close();
    }

    void textThatIsBeingTypedCountsWhenTheWindowCloses() {
        m_window = opened();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        auto* box = m_window->labPanel()->parameterPanel()->findChild<NumberBox*>();
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("0.7"));
        m_window->close();
        m_window = opened();
        QCOMPARE(p(*m_window), 0.7);
    }
};

QTEST_MAIN(TestWindowSession)
#include "tst_window_session.moc"
