#pragma once

#include "core/lab/parameter_spec.h"
#include "ui/controls/slider_scale.h"

#include <QAbstractSpinBox>
#include <QTimer>

#include <optional>

namespace plumbline {

/**
 * A spin box for one real or whole number that takes any typing and never discards it. Typed text
 * counts once it is confirmed, by Enter or by leaving the box; text that is no value of the spec
 * stays where it is and is explained in the words of the core's own Problem, and the value before
 * it stays in use. Escape brings that value back. Reads 1e6, 1,000,000 and a real minus. Space and
 * the window's shortcuts are left to the window, undo and redo unless text is being typed.
 */
class NumberBox : public QAbstractSpinBox {
    Q_OBJECT
    Q_PROPERTY(double value READ value WRITE setValue NOTIFY valueEdited)
    Q_PROPERTY(double minimum READ minimum)
    Q_PROPERTY(double maximum READ maximum)

  public:
    explicit NumberBox(const ParameterSpec& spec, QWidget* parent = nullptr);

    double value() const { return m_value; }
    double minimum() const { return m_spec.minimum; }
    double maximum() const { return m_spec.maximum; }

    /// Shows a value, replacing whatever was typed, without saying that someone edited it.
    void setValue(double value);

    /// Takes what was typed as final: a value, or a problem at once.
    void commitText();

    /// What is wrong with the text; empty when nothing is, or it is too early to say.
    QString problem() const { return m_problem; }

    void stepBy(int steps) override;
    QValidator::State validate(QString& text, int& position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  signals:
    void valueEdited(double value);
    void problemChanged(const QString& problem);

  protected:
    bool event(QEvent* event) override;
    StepEnabled stepEnabled() const override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

  private:
    void buildControls();
    void connectSignals();
    std::optional<double> readText();
    double confirmedOrTyped();
    void takeEdited(double value);
    bool isTheWindows(const QKeyEvent& event) const;
    void setProblem(const QString& problem);
    QString textOf(double value) const;

    ParameterSpec m_spec;
    SliderScale m_scale;
    double m_value;
    int m_decimals;
    QString m_problem;
    QString m_pendingProblem; ///< of text that is still being typed
    QTimer m_patience;        ///< how long half-typed text goes without a reproach
};

} // namespace plumbline
