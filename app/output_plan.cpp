#include "app/output_plan.h"

#include "core/io/output_file.h"
#include "core/report/report_csv.h"
#include "core/report/report_json.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace plumbline {

namespace {

namespace fs = std::filesystem;

ExitCode refuse(ExitCode code, const std::string& message) {
    printMessage(message);
    return code;
}

/// What would stop the folder from being made or filled.
std::optional<std::string> checkFolder(const std::string& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error))
        return checkOutputFile((fs::path(folder) / "plumbline.csv").string());
    if (fs::exists(folder, error))
        return "cannot write into " + folder + ": it is not a folder";
    return checkOutputFile(folder);
}

ExitCode writeFile(const std::string& path, std::string_view bytes) {
    const auto problem = writeOutputFile(path, bytes);
    return problem ? refuse(ExitCode::systemError, *problem) : ExitCode::good;
}

} // namespace

ExitCode OutputPlan::prepare(const RunOptions& options, const Scene& scene, const Report& preview) {
    m_json = options.json;
    m_csvFolder = options.csvFolder;
    if (const auto problem = m_images.read(options, scene, preview))
        return refuse(ExitCode::badInput, *problem);
    std::set<std::string> targets;
    for (const auto& image : m_images.paths())
        if (!targets.insert(image).second || image == m_json)
            return refuse(ExitCode::badInput, "two outputs name the same file, " + image);
    return checkTargets();
}

ExitCode OutputPlan::checkTargets() const {
    std::optional<std::string> problem;
    if (!m_json.empty() && !jsonOnStdout())
        problem = checkOutputFile(m_json);
    if (!problem && !m_csvFolder.empty())
        problem = checkFolder(m_csvFolder);
    for (const auto& image : m_images.paths())
        if (!problem)
            problem = checkOutputFile(image);
    if (!problem)
        problem = m_images.checkSystem();
    return problem ? refuse(ExitCode::systemError, *problem) : ExitCode::good;
}

ExitCode OutputPlan::write(const Report& report, const RunRecord& record) const {
    ExitCode code = ExitCode::good;
    const auto keepWorst = [&](ExitCode each) { code = std::max(code, each); };
    if (jsonOnStdout())
        keepWorst(printResult(reportJson(report, record)));
    else if (!m_json.empty())
        keepWorst(writeFile(m_json, reportJson(report, record)));
    if (!m_csvFolder.empty())
        keepWorst(writeCsv(report));
    for (const auto& image : m_images.paths())
        keepWorst(writeFile(image, m_images.render(report)));
    return code;
}

ExitCode OutputPlan::writeCsv(const Report& report) const {
    std::error_code error;
    fs::create_directory(m_csvFolder, error);
    if (error)
        return refuse(ExitCode::systemError,
                      "cannot make the folder " + m_csvFolder + ": " + error.message());
    for (const auto& [name, content] : reportCsv(report))
        if (const auto code = writeFile((fs::path(m_csvFolder) / name).string(), content);
            code != ExitCode::good)
            return code;
    return ExitCode::good;
}

} // namespace plumbline
