#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>

class QPushButton;

namespace plumbline {

class ComboBox;

/// Trials at one's own pace: how many to add at once, the button that adds them, and the one that
/// watches single draws from the first on.
class StepControls : public QWidget {
    Q_OBJECT

  public:
    explicit StepControls(QWidget* parent = nullptr);

    std::int64_t stepSize() const;

    /// To the next larger or smaller size, as far as there is one.
    void changeStepSize(int by);

    /// Shows whether draws are watched. Emits nothing.
    void setWatching(bool watching);

    /// Why there is nothing to watch, for the button's tooltip; empty where there is.
    void setHiddenReason(const QString& reason);

    ComboBox* sizes() const { return m_sizes; }
    QPushButton* stepButton() const { return m_step; }
    QPushButton* watchButton() const { return m_watch; }

  signals:
    void stepRequested();
    void watchToggled(bool watch);

  private:
    void buildControls();
    void connectSignals();

    ComboBox* m_sizes = nullptr;
    QPushButton* m_step = nullptr;
    QPushButton* m_watch = nullptr;
    QString m_hiddenReason;
};

} // namespace plumbline
