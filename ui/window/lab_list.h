#pragma once

#include "core/lab/lab.h"

#include <QListWidget>

namespace plumbline {

/// The labs under the names of their groups.
class LabList : public QListWidget {
    Q_OBJECT

  public:
    explicit LabList(const std::vector<const Lab*>& labs, QWidget* parent = nullptr);

    /// Marks the lab as the current one; emits nothing.
    void showLab(const std::string& id);

  signals:
    void labChosen(const QString& id);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void buildControls(const std::vector<const Lab*>& labs);
    void connectSignals();
};

} // namespace plumbline
