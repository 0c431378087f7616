#include "ui/export/clipboard.h"

#include "core/report/report_csv.h"
#include "ui/export/picture.h"
#include "ui/export/png_scene.h"
#include "ui/export/vector_picture.h"

#include <QClipboard>
#include <QGuiApplication>

namespace plumbline {
namespace {

bool copy(std::unique_ptr<QMimeData> content) {
    if (!content)
        return false;
    QGuiApplication::clipboard()->setMimeData(content.release());
    return true;
}

} // namespace

std::unique_ptr<QMimeData> figureImageMime(const Report& report, const LabDescription& lab,
                                           const ViewSettings& view, const std::string& figureId) {
    const Figure* figure = report.figure(figureId);
    if (!figure && !figureId.empty())
        return nullptr;
    ImageRequest request{figure ? kFigureImageSize : kPageImageSize, kCopyScale, view, {}};
    if (figure)
        request.figure = figureId;
    const QImage image = renderImage(report, lab, request);
    auto content = std::make_unique<QMimeData>();
    content->setImageData(image);
    content->setData(QStringLiteral("image/png"), encodePng(image, pictureScene(report, request),
                                                            figure ? figure->title : lab.title));
    content->setData(QStringLiteral("image/svg+xml"), renderSvg(report, lab, request));
    return content;
}

std::unique_ptr<QMimeData> figureDataMime(const Report& report, const std::string& figureId) {
    const Figure* figure = report.figure(figureId);
    if (!figure)
        return nullptr;
    auto content = std::make_unique<QMimeData>();
    content->setText(QString::fromStdString(figureTable(*figure, '\t')));
    content->setData(QStringLiteral("text/csv"),
                     QByteArray::fromStdString(figureTable(*figure, ',')));
    return content;
}

bool copyFigureImage(const Report& report, const LabDescription& lab, const ViewSettings& view,
                     const std::string& figureId) {
    return copy(figureImageMime(report, lab, view, figureId));
}

bool copyFigureData(const Report& report, const std::string& figureId) {
    return copy(figureDataMime(report, figureId));
}

} // namespace plumbline
