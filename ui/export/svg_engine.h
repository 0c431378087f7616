#pragma once

#include "ui/theme/text_anchor.h"

#include <QByteArray>
#include <QPaintEngine>
#include <QPainterPath>

#include <optional>

namespace plumbline {

/// Turns a painter's calls into the elements of an SVG; see SvgDevice. What has a coordinate that
/// is not finite is left out.
class SvgEngine final : public QPaintEngine, public TextAnchor {
  public:
    SvgEngine();

    bool begin(QPaintDevice* device) override;
    bool end() override;
    Type type() const override { return SVG; }
    void updateState(const QPaintEngineState&) override {} ///< read when something is drawn

    void drawPath(const QPainterPath& path) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawRects(const QRectF* rectangles, int count) override;
    void drawLines(const QLineF* lines, int count) override;
    void drawEllipse(const QRectF& rectangle) override;
    void drawTextItem(const QPointF& position, const QTextItem& item) override;
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override;
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                   Qt::ImageConversionFlags flags) override;
    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawLines;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

    void holdTextAt(double share) override;

    /// All elements so far, groups closed.
    const QByteArray& body() const { return m_body; }

  private:
    /// A string of which more pieces may follow.
    struct Text {
        QString string;
        QByteArray style;
        QPointF start;
        double width = 0;
        double share = 0;
        QTransform transform;
    };

    QByteArray shapeStyle(bool filled);
    QByteArray fillStyle();
    QByteArray strokeStyle() const;
    QByteArray gradientFill(const QLinearGradient& gradient);
    QByteArray textStyle(const QFont& font) const;
    double scale() const;
    void addRectangle(const QRectF& at, double radius);
    void add(const QByteArray& style, const QByteArray& element);
    void flushText();
    void closeGroup();

    QByteArray m_body;
    QByteArray m_groupStyle;
    bool m_inGroup = false;
    std::optional<Text> m_text;
    double m_nextShare = 0;
    int m_gradients = 0;
};

} // namespace plumbline
