#include "ui/export/svg_scene.h"

#include "ui/export/svg_device.h"

#include <QFile>
#include <QXmlStreamReader>

namespace plumbline {
namespace {

const QString kSvgNamespace = QStringLiteral("http://www.w3.org/2000/svg");

bool isScene(const QXmlStreamReader& reader) {
    return reader.name() == QStringLiteral("plumbline-scene") &&
           reader.namespaceUri() == QLatin1String(kSceneNamespace);
}

QString problemOf(const QXmlStreamReader& reader) {
    if (reader.error() == QXmlStreamReader::PrematureEndOfDocumentError)
        return QStringLiteral("the SVG file is cut short");
    return QStringLiteral("the SVG file is damaged: line %1, %2")
        .arg(reader.lineNumber())
        .arg(reader.errorString());
}

} // namespace

FileScene sceneInSvg(QFile& file) {
    if (file.size() > kLargestVectorFile)
        return FileScene::failure(QStringLiteral("the SVG file is larger than 100 MB"));
    file.seek(0);
    QXmlStreamReader reader(&file);
    if (reader.readNextStartElement() &&
        (reader.name() != QStringLiteral("svg") || reader.namespaceUri() != kSvgNamespace))
        return FileScene::failure(QStringLiteral("not an SVG file"));
    QString scene;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && isScene(reader) && scene.isEmpty())
            scene = reader.readElementText().trimmed();
    }
    if (reader.hasError())
        return FileScene::failure(problemOf(reader));
    return FileScene::of(scene);
}

} // namespace plumbline
