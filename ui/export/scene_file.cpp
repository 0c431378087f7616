#include "ui/export/scene_file.h"

#include "core/io/output_file.h"
#include "ui/export/pdf_scene.h"
#include "ui/export/png_scene.h"
#include "ui/export/svg_scene.h"

#include <QFile>
#include <QFileInfo>

namespace plumbline {
namespace {

constexpr qint64 kLongestSession = 1 << 20;
constexpr qint64 kHeadSize = 1024; ///< enough to tell the kinds apart
const QByteArray kByteOrderMark("\xef\xbb\xbf");

enum class Kind { session, png, svg, pdf, empty, unknown };

Kind kindOf(QByteArray head) {
    if (head.startsWith("\x89PNG"))
        return Kind::png;
    if (head.startsWith("%PDF-"))
        return Kind::pdf;
    if (head.startsWith(kByteOrderMark))
        head.remove(0, kByteOrderMark.size());
    head = head.trimmed();
    if (head.isEmpty())
        return Kind::empty;
    if (head.startsWith("plumbline:"))
        return Kind::session;
    return head.startsWith('<') ? Kind::svg : Kind::unknown;
}

bool isDataName(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QStringLiteral("csv") || suffix == QStringLiteral("npy");
}

SceneFile problemWith(const QString& path, const QString& problem) {
    return {{}, path + QStringLiteral(": ") + problem, false};
}

SceneFile readSession(const QString& path, QFile& file) {
    file.seek(0);
    QByteArray content = file.read(kLongestSession + 1);
    if (content.size() > kLongestSession)
        return problemWith(path, QStringLiteral("the session is longer than 1 MiB"));
    if (content.startsWith(kByteOrderMark))
        content.remove(0, kByteOrderMark.size());
    content = content.trimmed();
    if (content.contains('\n') || content.contains('\r'))
        return problemWith(path, QStringLiteral("a session must hold one scene on one line"));
    return {QString::fromUtf8(content), {}, false};
}

SceneFile readPicture(const QString& path, const FileScene& reading) {
    if (reading.problem.isEmpty())
        return {reading.scene, {}, false};
    return problemWith(path, reading.problem);
}

} // namespace

SceneFile readSceneFile(const QString& path) {
    if (isDataName(path))
        return {{}, {}, true};
    const QFileInfo info(path);
    if (!info.exists())
        return problemWith(path, QStringLiteral("no such file"));
    if (!info.isFile())
        return problemWith(path, QStringLiteral("not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problemWith(path, file.errorString());
    switch (kindOf(file.read(kHeadSize))) {
    case Kind::png:
        return readPicture(path, sceneInPng(file));
    case Kind::svg:
        return readPicture(path, sceneInSvg(file));
    case Kind::pdf:
        return readPicture(path, sceneInPdf(file));
    case Kind::session:
        return readSession(path, file);
    case Kind::empty:
        return problemWith(path, QStringLiteral("the file is empty"));
    case Kind::unknown:
        break;
    }
    return problemWith(path, QStringLiteral("neither a Plumbline session nor a PNG, SVG or PDF "
                                            "picture"));
}

std::optional<std::string> writeSession(const std::string& path, const Scene& scene) {
    return writeOutputFile(path, formatScene(scene) + "\n");
}

} // namespace plumbline
