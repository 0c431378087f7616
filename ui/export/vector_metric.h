#pragma once

#include <QPaintDevice>
#include <QSizeF>

namespace plumbline {

/// A QPaintDevice's metric where it measures in layout units of 1/96 inch.
int vectorMetric(QPaintDevice::PaintDeviceMetric metric, const QSizeF& size,
                 double devicePixelRatioScale);

} // namespace plumbline
