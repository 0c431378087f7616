#include "core/report/report_csv.h"
#include "core/report/report_json.h"
#include "tests/support/sample_lab.h"
#include "ui/export/export_files.h"
#include "ui/export/scene_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace plumbline;

class TestExportFiles : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    std::shared_ptr<const Report> m_report;
    QTemporaryDir m_folder;

    ExportRequest all(const QString& name, std::optional<std::string> figure = {}) {
        return {m_folder.filePath(name).toStdString(),
                {kExportFormats.begin(), kExportFormats.end()},
                {{300, 200}, 1, {}, std::move(figure)}};
    }

    std::string contentOf(const QString& name) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "unreadable";
    }

  private slots:
    void initTestCase() {
        const auto run = m_lab.start(Parameters(m_lab.description().parameters), 7, 500);
        run->advance(500, {});
        m_report = std::make_shared<const Report>(run->report(Detail::complete));
    }

    void aPageIsWrittenInEveryFormatByAnyThread() {
        const RunRecord record{1.5, 2, false};
        const auto work = prepareExport(all("page"), m_report, record, m_lab.description());
        std::optional<std::string> problem = "not run";
        std::thread([&] { problem = work(); }).join();
        QVERIFY2(!problem, problem.value_or("").c_str());
        for (const char* name : {"page.png", "page.svg", "page.pdf"}) {
            const SceneFile file = readSceneFile(m_folder.filePath(QString::fromLatin1(name)));
            QVERIFY2(file.scene.startsWith("plumbline:sample?"), qPrintable(file.problem));
        }
        QCOMPARE(contentOf("page.json"), reportJson(*m_report, record));
        for (const auto& [name, content] : reportCsv(*m_report))
            QCOMPARE(contentOf("page-csv/" + QString::fromStdString(name)), content);
    }

    void aFiguresCsvIsItsOwnTable() {
        const Figure& figure = m_report->figures.at(1);
        const auto work =
            prepareExport(all("figure", figure.id), m_report, {}, m_lab.description());
        QVERIFY(!work());
        QCOMPARE(contentOf("figure.csv"), figureTable(figure, ','));
        QVERIFY(!QDir(m_folder.filePath("figure-csv")).exists());
    }

    void onlyNumbersOfAWholeRunNeedItsArrays() {
        ExportRequest request = all("x", m_report->figures.front().id);
        request.formats = {ExportFormat::png, ExportFormat::csv};
        QVERIFY(!request.needsArrays());
        request.picture.figure.reset();
        QVERIFY(request.needsArrays());
        request.formats = {ExportFormat::json};
        QVERIFY(request.needsArrays());
    }

    void whatStopsAFileIsSaidBeforeAnythingIsDrawn() {
        ExportRequest request = all("none/page");
        const auto folder = checkExport(request, *m_report);
        QVERIFY(folder && folder->find("there is no folder") != std::string::npos);
        request = all("page", "hystogram");
        const auto figure = checkExport(request, *m_report);
        QVERIFY(figure && figure->find("unknown figure") != std::string::npos);
        QVERIFY(!checkExport(all("page"), *m_report));
    }

    void aNameMayEndInAFormat() {
        const auto split = splitFormat("/a/b.c.PNG");
        QVERIFY(split);
        QCOMPARE(split->first, QStringLiteral("/a/b.c"));
        QCOMPARE(split->second, ExportFormat::png);
        QVERIFY(!splitFormat("/a/b.jpg"));
        QVERIFY(!splitFormat("/a/png"));
    }
};

QTEST_MAIN(TestExportFiles)
#include "tst_export_files.moc"
