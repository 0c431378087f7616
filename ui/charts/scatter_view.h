#pragma once

#include "ui/charts/chart_figure_view.h"
#include "ui/charts/scatter_cloud.h"

namespace plumbline {

/**
 * Groups of points with a colour and a shape each, ellipses and named arrows. The points are
 * painted here and not by the chart, which keeps an object for each of them; from some thousands on
 * they become one image.
 */
class ScatterView final : public ChartFigureView {
    Q_OBJECT

  public:
    int datumCount() const override;
    std::optional<int> datumAt(const QPointF& position) const override;
    std::optional<ReadOut> readOut(int datum) const override;

  protected:
    void layOut() override;
    void paintBelowSeries(QPainter& painter) override;
    void paintAboveSeries(QPainter& painter) override;
    std::vector<KeyEntry> legendEntries() const override;
    void startAfresh() override;

  private:
    struct Name {
        QString text;
        QRectF rectangle;
        QColor colour;
    };

    const Scatter& scatter() const { return std::get<Scatter>(figure().content); }
    std::vector<QColor> groupColours() const;
    std::vector<KeyEntry> legend() const; ///< what has a name, and what is hidden
    void layOutGroups();
    void layOutNames();
    void addName(const std::string& text, const QPointF& anchor, const QPointF& direction,
                 const QColor& colour);
    void addSeries();
    void addOutlined(const QList<QPointF>& points, const QPen& pen);
    void addArrow(const Arrow& arrow);

    StickyLimits m_stickyX;
    StickyLimits m_stickyY;
    QList<CloudGroup> m_groups;
    qsizetype m_pointCount = 0;
    std::vector<Name> m_names;
    QImage m_cloud; ///< of the last scale it was painted at; null when the layout is newer
    double m_cloudScale = 0;
};

} // namespace plumbline
