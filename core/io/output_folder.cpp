#include "core/io/output_folder.h"

#include "core/io/output_file.h"

#include <filesystem>
#include <system_error>

namespace plumbline {

namespace {

namespace fs = std::filesystem;

} // namespace

std::optional<std::string> writeOutputFolder(const std::string& folder, const NamedFiles& files) {
    std::error_code error;
    fs::create_directory(folder, error);
    if (error)
        return "cannot make the folder " + folder + ": " + error.message();
    for (const auto& [name, content] : files) {
        if (auto problem = writeOutputFile((fs::path(folder) / name).string(), content))
            return problem;
    }
    return std::nullopt;
}

std::optional<std::string> checkOutputFolder(const std::string& folder,
                                             const std::vector<std::string>& names) {
    std::error_code error;
    if (!fs::exists(folder, error))
        return checkOutputFile(folder);
    if (!fs::is_directory(folder, error))
        return "cannot write into " + folder + ": it is not a folder";
    for (const auto& name : names) {
        if (auto problem = checkOutputFile((fs::path(folder) / name).string()))
            return problem;
    }
    return std::nullopt;
}

} // namespace plumbline
