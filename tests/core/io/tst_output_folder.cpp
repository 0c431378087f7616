#include "core/io/output_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

class TestOutputFolder : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    static QByteArray contentOf(const std::string& path) {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

  private slots:
    void filesAreWrittenIntoANewFolderAndAnOldOne() {
        for (const char* content : {"first\n", "second\n"}) {
            const auto problem =
                writeOutputFolder(path("tables"), {{"k.csv", content}, {"count.csv", "1\n"}});
            QVERIFY2(!problem, problem.value_or("").c_str());
            QCOMPARE(contentOf(path("tables/k.csv")), QByteArray(content));
        }
        QCOMPARE(QDir(m_folder.filePath("tables")).entryList(QDir::Files).size(), 2);
    }

    void whatStandsInTheWayIsNamed() {
        QFile file(m_folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QDir(m_folder.path()).mkpath("full/k.csv"));
        const auto inFile = checkOutputFolder(path("file"), {"k.csv"});
        QVERIFY(inFile && inFile->find("not a folder") != std::string::npos);
        const auto overFolder = checkOutputFolder(path("full"), {"count.csv", "k.csv"});
        QVERIFY(overFolder && overFolder->find("k.csv: it is a folder") != std::string::npos);
        QVERIFY(checkOutputFolder(path("none/deep"), {"k.csv"}));
        QVERIFY(writeOutputFolder(path("none/deep"), {{"k.csv", "1\n"}}));
        QVERIFY(!checkOutputFolder(path("new"), {"k.csv"}));
    }
};

QTEST_APPLESS_MAIN(TestOutputFolder)
#include "tst_output_folder.moc"
