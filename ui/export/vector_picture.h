#pragma once

#include "ui/export/image.h"

#include <QByteArray>

namespace plumbline {

/**
 * The picture of renderImage() as vectors, scene included, in its exact size; the request's scale
 * counts for nothing here. Only a heat map of more than 64 x 64 cells holds an image. The same
 * report gives the same bytes; a PDF's date of creation is all that differs.
 */
QByteArray renderSvg(const Report& report, const LabDescription& lab, const ImageRequest& request);

/// One page with embedded fonts. Its XMP metadata have the scene as keywords.
QByteArray renderPdf(const Report& report, const LabDescription& lab, const ImageRequest& request);

} // namespace plumbline
