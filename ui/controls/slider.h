#pragma once

#include "ui/controls/slider_scale.h"

#include <QWidget>

namespace plumbline {

/**
 * A slim horizontal slider over a SliderScale: a filled groove up to a ring handle. Its value is
 * the number itself and not a position, so a typed value that lies between two places stays exact.
 * Arrows step, Page Up and Down move by a tenth of the range, Home and End go to the ends; the
 * wheel steps only while the slider has the focus, so that scrolling a panel changes nothing. Read
 * by assistive tools as a slider with that number.
 */
class Slider : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double value READ value WRITE setValue NOTIFY valueMoved)

  public:
    explicit Slider(const SliderScale& scale, QWidget* parent = nullptr);

    double value() const { return m_value; }
    const SliderScale& scale() const { return m_scale; }

    /// Shows a value without saying that someone moved the slider.
    void setValue(double value);

    /// Where the handle's centre is, in the widget's coordinates.
    QPoint handleCentre() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// Someone moved it, by mouse, key, wheel or assistive tool.
    void valueMoved(double value);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    friend class AccessibleSlider;

    void moveTo(double value);
    double fractionAt(double x) const;

    SliderScale m_scale;
    double m_value;
    double m_grabOffset = 0; ///< from the handle's centre, so that grabbing it does not move it
    bool m_dragging = false;
    bool m_hovered = false;
};

} // namespace plumbline
