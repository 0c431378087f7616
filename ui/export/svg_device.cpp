#include "ui/export/svg_device.h"

#include "ui/export/svg_engine.h"

#include <cmath>

namespace plumbline {
namespace {

constexpr int kDotsPerInch = 96;
constexpr double kMillimetresPerInch = 25.4;
constexpr int kColourBits = 32;

/// Digits of one width, as the window draws them, in fonts that have them.
constexpr char kFigures[] = "font-variant-numeric:tabular-nums";

QByteArray element(const char* name, const QString& text) {
    return text.isEmpty() ? QByteArray()
                          : '<' + QByteArray(name) + '>' + xmlText(text) + "</" + name + ">\n";
}

} // namespace

SvgDevice::SvgDevice(const SvgHeader& header)
    : m_header(header), m_engine(std::make_unique<SvgEngine>()) {}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const {
    return m_engine.get();
}

QByteArray SvgDevice::svg() const {
    const QSizeF& box = m_header.viewBox;
    QByteArray document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
                          "role=\"img\" width=\"" +
                          xmlText(m_header.width) + "\" height=\"" + xmlText(m_header.height) +
                          "\" viewBox=\"0 0 " + QByteArray::number(box.width(), 'g', 9) + ' ' +
                          QByteArray::number(box.height(), 'g', 9) + "\">\n";
    document += element("title", m_header.title) + element("desc", m_header.description);
    document += "<metadata><plumbline-scene xmlns=\"" + QByteArray(kSceneNamespace) + "\">" +
                xmlText(QString::fromStdString(m_header.scene)) +
                "</plumbline-scene></metadata>\n";
    document += "<g fill=\"none\" style=\"" + QByteArray(kFigures) + "\">\n";
    return document + m_engine->body() + "</g>\n</svg>\n";
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
    const auto whole = [](double length) { return static_cast<int>(std::ceil(length)); };
    const auto millimetres = [&](double length) {
        return whole(length * kMillimetresPerInch / kDotsPerInch);
    };
    switch (metric) {
    case PdmWidth:
        return whole(m_header.viewBox.width());
    case PdmHeight:
        return whole(m_header.viewBox.height());
    case PdmWidthMM:
        return millimetres(m_header.viewBox.width());
    case PdmHeightMM:
        return millimetres(m_header.viewBox.height());
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDepth:
        return kColourBits;
    case PdmNumColors:
        return std::numeric_limits<int>::max();
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    }
    return 0;
}

} // namespace plumbline
