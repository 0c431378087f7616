#include "app/image_output.h"

#include "app/output.h"
#include "core/lab/text.h"
#include "core/labs/catalogue.h"
#include "core/report/report_json.h"
#include "ui/export/png_scene.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>
#include <clocale>
#include <limits>

namespace plumbline {

namespace {

constexpr std::string_view kPngSuffix = ".png";

/// Qt's remarks on a machine without a desktop are of no use to whoever asked for a picture.
void keepQuiet(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg)
        printMessage(message.toStdString());
}

/// Rendering needs an application object, though no display.
void needApplication() {
    if (qApp)
        return;
    qInstallMessageHandler(keepQuiet);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int argc = 1;
    static char name[] = "plumbline";
    static char* argv[] = {name, nullptr};
    static QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt has set the user's; numbers are written the same anywhere
}

/// "1280x800"; an unusable size where it is anything else, for checkImageRequest() to refuse.
std::optional<QSize> parseSize(const std::string& text) {
    const auto cross = text.find('x');
    if (cross == std::string::npos)
        return std::nullopt;
    const auto width = parseInteger(text.substr(0, cross));
    const auto height = parseInteger(text.substr(cross + 1));
    if (!width || !height)
        return std::nullopt;
    const auto fitting = [](std::int64_t side) {
        return static_cast<int>(
            std::clamp<std::int64_t>(side, -1, std::numeric_limits<int>::max()));
    };
    return QSize(fitting(*width), fitting(*height));
}

std::optional<std::string> readFigure(const std::string& id, const Report& preview,
                                      std::optional<std::string>& figure) {
    if (id.empty())
        return std::nullopt;
    std::vector<std::string> ids;
    for (const auto& each : preview.figures)
        ids.push_back(each.id);
    if (!preview.figure(id))
        return preview.lab + " has no figure " + inQuotes(id) + " with these parameters" +
               suggestion(id, ids) + " (there are: " + joined(ids, ", ") + ")";
    figure = id;
    return std::nullopt;
}

} // namespace

std::optional<std::string> ImageOutput::read(const RunOptions& options, const Scene& scene,
                                             const Report& preview) {
    m_paths = options.images;
    for (const auto& path : m_paths)
        if (!path.ends_with(kPngSuffix) || path.size() == kPngSuffix.size())
            return "an image must be a FILE.png, got " + inQuotes(path);
    if (auto problem = readFigure(options.figure, preview, m_request.figure))
        return problem;
    m_view = scene.view;
    if (!options.theme.empty()) {
        m_view.theme = themeNamed(options.theme);
        if (!m_view.theme)
            return "theme must be one of light, dark, got " + inQuotes(options.theme) +
                   suggestion(options.theme, {"light", "dark"});
    }
    m_request.theme = m_view.theme.value_or(ThemeChoice::light);
    if (!options.theme.empty())
    m_request.size = m_request.figure ? kFigureImageSize : kPageImageSize;
    if (!options.size.empty()) {
        const auto size = parseSize(options.size);
        if (!size)
            return "size must be WxH in whole numbers, got " + inQuotes(options.size);
        m_request.size = *size;
    }
    if (!options.scale.empty()) {
        const auto scale = parseNumber(options.scale);
        if (!scale)
            return "scale must be a number, got " + inQuotes(options.scale);
        m_request.scale = *scale;
    }
    return m_paths.empty() ? std::nullopt : checkImageRequest(m_request);
}

std::optional<std::string> ImageOutput::checkSystem() const {
    if (m_paths.empty())
        return std::nullopt;
    needApplication();
    if (QFontDatabase::families().isEmpty())
        return "cannot draw an image: no font is installed (Debian: fonts-inter)";
    return std::nullopt;
}

std::string ImageOutput::render(const Report& report) const {
    needApplication();
    const auto& lab = findLab(report.lab)->description();
    const QImage image = renderImage(report, lab, m_request);
    const Figure* figure = m_request.figure ? report.figure(*m_request.figure) : nullptr;
    return encodePng(image, formatScene(reportScene(report, m_view)),
                     figure ? figure->title : lab.title)
        .toStdString();
}

} // namespace plumbline
