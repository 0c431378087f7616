#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <memory>
#include <string>

namespace plumbline {

class SvgEngine;

/// What an SVG says beside its drawing.
struct SvgHeader {
    QString width; ///< with its unit: "160mm"
    QString height;
    QSizeF viewBox; ///< layout units
    QString title;
    QString description;
    std::string scene; ///< restores the screen; goes into <metadata>
};

/// The namespace of the one element that is ours: <plumbline-scene>.
inline constexpr char kSceneNamespace[] = "urn:plumbline:scene";

/**
 * A paint device whose picture is an SVG 1.1 document. Transforms are applied to the coordinates,
 * which have two decimals; what is drawn in one style shares a group; a string drawn in one call is
 * one <text>, even where it needs several fonts; the same painting gives the same bytes. It knows
 * no clipping: what must not be seen must not be drawn.
 */
class SvgDevice : public QPaintDevice {
  public:
    explicit SvgDevice(const SvgHeader& header);
    ~SvgDevice() override;

    QPaintEngine* paintEngine() const override;

    /// The document, once the painter has ended.
    QByteArray svg() const;

  protected:
    int metric(PaintDeviceMetric metric) const override;

  private:
    SvgHeader m_header;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace plumbline
