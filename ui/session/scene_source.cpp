#include "ui/session/scene_source.h"

#include "core/lab/text.h"
#include "ui/export/png_scene.h"
#include "ui/export/scene_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QUrl>

namespace plumbline {
namespace {

constexpr QLatin1String kPng("image/png");

QString say(const char* text) {
    return QCoreApplication::translate("SceneSource", text);
}

/// What a scene is made of; a sentence's full stop or comma behind it is not of it.
QString firstSceneIn(const QString& text) {
    static const QRegularExpression pattern(
        QStringLiteral("plumbline:[A-Za-z0-9._~,%&=?-]*[A-Za-z0-9_~%&=?-]"));
    return pattern.match(text).captured();
}

FoundScene failure(const QString& problem) {
    FoundScene found;
    found.problem = problem;
    return found;
}

FoundScene read(const QString& text, const std::vector<const Lab*>& labs) {
    const SceneReading reading = parseScene(text.toStdString(), labs);
    FoundScene found;
    found.scene = reading.scene;
    found.problem = QString::fromStdString(joined(reading.problems, "; "));
    for (const std::string& note : reading.ignored)
        found.notes << QString::fromStdString(note);
    return found;
}

FoundScene sceneInPicture(const QByteArray& png, const std::vector<const Lab*>& labs) {
    QTemporaryFile file;
    if (!file.open() || file.write(png) != png.size() || !file.flush())
        return failure(say("cannot read the picture: %1").arg(file.errorString()));
    const FileScene text = sceneInPng(file);
    if (!text.problem.isEmpty())
        return failure(say("cannot open the picture: %1").arg(text.problem));
    return read(text.scene, labs);
}

} // namespace

FoundScene sceneInText(const QString& text, const std::vector<const Lab*>& labs) {
    const QString scene = firstSceneIn(text);
    if (scene.isEmpty())
        return failure(say("this text holds no scene, which begins with \"plumbline:\""));
    return read(scene, labs);
}

FoundScene sceneInFile(const QString& path, const std::vector<const Lab*>& labs) {
    const SceneFile file = readSceneFile(path);
    if (file.isData)
        return failure(say("%1 holds data, and no lab takes data yet").arg(path));
    if (!file.problem.isEmpty())
        return failure(say("cannot open %1").arg(file.problem));
    FoundScene found = read(file.scene, labs);
    if (!found.scene)
        found.problem = say("cannot open %1: %2").arg(path, found.problem);
    found.file = QFileInfo(path).absoluteFilePath();
    return found;
}

QString fileInMime(const QMimeData& mime) {
    const auto urls = mime.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

FoundScene sceneInMime(const QMimeData& mime, const std::vector<const Lab*>& labs) {
    const QString file = fileInMime(mime);
    if (!file.isEmpty())
        return sceneInFile(file, labs);
    if (mime.urls().size() > 1 && firstSceneIn(mime.text()).isEmpty())
        return failure(say("one file at a time can be opened, got %1").arg(mime.urls().size()));
    if (mime.hasFormat(kPng))
        return sceneInPicture(mime.data(kPng), labs);
    return sceneInText(mime.text(), labs);
}

bool isAnswered(const QMimeData& mime) {
    return mime.hasUrls() || mime.hasFormat(kPng) || !firstSceneIn(mime.text()).isEmpty();
}

} // namespace plumbline
