#include "ui/export/pdf_scene.h"

#include <QFile>
#include <QXmlStreamReader>

namespace plumbline {
namespace {

const QString kPdfNamespace = QStringLiteral("http://ns.adobe.com/pdf/1.3/");
constexpr qsizetype kTail = 1024; ///< in which the end of a PDF is

/// Whether the last lines say where the list of objects begins, and it does begin there: with its
/// name, or as an object with a number.
bool isWhole(const QByteArray& content) {
    const QByteArray tail = content.right(kTail);
    const qsizetype at = tail.lastIndexOf("startxref");
    if (at < 0 || tail.indexOf("%%EOF", at) < 0)
        return false;
    const QByteArray number = tail.mid(at + 9).trimmed();
    const qsizetype end = number.indexOf('%');
    bool isNumber = false;
    const qlonglong offset = number.left(end).trimmed().toLongLong(&isNumber);
    if (!isNumber || offset < 0 || offset >= content.size())
        return false;
    return content.mid(offset, 4) == "xref" || (content[offset] >= '0' && content[offset] <= '9');
}

/// The first keyword that is a scene.
QString sceneAmong(const QString& keywords) {
    for (const QString& word : keywords.split(QChar::Space, Qt::SkipEmptyParts)) {
        if (word.startsWith(QStringLiteral("plumbline:")))
            return word;
    }
    return {};
}

/// Of one packet of metadata.
QString sceneInXmp(const QByteArray& packet) {
    QXmlStreamReader reader(packet);
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement() || reader.namespaceUri() != kPdfNamespace ||
            reader.name() != QStringLiteral("Keywords"))
            continue;
        const QString scene = sceneAmong(reader.readElementText().simplified());
        if (!scene.isEmpty())
            return scene;
    }
    return {};
}

} // namespace

FileScene sceneInPdf(QFile& file) {
    if (file.size() > kLargestVectorFile)
        return FileScene::failure(QStringLiteral("the PDF file is larger than 100 MB"));
    file.seek(0);
    const QByteArray content = file.readAll();
    if (!isWhole(content))
        return FileScene::failure(QStringLiteral("the PDF file is cut short or damaged"));
    const QByteArray end = "</x:xmpmeta>";
    qsizetype start = content.indexOf("<x:xmpmeta");
    while (start >= 0) {
        const qsizetype stop = content.indexOf(end, start);
        if (stop < 0)
            break;
        const QString scene = sceneInXmp(content.mid(start, stop + end.size() - start));
        if (!scene.isEmpty())
            return FileScene::of(scene);
        start = content.indexOf("<x:xmpmeta", stop);
    }
    return FileScene::of({});
}

} // namespace plumbline
