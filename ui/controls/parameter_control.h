#pragma once

#include "core/lab/parameter_spec.h"

#include <QString>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace plumbline {

class MessageLabel;

/**
 * Edits the value of one ParameterSpec: symbol and meaning on the left, the value on the right, a
 * problem's message beneath. What does not apply is disabled, with the reason in its tool tip. A
 * small button and the context menu bring the default back.
 */
class ParameterControl : public QWidget {
    Q_OBJECT

  public:
    const ParameterSpec& spec() const { return m_spec; }

    /// Shows a value of the spec's kind, replacing what was typed. Emits nothing.
    virtual void setValue(const ParameterValue& value) = 0;

    void setApplicable(bool applicable);

    /// Offers the way back to the default; no way is offered where the value is the default.
    void setChanged(bool changed);

    /// Back to the default, as if someone had typed it.
    void reset();
    QPushButton* resetButton() const { return m_reset; }

    /// A rule that joins several parameters; empty when there is none. What is wrong with the typed
    /// text is shown before it.
    void setRuleProblem(const QString& problem);

    /// The message on show; empty when there is none.
    QString problem() const;

  signals:
    void valueEdited(const ParameterValue& value);
    void resetAllRequested();

  protected:
    explicit ParameterControl(const ParameterSpec& spec, QWidget* parent = nullptr);

    /// What follows symbol and title in their row; a subclass adds its editor at the end.
    QHBoxLayout* row() const { return m_editors; }
    QVBoxLayout* column() const { return m_column; }

    /// Accessible name and description, and the spec's description as tool tip.
    void describe(QWidget* editor) const;
    void setTypingProblem(const QString& problem);

    /// Reads text by the spec: emits a value that is new, or shows the problem.
    void readText(const QString& text);
    void remember(const ParameterValue& value) { m_value = value; }

    void contextMenuEvent(QContextMenuEvent* event) override;

  private:
    void buildControls();
    void addResetButton();
    void showProblem();

    ParameterSpec m_spec;
    ParameterValue m_value;
    QVBoxLayout* m_column = nullptr;
    QHBoxLayout* m_editors = nullptr;
    QPushButton* m_reset = nullptr;
    MessageLabel* m_problem = nullptr;
    QString m_typingProblem;
    QString m_ruleProblem;
};

/// The control for the spec's kind, showing its default.
std::unique_ptr<ParameterControl> makeParameterControl(const ParameterSpec& spec);

} // namespace plumbline
