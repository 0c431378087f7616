#pragma once

#include "ui/session/scene_source.h"

#include <QObject>

#include <vector>

class QDropEvent;
class QWidget;

namespace plumbline {

class DropOverlay;

/// Takes what is dropped onto a window, and what the clipboard holds.
class SceneIntake : public QObject {
    Q_OBJECT

  public:
    /// The window accepts drops from now on.
    SceneIntake(QWidget* window, const std::vector<const Lab*>& labs);

    FoundScene fromClipboard() const;

    DropOverlay* overlay() const { return m_overlay; }

  signals:
    void dropped(const FoundScene& found);

  protected:
    bool eventFilter(QObject* window, QEvent* event) override;

  private:
    void dragOver(QDropEvent* event);
    void drop(QDropEvent* event);

    const std::vector<const Lab*> m_labs;
    DropOverlay* m_overlay;
};

} // namespace plumbline
