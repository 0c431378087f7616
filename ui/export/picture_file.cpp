#include "ui/export/picture_file.h"

#include "ui/export/picture.h"
#include "ui/export/png_scene.h"
#include "ui/export/vector_picture.h"

#include <array>
#include <utility>

namespace plumbline {
namespace {

constexpr std::array kSuffixes{std::pair{".png", PictureFormat::png},
                               std::pair{".svg", PictureFormat::svg},
                               std::pair{".pdf", PictureFormat::pdf}};

std::string titleOf(const Report& report, const LabDescription& lab, const ImageRequest& request) {
    return request.figure ? report.figure(*request.figure)->title : lab.title;
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const std::string& path) {
    for (const auto& [suffix, format] : kSuffixes) {
        const std::string_view ending(suffix);
        if (path.size() > ending.size() && path.ends_with(ending) &&
            path[path.size() - ending.size() - 1] != '/')
            return format;
    }
    return std::nullopt;
}

std::function<QByteArray()> drawPicture(PictureFormat format, const Report& report,
                                        const LabDescription& lab, const ImageRequest& request) {
    if (format == PictureFormat::png)
        return [image = renderImage(report, lab, request), scene = pictureScene(report, request),
                title = titleOf(report, lab, request)] { return encodePng(image, scene, title); };
    const QByteArray bytes = format == PictureFormat::svg ? renderSvg(report, lab, request)
                                                          : renderPdf(report, lab, request);
    return [bytes] { return bytes; };
}

} // namespace plumbline
