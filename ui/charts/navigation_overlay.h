#pragma once

#include <QRectF>
#include <QWidget>

#include <optional>

namespace plumbline {

class FigureView;

/// What a figure under the reader's hand shows beside itself: the focus, the band that is being
/// drawn, and the way back from a zoom. Hidden, and free, while there is none of them; never in an
/// export.
class NavigationOverlay : public QWidget {
    Q_OBJECT

  public:
    explicit NavigationOverlay(FigureView& view);

    struct State {
        bool focused = false;
        bool canReset = false;
        std::optional<QRectF> band; ///< layout units
        bool operator==(const State&) const = default;
    };

    /// Covers the view and shows the state.
    void setState(const State& state);

    /// Whether the place, in layout units, is on the word that leads back.
    bool isOnReset(const QPointF& position) const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QRectF resetRectangle() const;
    void paintReset(QPainter& painter) const;
    void paintBand(QPainter& painter) const;

    FigureView& m_view;
    State m_state;
};

} // namespace plumbline
