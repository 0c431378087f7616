#pragma once

#include <QWidget>

namespace plumbline {

/// A surface with a 1-px line and rounded corners, in the palette's Base and Mid.
class Card : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace plumbline
