#include "ui/session/scene_list.h"

#include "core/lab/text.h"

#include <algorithm>

namespace plumbline {
namespace {

QString lineProblem(qsizetype line, const std::string& reason) {
    return QStringLiteral("line %1: %2").arg(line).arg(QString::fromStdString(reason));
}

void readLine(const std::string& text, qsizetype line, const std::vector<const Lab*>& labs,
              SceneList& list) {
    const SceneReading reading = parseScene(text, labs);
    if (!reading.scene)
        list.problems << lineProblem(line, joined(reading.problems, "; "));
    else if (std::ranges::find(list.scenes, reading.scene->lab, &Scene::lab) != list.scenes.end())
        list.problems << lineProblem(line, "a second scene of " + reading.scene->lab);
    else
        list.scenes.push_back(*reading.scene);
}

} // namespace

std::string formatScenes(const std::vector<Scene>& scenes) {
    std::string text;
    for (const Scene& scene : scenes)
        text += formatScene(scene) + "\n";
    return text;
}

SceneList parseScenes(const std::string& text, const std::vector<const Lab*>& labs) {
    SceneList list;
    qsizetype line = 0;
    for (const QString& content : QString::fromStdString(text).split(u'\n')) {
        ++line;
        if (!content.trimmed().isEmpty())
            readLine(content.trimmed().toStdString(), line, labs, list);
    }
    return list;
}

} // namespace plumbline
