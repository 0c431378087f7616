#include "ui/export/export_files.h"

#include "core/io/output_file.h"
#include "core/io/output_folder.h"
#include "core/report/report_csv.h"
#include "core/report/report_json.h"
#include "ui/export/picture_file.h"

#include <algorithm>

namespace plumbline {
namespace {

using Outcome = std::optional<std::string>;
using Job = std::function<Outcome()>;

bool isTablesFolder(const ExportRequest& request, ExportFormat format) {
    return format == ExportFormat::csv && !request.picture.figure;
}

Job pictureJob(const std::string& path, const Report& report, const LabDescription& lab,
               const ImageRequest& request) {
    return [path, encode = drawPicture(*pictureFormatOf(path), report, lab, request)]() -> Outcome {
        const QByteArray bytes = encode();
        if (bytes.isEmpty())
            return "there is not enough memory for " + path;
        return writeOutputFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    };
}

Job tablesJob(const std::string& path, const std::shared_ptr<const Report>& report,
              const std::optional<std::string>& figure) {
    if (figure)
        return [=] { return writeOutputFile(path, figureTable(*report->figure(*figure), ',')); };
    return [=] { return writeOutputFolder(path, reportCsv(*report)); };
}

} // namespace

QString formatName(ExportFormat format) {
    switch (format) {
    case ExportFormat::png:
        return QStringLiteral("png");
    case ExportFormat::svg:
        return QStringLiteral("svg");
    case ExportFormat::pdf:
        return QStringLiteral("pdf");
    case ExportFormat::csv:
        return QStringLiteral("csv");
    case ExportFormat::json:
        return QStringLiteral("json");
    }
    return {};
}

bool ExportRequest::needsArrays() const {
    return std::ranges::any_of(formats, [this](ExportFormat format) {
        return format == ExportFormat::json || isTablesFolder(*this, format);
    });
}

std::optional<std::pair<QString, ExportFormat>> splitFormat(const QString& path) {
    for (const ExportFormat format : kExportFormats) {
        const QString ending = u'.' + formatName(format);
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return std::pair(path.chopped(ending.size()), format);
    }
    return std::nullopt;
}

std::string exportPath(const ExportRequest& request, ExportFormat format) {
    const std::string link = isTablesFolder(request, format) ? "-" : ".";
    return request.base + link + formatName(format).toStdString();
}

std::optional<std::string> checkExport(const ExportRequest& request, const Report& report) {
    if (auto problem = checkImageRequest(request.picture, report))
        return problem;
    for (const ExportFormat format : request.formats) {
        const std::string path = exportPath(request, format);
        auto problem =
            isTablesFolder(request, format) ? checkOutputFolder(path, {}) : checkOutputFile(path);
        if (problem)
            return problem;
    }
    return std::nullopt;
}

std::function<std::optional<std::string>()>
prepareExport(const ExportRequest& request, const std::shared_ptr<const Report>& report,
              const RunRecord& record, const LabDescription& lab) {
    std::vector<Job> jobs;
    for (const ExportFormat format : request.formats) {
        const std::string path = exportPath(request, format);
        if (format == ExportFormat::csv)
            jobs.push_back(tablesJob(path, report, request.picture.figure));
        else if (format == ExportFormat::json)
            jobs.push_back([=] { return writeOutputFile(path, reportJson(*report, record)); });
        else
            jobs.push_back(pictureJob(path, *report, lab, request.picture));
    }
    return [jobs]() -> Outcome {
        for (const Job& job : jobs) {
            if (auto problem = job())
                return problem;
        }
        return std::nullopt;
    };
}

} // namespace plumbline
