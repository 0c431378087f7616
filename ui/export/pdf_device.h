#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <memory>

namespace plumbline {

class PdfEngine;

/// What a PDF says beside its drawing.
struct PdfHeader {
    QSizeF size; ///< layout units
    QString title;
    QString creator;
    QByteArray xmp; ///< the whole packet
};

/**
 * A paint device whose picture is a PDF of one page, by QPdfWriter with two of its faults mended: a
 * page is as large as asked for, not a whole number of points, and texts are written letter by
 * letter. Shaped text has glyphs (such as the equals sign between figures) that the writer cannot
 * name, and that nobody could then search for or copy.
 */
class PdfDevice : public QPaintDevice {
  public:
    explicit PdfDevice(const PdfHeader& header);
    ~PdfDevice() override;

    QPaintEngine* paintEngine() const override;

    /// The document, once the painter has ended.
    QByteArray pdf() const;

  protected:
    int metric(PaintDeviceMetric metric) const override;

  private:
    PdfHeader m_header;
    std::unique_ptr<PdfEngine> m_engine;
};

} // namespace plumbline
