#pragma once

#include "core/lab/explanation.h"

#include <QWidget>

class QLabel;

namespace plumbline {

class FormulaView;
class Paragraph;

/// A formula under its heading, beneath it the same with the current numbers, and a note.
class FormulaBlock : public QWidget {
    Q_OBJECT

  public:
    explicit FormulaBlock(QWidget* parent = nullptr);

    void setFormula(const Formula& formula);

    FormulaView* view() const { return m_view; }
    Paragraph* numbers() const { return m_numbers; }

  private:
    QLabel* m_heading = nullptr;
    FormulaView* m_view = nullptr;
    Paragraph* m_numbers = nullptr;
    Paragraph* m_note = nullptr;
};

} // namespace plumbline
