#include "app/image_output.h"

#include "app/output.h"
#include "core/lab/text.h"
#include "core/labs/catalogue.h"
#include "ui/export/picture_file.h"

#include <QApplication>
#include <QFontDatabase>

#include <clocale>

namespace plumbline {

namespace {

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

std::optional<std::string> readTheme(const std::string& text, std::optional<ThemeChoice>& theme) {
    if (text.empty())
        return std::nullopt;
    theme = themeNamed(text);
    if (theme)
        return std::nullopt;
    return "theme must be one of light, dark, got " + inQuotes(text) +
           suggestion(text, {"light", "dark"});
}

std::optional<std::string> readSize(const std::string& text, ImageRequest& request) {
    request.size = request.figure ? kFigureImageSize : kPageImageSize;
    if (text.empty())
        return std::nullopt;
    const auto size = parsePictureSize(text);
    if (const auto* problem = std::get_if<std::string>(&size))
        return *problem;
    request.size = std::get<PictureSize>(size);
    return std::nullopt;
}

std::optional<std::string> readScale(const std::string& text, double& target) {
    if (text.empty())
        return std::nullopt;
    const auto scale = parseNumber(text);
    if (!scale)
        return "scale must be a number, got " + inQuotes(text);
    target = *scale;
    return std::nullopt;
}

} // namespace

std::optional<std::string> ImageOutput::read(const RunOptions& options, const Scene& scene,
                                             const Report& preview) {
    m_paths = options.images;
    for (const auto& path : m_paths)
        if (!pictureFormatOf(path))
            return "an image must be a FILE.png, FILE.svg or FILE.pdf, got " + inQuotes(path);
    m_request.view = scene.view;
    for (auto problem :
         {readFigure(options.figure, preview, m_request.figure),
          readTheme(options.theme, m_request.view.theme), readSize(options.size, m_request),
          readScale(options.scale, m_request.scale)})
        if (problem)
            return problem;
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

std::string ImageOutput::render(const std::string& path, const Report& report) const {
    needApplication();
    const auto& lab = findLab(report.lab)->description();
    return drawPicture(*pictureFormatOf(path), report, lab, m_request)().toStdString();
}

} // namespace plumbline
