#include "ui/session/autosave.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>
#include <cstdio>

using namespace plumbline;

namespace {

std::unique_ptr<Autosave> autosaveOf(const QString& folder, const std::string& content) {
    return std::make_unique<Autosave>(folder, [content] { return content; });
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class TestAutosave : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> m_base;
    QString m_folder; ///< yet to be made

    void leave(const std::string& content) {
        auto dying = autosaveOf(m_folder, content);
        dying->touch();
        dying->flush();
    }

  private slots:
    void init() {
        m_base = std::make_unique<QTemporaryDir>();
        m_folder = m_base->filePath(QStringLiteral("deep/autosave"));
    }

    void nothingIsWrittenBeforeAChange() {
        autosaveOf(m_folder, "scene")->flush();
        QVERIFY(!QFile::exists(m_folder));
    }

    void aChangeIsOnDiskWithinSeconds() {
        const auto autosave = autosaveOf(m_folder, "scene");
        autosave->touch();
        QTRY_COMPARE_WITH_TIMEOUT(contentOf(autosave->file()), QByteArray("scene"), 4000);
    }

    void aStreamOfChangesDoesNotPutItOff() {
        const auto autosave = autosaveOf(m_folder, "scene");
        for (int i = 0; i < 60 && !QFile::exists(autosave->file()); ++i) {
            autosave->touch();
            QTest::qWait(50);
        }
        QVERIFY(QFile::exists(autosave->file()));
    }

    void aCleanEndLeavesNothing() {
        const auto autosave = autosaveOf(m_folder, "scene");
        autosave->touch();
        autosave->flush();
        QCOMPARE(contentOf(autosave->file()), QByteArray("scene"));
        autosave->finish();
        QCOMPARE(filesIn(m_folder), QStringList());
    }

    void whatADeadOneLeftIsFoundAndDiscarded() {
        leave("scene");
        const auto next = autosaveOf(m_folder, "next");
        QVERIFY(!next->leftBehind());
        next->findLeftBehind();
        QCOMPARE(next->leftBehind(), std::optional<std::string>("scene"));
        next->discardLeftBehind();
        QVERIFY(!next->leftBehind());
        QCOMPARE(filesIn(m_folder), QStringList());
    }

    void aProcessThatIsKilledLeavesItsScene() {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--hold"), m_folder, QStringLiteral("killed")});
        QVERIFY(child.waitForReadyRead());
        const auto next = autosaveOf(m_folder, "next");
        next->findLeftBehind();
        QVERIFY(!next->leftBehind()); // it lives
        child.kill();
        QVERIFY(child.waitForFinished());
        next->findLeftBehind();
        QCOMPARE(next->leftBehind(), std::optional<std::string>("killed"));
    }

    void theLivingKeepTheirsFromEachOther() {
        const auto first = autosaveOf(m_folder, "first");
        const auto second = autosaveOf(m_folder, "second");
        for (Autosave* each : {first.get(), second.get()}) {
            each->touch();
            each->flush();
        }
        second->findLeftBehind();
        QVERIFY(!second->leftBehind());
        second->finish();
        QCOMPARE(contentOf(first->file()), QByteArray("first"));
    }

    void whatIsOfferedToOneIsNotOfferedToAnother() {
        leave("scene");
        const auto first = autosaveOf(m_folder, "first");
        first->findLeftBehind();
        auto second = autosaveOf(m_folder, "second");
        second->findLeftBehind();
        QVERIFY(first->leftBehind());
        QVERIFY(!second->leftBehind());
    }

    void whatIsNotAnsweredIsOfferedAgain() {
        leave("scene");
        auto first = autosaveOf(m_folder, "first");
        first->findLeftBehind();
        first->finish();
        first.reset();
        const auto second = autosaveOf(m_folder, "second");
        second->findLeftBehind();
        QCOMPARE(second->leftBehind(), std::optional<std::string>("scene"));
    }

    void anEmptyFileIsNoOffer() {
        leave(" \n");
        const auto next = autosaveOf(m_folder, "next");
        next->findLeftBehind();
        QVERIFY(!next->leftBehind());
    }

    void aFolderThatCannotBeIsToldOnce() {
        QFile file(m_base->filePath(QStringLiteral("deep")));
        QVERIFY(file.open(QIODevice::WriteOnly)); // where a folder would have to be
        const auto autosave = autosaveOf(m_folder, "scene");
        const QSignalSpy problems(autosave.get(), &Autosave::problemChanged);
        for (int i = 0; i < 3; ++i) {
            autosave->touch();
            autosave->flush();
        }
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems[0][0].toString().contains(m_folder));
    }

    void aFullDiskIsToldAndForgottenWhenItWorksAgain() {
        const auto autosave = autosaveOf(m_folder, std::string(100000, 'x'));
        QSignalSpy problems(autosave.get(), &Autosave::problemChanged);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{4096, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        autosave->touch();
        autosave->flush();
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, oldHandler);
        QTRY_COMPARE(problems.size(), 1);
        QVERIFY2(problems[0][0].toString().contains(QStringLiteral("File too large")),
                 qPrintable(problems[0][0].toString()));
        QVERIFY(!QFile::exists(autosave->file()));
        autosave->touch();
        autosave->flush();
        QTRY_COMPARE(problems.size(), 2);
        QCOMPARE(problems[1][0].toString(), QString());
        QVERIFY(QFile::exists(autosave->file()));
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--hold")) {
        const auto autosave = autosaveOf(arguments.value(2), arguments.value(3).toStdString());
        autosave->touch();
        autosave->flush();
        std::puts("written");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestAutosave test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_autosave.moc"
