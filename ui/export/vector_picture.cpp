#include "ui/export/vector_picture.h"

#include "core/lab/text.h"
#include "core/lab/version.h"
#include "ui/export/picture.h"
#include "ui/export/svg_device.h"
#include "ui/export/svg_engine.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>

namespace plumbline {
namespace {

constexpr double kUnitsPerInch = 96;
constexpr double kPointsPerInch = 72;

/// Fine enough that the writer's whole numbers are no visible rounding.
constexpr int kPdfDotsPerInch = 9600;

QString lengthText(double length, LengthUnit unit) {
    return QString::fromStdString(plainNumber(length)) +
           (unit == LengthUnit::millimetres ? QStringLiteral("mm") : QString());
}

/// XMP specification, part 1; the keywords are those of the Adobe PDF namespace.
QByteArray xmpOf(const Picture& picture, const std::string& scene) {
    const QByteArray creator = QByteArray("Plumbline ") + version();
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           xmlText(picture.title()) +
           "</rdf:li></rdf:Alt></dc:title>\n"
           "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           xmlText(picture.description()) +
           "</rdf:li></rdf:Alt></dc:description>\n"
           "<xmp:CreatorTool>" +
           creator + "</xmp:CreatorTool>\n<pdf:Keywords>" +
           xmlText(QString::fromStdString(scene)) +
           "</pdf:Keywords>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

} // namespace

QByteArray renderSvg(const Report& report, const LabDescription& lab,
                     const ImageRequest& request) {
    const Picture picture(report, lab, request);
    SvgDevice device({lengthText(request.size.width, request.size.unit),
                      lengthText(request.size.height, request.size.unit), request.size.layout(),
                      picture.title(), picture.description(), pictureScene(report, request)});
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    picture.paint(painter);
    painter.end();
    return device.svg();
}

QByteArray renderPdf(const Report& report, const LabDescription& lab,
                     const ImageRequest& request) {
    const Picture picture(report, lab, request);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kPdfDotsPerInch);
        writer.setPageSize(QPageSize(request.size.layout() * (kPointsPerInch / kUnitsPerInch),
                                     QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        writer.setTitle(picture.title());
        writer.setCreator(QStringLiteral("Plumbline ") + QString::fromLatin1(version()));
        writer.setDocumentXmpMetadata(xmpOf(picture, pictureScene(report, request)));
        QPainter painter(&writer);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(kPdfDotsPerInch / kUnitsPerInch, kPdfDotsPerInch / kUnitsPerInch);
        picture.paint(painter);
    }
    return buffer.data();
}

} // namespace plumbline
