#pragma once

#include "ui/export/file_scene.h"

class QFile;

namespace plumbline {

/// The scene in an SVG, from the file's beginning on. Reads all of it, for only then is it known to
/// be whole.
FileScene sceneInSvg(QFile& file);

} // namespace plumbline
