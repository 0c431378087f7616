#include "ui/export/vector_metric.h"

#include <cmath>
#include <limits>

namespace plumbline {
namespace {

constexpr int kDotsPerInch = 96;
constexpr double kMillimetresPerInch = 25.4;
constexpr int kColourBits = 32;

int whole(double length) {
    return static_cast<int>(std::ceil(length));
}

int millimetres(double length) {
    return whole(length * kMillimetresPerInch / kDotsPerInch);
}

} // namespace

int vectorMetric(QPaintDevice::PaintDeviceMetric metric, const QSizeF& size,
                 double devicePixelRatioScale) {
    switch (metric) {
    case QPaintDevice::PdmWidth:
        return whole(size.width());
    case QPaintDevice::PdmHeight:
        return whole(size.height());
    case QPaintDevice::PdmWidthMM:
        return millimetres(size.width());
    case QPaintDevice::PdmHeightMM:
        return millimetres(size.height());
    case QPaintDevice::PdmDpiX:
    case QPaintDevice::PdmDpiY:
    case QPaintDevice::PdmPhysicalDpiX:
    case QPaintDevice::PdmPhysicalDpiY:
        return kDotsPerInch;
    case QPaintDevice::PdmDepth:
        return kColourBits;
    case QPaintDevice::PdmNumColors:
        return std::numeric_limits<int>::max();
    case QPaintDevice::PdmDevicePixelRatio:
        return 1;
    case QPaintDevice::PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioScale);
    }
    return 0;
}

} // namespace plumbline
