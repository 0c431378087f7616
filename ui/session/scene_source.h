#pragma once

#include "core/lab/scene.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QMimeData;

namespace plumbline {

/// A scene that came from outside, or why there is none.
struct FoundScene {
    std::optional<Scene> scene; ///< unset where there is a problem
    QString problem;            ///< names the file, where it was one, and the reason
    QStringList notes;          ///< what in it is not known and was ignored
    QString file;               ///< where it was read; empty for text
};

/// The scene string that stands anywhere in a text, as in a mail.
FoundScene sceneInText(const QString& text, const std::vector<const Lab*>& labs);

/// The scene in a session or an exported picture. A file of data is named as such and not opened.
FoundScene sceneInFile(const QString& path, const std::vector<const Lab*>& labs);

/// The scene in what was pasted or dropped: a file, a text, or a PNG.
FoundScene sceneInMime(const QMimeData& mime, const std::vector<const Lab*>& labs);

/// The file that was dropped or copied; empty: none, or several.
QString fileInMime(const QMimeData& mime);

/// Whether sceneInMime() has something to say: a file, whatever is in it, a scene or a PNG.
bool isAnswered(const QMimeData& mime);

} // namespace plumbline
