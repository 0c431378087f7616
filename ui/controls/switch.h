#pragma once

#include <QCheckBox>

namespace plumbline {

/// A check box drawn as a sliding switch; keys, accessibility and signals are the check box's own.
class Switch : public QCheckBox {
    Q_OBJECT

  public:
    explicit Switch(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    bool hitButton(const QPoint& position) const override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace plumbline
