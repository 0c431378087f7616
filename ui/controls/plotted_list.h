#pragma once

#include "core/lab/explanation.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace plumbline {

class Paragraph;

/// A small drawing of how a role is drawn in figures, in the theme of its palette.
class RoleSwatch : public QWidget {
    Q_OBJECT

  public:
    explicit RoleSwatch(QWidget* parent = nullptr);

    void setRole(SeriesRole role);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    SeriesRole m_role = SeriesRole::simulated;
};

/// What the marks of the figures stand for, each beside its swatch.
class PlottedList : public QWidget {
    Q_OBJECT

  public:
    explicit PlottedList(QWidget* parent = nullptr);

    void setItems(const std::vector<PlottedItem>& items);

  private:
    struct Row {
        QWidget* widget = nullptr;
        RoleSwatch* swatch = nullptr;
        Paragraph* meaning = nullptr;
    };

    void addRow();

    QVBoxLayout* m_column = nullptr;
    std::vector<Row> m_rows;
};

} // namespace plumbline
