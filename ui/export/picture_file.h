#pragma once

#include "ui/export/image.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <string>

namespace plumbline {

enum class PictureFormat { png, svg, pdf };

/// By the path's ending .png, .svg or .pdf; nothing for any other, and for an ending without a
/// name.
std::optional<PictureFormat> pictureFormatOf(const std::string& path);

/**
 * Draws the picture, which must happen on the application's thread, and returns what is left to do:
 * encoding, which may take longer and may happen on any thread. That gives the bytes of the file,
 * scene included; none where the picture was too large for memory.
 */
std::function<QByteArray()> drawPicture(PictureFormat format, const Report& report,
                                        const LabDescription& lab, const ImageRequest& request);

} // namespace plumbline
