#pragma once

#include <QWidget>

namespace plumbline {

/// Covers a window while something is dragged over it, and says what dropping it does.
class DropOverlay : public QWidget {
    Q_OBJECT

  public:
    explicit DropOverlay(QWidget* window);

    void showOver(const QString& text);
    QString text() const { return m_text; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_text;
};

} // namespace plumbline
