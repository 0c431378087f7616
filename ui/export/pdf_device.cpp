#include "ui/export/pdf_device.h"

#include "ui/export/vector_metric.h"
#include "ui/theme/text_anchor.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPageSize>
#include <QPaintEngine>
#include <QPainter>
#include <QPdfWriter>
#include <QPixmap>

#include <cmath>
#include <utility>

namespace plumbline {
namespace {

constexpr double kPointsPerUnit = 72.0 / 96;

/// Fine enough that the writer's whole numbers are no visible rounding.
constexpr int kDotsPerInch = 9600;
constexpr double kDotsPerUnit = kDotsPerInch / 96.0;

/// As the writer writes it.
QByteArray mediaBox(const QSizeF& points, int integerDigitsX, int integerDigitsY) {
    constexpr int kDigits = 6;
    const auto number = [](double length, int digits) {
        const QByteArray text = QByteArray::number(length, 'f', kDigits + 4);
        return text.left(digits + 1 + kDigits);
    };
    return "/MediaBox [0 0 " + number(points.width(), integerDigitsX) + ' ' +
           number(points.height(), integerDigitsY) + ']';
}

int digitsOf(double whole) {
    return static_cast<int>(QByteArray::number(whole, 'f', 0).size());
}

} // namespace

/// Hands everything on to a painter on the writer.
class PdfEngine final : public QPaintEngine, public TextAnchor {
  public:
    explicit PdfEngine(const PdfHeader& header)
        : QPaintEngine(AllFeatures), m_points(header.size * kPointsPerUnit),
          m_page(std::ceil(m_points.width()), std::ceil(m_points.height())), m_writer(&m_buffer) {
        m_buffer.open(QIODevice::WriteOnly);
        m_writer.setResolution(kDotsPerInch);
        m_writer.setPageSize(QPageSize(m_page, QPageSize::Point, {}, QPageSize::ExactMatch));
        m_writer.setPageMargins({});
        m_writer.setTitle(header.title);
        m_writer.setCreator(header.creator);
        m_writer.setDocumentXmpMetadata(header.xmp);
    }

    bool begin(QPaintDevice*) override {
        // A page begins at its lower edge, and the whole points are cut off at the upper one.
        const double cut = (m_page.height() - m_points.height()) / kPointsPerUnit;
        m_base = QTransform::fromScale(kDotsPerUnit, kDotsPerUnit).translate(0, cut);
        const bool begun = m_painter.begin(&m_writer);
        setActive(begun);
        return begun;
    }

    bool end() override {
        setActive(false);
        return m_painter.end();
    }

    Type type() const override { return Pdf; }

    void updateState(const QPaintEngineState& state) override {
        m_painter.setTransform(state.transform() * m_base);
        m_painter.setPen(state.pen());
        m_painter.setBrush(state.brush());
        m_painter.setOpacity(state.opacity());
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform, false);
        m_painter.setRenderHints(state.renderHints());
    }

    void drawPath(const QPainterPath& path) override { m_painter.drawPath(path); }
    void drawRects(const QRectF* rectangles, int count) override {
        m_painter.drawRects(rectangles, count);
    }
    void drawLines(const QLineF* lines, int count) override { m_painter.drawLines(lines, count); }
    void drawEllipse(const QRectF& rectangle) override { m_painter.drawEllipse(rectangle); }
    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawLines;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        if (mode == PolylineMode)
            m_painter.drawPolyline(points, count);
        else
            m_painter.drawPolygon(points, count,
                                  mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
    }

    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override {
        m_painter.drawPixmap(target, pixmap, source);
    }

    void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                   Qt::ImageConversionFlags flags) override {
        m_painter.drawImage(target, image, source, flags);
    }

    void drawTextItem(const QPointF& position, const QTextItem& item) override {
        QFont font = item.font();
        font.setStyleStrategy(QFont::PreferNoShaping);
        const double width = QFontMetricsF(font).horizontalAdvance(item.text());
        const double share = std::exchange(m_nextShare, 0.0);
        m_painter.setFont(font);
        m_painter.drawText(position + QPointF(share * (item.width() - width), 0), item.text());
    }

    void holdTextAt(double share) override { m_nextShare = share; }

    /// With the page's exact size.
    QByteArray bytes() const {
        const int digitsX = digitsOf(m_page.width());
        const int digitsY = digitsOf(m_page.height());
        QByteArray result = m_buffer.data();
        return result.replace(mediaBox(m_page, digitsX, digitsY),
                              mediaBox(m_points, digitsX, digitsY));
    }

  private:
    QSizeF m_points;
    QSizeF m_page; ///< in whole points
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    QTransform m_base;
    double m_nextShare = 0;
};

PdfDevice::PdfDevice(const PdfHeader& header)
    : m_header(header), m_engine(std::make_unique<PdfEngine>(header)) {}

PdfDevice::~PdfDevice() = default;

QPaintEngine* PdfDevice::paintEngine() const {
    return m_engine.get();
}

QByteArray PdfDevice::pdf() const {
    return m_engine->bytes();
}

int PdfDevice::metric(PaintDeviceMetric metric) const {
    return vectorMetric(metric, m_header.size, devicePixelRatioFScale());
}

} // namespace plumbline
