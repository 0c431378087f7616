#include "ui/export/vector_picture.h"

#include "core/lab/text.h"
#include "core/lab/version.h"
#include "ui/export/pdf_device.h"
#include "ui/export/picture.h"
#include "ui/export/svg_device.h"
#include "ui/export/svg_format.h"

namespace plumbline {
namespace {

QByteArray creator() {
    return QByteArray("Plumbline ") + version();
}

QString lengthText(double length, LengthUnit unit) {
    return QString::fromStdString(plainNumber(length)) +
           (unit == LengthUnit::millimetres ? QStringLiteral("mm") : QString());
}

/// XMP specification, part 1; the keywords are those of the Adobe PDF namespace.
QByteArray xmpOf(const Picture& picture, const std::string& scene) {
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
           creator() + "</xmp:CreatorTool>\n<pdf:Keywords>" +
           xmlText(QString::fromStdString(scene)) +
           "</pdf:Keywords>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

} // namespace

QByteArray renderSvg(const Report& report, const LabDescription& lab, const ImageRequest& request) {
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

QByteArray renderPdf(const Report& report, const LabDescription& lab, const ImageRequest& request) {
    const Picture picture(report, lab, request);
    PdfDevice device({request.size.layout(), picture.title(), QString::fromUtf8(creator()),
                      xmpOf(picture, pictureScene(report, request))});
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    picture.paint(painter);
    painter.end();
    return device.pdf();
}

} // namespace plumbline
