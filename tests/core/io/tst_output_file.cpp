#include "core/io/output_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace plumbline;

class TestOutputFile : public QObject {
    Q_OBJECT

  private slots:
    void init() { QVERIFY(m_folder.isValid()); }
    void aNewFileIsWritten();
    void anOldFileIsReplacedAndKeepsItsPermissions();
    void aLinkIsFollowed();
    void aLinkToNothingMakesTheFile();
    void theProgramsOwnOutputIsContinued();
    void aFifoIsWrittenDirectlyAndStaysAFifo();
    void aDeviceIsWrittenDirectlyAndStaysADevice();
    void aFullDeviceIsAnError();
    void refusalsNameThePathAndTheReason_data();
    void refusalsNameThePathAndTheReason();
    void noTemporaryFileStaysBehind();

  private:
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    static QByteArray content(const std::string& file) {
        QFile f(QString::fromStdString(file));
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("unreadable");
    }
    QTemporaryDir m_folder;
};

void TestOutputFile::aNewFileIsWritten() {
    const std::string bytes("a\0b", 3);
    QVERIFY(!checkOutputFile(path("new")));
    QVERIFY(!QFile::exists(m_folder.filePath("new")));
    QVERIFY(!writeOutputFile(path("new"), bytes));
    QCOMPARE(content(path("new")), QByteArray(bytes.data(), 3));
}

void TestOutputFile::anOldFileIsReplacedAndKeepsItsPermissions() {
    QVERIFY(!writeOutputFile(path("old"), "first"));
    QCOMPARE(::chmod(path("old").c_str(), 0640), 0);
    QVERIFY(!writeOutputFile(path("old"), "second"));
    QCOMPARE(content(path("old")), QByteArray("second"));
    struct stat status {};
    QCOMPARE(::stat(path("old").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0640U);
}

void TestOutputFile::aLinkIsFollowed() {
    QVERIFY(!writeOutputFile(path("target"), "first"));
    QCOMPARE(::symlink("target", path("link").c_str()), 0);
    QVERIFY(!writeOutputFile(path("link"), "second"));
    QVERIFY(QFileInfo(m_folder.filePath("link")).isSymLink());
    QCOMPARE(content(path("target")), QByteArray("second"));
}

void TestOutputFile::aLinkToNothingMakesTheFile() {
    QCOMPARE(::symlink("last", path("first").c_str()), 0);
    QCOMPARE(::symlink("yet to be made", path("last").c_str()), 0);
    QVERIFY(!checkOutputFile(path("first")));
    QVERIFY(!writeOutputFile(path("first"), "made"));
    QVERIFY(QFileInfo(m_folder.filePath("first")).isSymLink());
    QVERIFY(QFileInfo(m_folder.filePath("last")).isSymLink());
    QVERIFY(!QFileInfo(m_folder.filePath("yet to be made")).isSymLink());
    QCOMPARE(content(path("yet to be made")), QByteArray("made"));
    QCOMPARE(::symlink("none/file", path("lost").c_str()), 0);
    QVERIFY(checkOutputFile(path("lost")));
    QCOMPARE(::symlink("circle", path("circle").c_str()), 0);
    QVERIFY(writeOutputFile(path("circle"), "never"));
}

/// As in `plumbline run ... --json /dev/stdout > file`, which prints more after the report.
void TestOutputFile::theProgramsOwnOutputIsContinued() {
    const int kept = ::dup(STDOUT_FILENO);
    const int file = ::open(path("redirected").c_str(), O_WRONLY | O_CREAT, 0600);
    QCOMPARE(::dup2(file, STDOUT_FILENO), STDOUT_FILENO);
    const bool begun = ::write(STDOUT_FILENO, "before ", 7) == 7;
    const auto problem = writeOutputFile("/dev/stdout", "report");
    const bool ended = ::write(STDOUT_FILENO, " after", 6) == 6;
    ::dup2(kept, STDOUT_FILENO);
    ::close(file);
    ::close(kept);
    QVERIFY(begun && !problem && ended);
    QCOMPARE(content(path("redirected")), QByteArray("before report after"));
}

void TestOutputFile::aFifoIsWrittenDirectlyAndStaysAFifo() {
    QCOMPARE(::mkfifo(path("fifo").c_str(), 0600), 0);
    QByteArray read;
    std::jthread reader([&] { read = content(path("fifo")); });
    QVERIFY(!writeOutputFile(path("fifo"), "through"));
    reader.join();
    QCOMPARE(read, QByteArray("through"));
    struct stat status {};
    QCOMPARE(::stat(path("fifo").c_str(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
}

void TestOutputFile::aDeviceIsWrittenDirectlyAndStaysADevice() {
    // As root a rename over a device would destroy it: only dare with the FIFO test passed.
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(!writeOutputFile("/dev/null", "gone"));
    struct stat status {};
    QCOMPARE(::stat("/dev/null", &status), 0);
    QVERIFY(S_ISCHR(status.st_mode));
}

void TestOutputFile::aFullDeviceIsAnError() {
    const auto problem = writeOutputFile("/dev/full", "does not fit");
    QVERIFY(problem);
    QVERIFY(problem->find("/dev/full") != std::string::npos);
    QVERIFY(problem->find("No space left") != std::string::npos);
}

void TestOutputFile::refusalsNameThePathAndTheReason_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no name") << ""
                             << "without a name";
    QTest::newRow("a folder") << m_folder.path() << "is a folder";
    QTest::newRow("no folder") << m_folder.filePath("none/file") << "there is no folder";
    QTest::newRow("a file as folder") << "/dev/null/file"
                                      << "Not a directory";
    QTest::newRow("too long a name") << m_folder.filePath(QString(300, 'x')) << "too long";
}

void TestOutputFile::refusalsNameThePathAndTheReason() {
    QFETCH(QString, target);
    QFETCH(QString, reason);
    const auto problem = checkOutputFile(target.toStdString());
    QVERIFY(problem);
    QVERIFY2(QString::fromStdString(*problem).contains(reason), problem->c_str());
    QVERIFY(QString::fromStdString(*problem).contains(target));
    QVERIFY(writeOutputFile(target.toStdString(), "x"));
}

void TestOutputFile::noTemporaryFileStaysBehind() {
    const QDir folder(m_folder.path());
    for (const auto& name : folder.entryList(QDir::Files | QDir::Hidden | QDir::System))
        QVERIFY2(!name.startsWith('.'), qPrintable(name));
}

QTEST_APPLESS_MAIN(TestOutputFile)
#include "tst_output_file.moc"
