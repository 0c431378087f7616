#pragma once

#include "core/lab/scene.h"

#include <QString>

#include <optional>
#include <string>

namespace plumbline {

/// What a file holds: exactly one of a scene's text, a problem, and data.
struct SceneFile {
    QString scene;       ///< as parseScene() reads it
    QString problem;     ///< names the file and what is wrong with it
    bool isData = false; ///< a .csv or .npy file: to be asked about; it has not been opened
};

/**
 * The scene in a session, or in a PNG, SVG or PDF picture of ours; which of them it is, the content
 * says and not the name. Never throws, hangs or waits: refuses what is not a regular file (opening
 * a FIFO would wait for ever), what is too large (a session 1 MiB, an SVG or PDF 100 MB, a PNG
 * 1 GB), cut short or damaged as far as the format can tell, and what carries no scene.
 */
SceneFile readSceneFile(const QString& path);

/// A session: the scene's text, on one line. Returns what went wrong, in words with the path.
std::optional<std::string> writeSession(const std::string& path, const Scene& scene);

} // namespace plumbline
