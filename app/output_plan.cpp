#include "app/output_plan.h"

#include "core/io/output_file.h"
#include "core/io/output_folder.h"
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

/// "tables" of "tables/", which one may also call a folder that is yet to be made.
std::string withoutLastSlash(const std::string& folder) {
    const fs::path path(folder);
    return path.has_filename() || !path.has_relative_path() ? folder : path.parent_path().string();
}

/// One name for a file however it is spelled; names of streams and what else is no path stay.
std::string oneSpelling(const std::string& path) {
    std::error_code error;
    const fs::path spelled = path.empty() || path == "-" ? fs::path() : fs::absolute(path, error);
    const fs::path resolved = spelled.empty() ? spelled : fs::weakly_canonical(spelled, error);
    return resolved.empty() ? path : resolved.string();
}

ExitCode outcomeOf(const std::optional<std::string>& problem) {
    return problem ? refuse(ExitCode::systemError, *problem) : ExitCode::good;
}

} // namespace

ExitCode OutputPlan::prepare(const RunOptions& options, const Scene& scene, const Report& preview) {
    m_json = options.json;
    m_csvFolder = withoutLastSlash(options.csvFolder);
    if (const auto problem = m_images.read(options, scene, preview))
        return refuse(ExitCode::badInput, *problem);
    std::vector<std::string> files = m_images.paths();
    if (!m_json.empty())
        files.push_back(m_json);
    if (!m_csvFolder.empty())
        for (const auto& name : reportCsvNames(preview))
            files.push_back((fs::path(m_csvFolder) / name).string());
    std::set<std::string> targets;
    for (const auto& file : files)
        if (!targets.insert(oneSpelling(file)).second)
            return refuse(ExitCode::badInput, "two outputs name the same file, " + file);
    return checkTargets(preview);
}

ExitCode OutputPlan::checkTargets(const Report& preview) const {
    std::optional<std::string> problem;
    if (!m_json.empty() && !jsonOnStdout())
        problem = checkOutputFile(m_json);
    if (!problem && !m_csvFolder.empty())
        problem = checkOutputFolder(m_csvFolder, reportCsvNames(preview));
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
        keepWorst(outcomeOf(writeOutputFile(m_json, reportJson(report, record))));
    if (!m_csvFolder.empty())
        keepWorst(outcomeOf(writeOutputFolder(m_csvFolder, reportCsv(report))));
    for (const auto& image : m_images.paths())
        keepWorst(outcomeOf(writeOutputFile(image, m_images.render(image, report))));
    return code;
}

} // namespace plumbline
