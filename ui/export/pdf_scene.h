#pragma once

#include "ui/export/file_scene.h"

class QFile;

namespace plumbline {

/// The scene among the keywords of a PDF's XMP metadata, which are stored as plain text. The file
/// must end as a PDF does.
FileScene sceneInPdf(QFile& file);

} // namespace plumbline
