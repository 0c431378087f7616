#pragma once

#include "ui/controls/parameter_control.h"

class QLineEdit;
class QPushButton;

namespace plumbline {

/// Vectors ("1,2,3") and texts: a line edit under the title, read at every key.
class TextControl : public ParameterControl {
    Q_OBJECT

  public:
    explicit TextControl(const ParameterSpec& spec, QWidget* parent = nullptr);

    void setValue(const ParameterValue& value) override;

    QLineEdit* edit() const { return m_edit; }

  protected:
    /// Undo goes to the window where nothing was typed.
    bool eventFilter(QObject* edit, QEvent* event) override;

    QHBoxLayout* editRow() const { return m_editRow; }

  private:
    void buildControls();
    void connectSignals();
    void markInvalid();

    QHBoxLayout* m_editRow = nullptr;
    QLineEdit* m_edit = nullptr;
};

/// A path, typed or chosen in a dialog.
class FileControl : public TextControl {
    Q_OBJECT

  public:
    explicit FileControl(const ParameterSpec& spec, QWidget* parent = nullptr);

    QPushButton* browseButton() const { return m_browse; }

  private:
    void buildControls();
    void connectSignals();
    void browse();

    QPushButton* m_browse = nullptr;
};

} // namespace plumbline
