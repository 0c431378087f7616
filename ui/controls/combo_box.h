#pragma once

#include <QComboBox>

namespace plumbline {

/// A combo box with a slim arrow that leaves the wheel to the panel it stands in.
class ComboBox : public QComboBox {
    Q_OBJECT

  public:
    explicit ComboBox(QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace plumbline
