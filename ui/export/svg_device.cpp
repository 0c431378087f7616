#include "ui/export/svg_device.h"

#include "ui/export/svg_engine.h"
#include "ui/export/svg_format.h"
#include "ui/export/vector_metric.h"

namespace plumbline {
namespace {

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
                xmlText(QString::fromStdString(m_header.scene)) + "</plumbline-scene></metadata>\n";
    document += "<g fill=\"none\" style=\"" + QByteArray(kFigures) + "\">\n";
    return document + m_engine->body() + "</g>\n</svg>\n";
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
    return vectorMetric(metric, m_header.viewBox, devicePixelRatioFScale());
}

} // namespace plumbline
