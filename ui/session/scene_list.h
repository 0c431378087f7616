#pragma once

#include "core/lab/scene.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace plumbline {

/// Scenes of several labs, the one on show first.
struct SceneList {
    std::vector<Scene> scenes;
    QStringList problems; ///< of lines that hold no scene and were left out
};

/// One scene string a line.
std::string formatScenes(const std::vector<Scene>& scenes);

/// Reads what formatScenes() wrote. A damaged line, or the second one of a lab, costs nothing but
/// itself.
SceneList parseScenes(const std::string& text, const std::vector<const Lab*>& labs);

} // namespace plumbline
