#pragma once

#include "ui/export/image.h"

#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumbline {

enum class ExportFormat { png, svg, pdf, csv, json };

inline constexpr std::array kExportFormats{ExportFormat::png, ExportFormat::svg, ExportFormat::pdf,
                                           ExportFormat::csv, ExportFormat::json};

/// "png".
QString formatName(ExportFormat format);

/// Files of several formats that share one name.
struct ExportRequest {
    std::string base; ///< path without an ending
    std::vector<ExportFormat> formats;
    ImageRequest picture;

    /// Whether it takes a report of Detail::complete.
    bool needsArrays() const;
};

/// A path that ends in a format's name: without it, and the format.
std::optional<std::pair<QString, ExportFormat>> splitFormat(const QString& path);

/**
 * What is written for a format: the file BASE.png and so on, and for the tables of a whole page
 * the folder BASE-csv.
 */
std::string exportPath(const ExportRequest& request, ExportFormat format);

/// What would stop the files from being written, before anything is drawn.
std::optional<std::string> checkExport(const ExportRequest& request, const Report& report);

/**
 * Draws the pictures, on the application's thread, and returns what is left to do on any thread:
 * encoding and writing, each file whole or not at all. That gives what went wrong, or nothing.
 */
std::function<std::optional<std::string>()>
prepareExport(const ExportRequest& request, const std::shared_ptr<const Report>& report,
              const RunRecord& record, const LabDescription& lab);

} // namespace plumbline
