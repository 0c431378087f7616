#pragma once

#include "core/lab/lab.h"
#include "core/lab/scene.h"

#include <QObject>
#include <QUndoStack>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace plumbline {

/// Where a step of the history leads.
struct HistoryPlace {
    Scene scene;
    std::string shownLab; ///< the lab to show with it, often the scene's own
    bool whole = false;   ///< the way it is looked at belongs to the step too
};

/**
 * What was changed, to be undone and redone: a scene before and after each step. Whoever changes a
 * scene says so after the fact; undo and redo ask back by placeWanted(). Changes of one and the
 * same value that follow each other within 300 ms are one step, as a drag is, and a step that ends
 * where it began is none. The 500 newest steps are kept.
 */
class History : public QObject {
    Q_OBJECT

  public:
    /// Milliseconds since any moment, never running backwards.
    using Clock = std::function<std::int64_t()>;

    explicit History(QObject* parent = nullptr);
    explicit History(Clock clock, QObject* parent = nullptr);

    /// Values of the shown lab were edited. text: what the step is called, where it has a name of
    /// its own, as a preset has; such a step stands alone.
    void addEdit(const LabDescription& lab, const Scene& before, const Scene& after,
                 const QString& text = {});

    /// Another screen was opened, while shownBefore was on show; before is of the lab of after.
    void addOpening(const Scene& before, const Scene& after, const std::string& shownBefore,
                    const QString& text);

    QUndoStack* stack() { return &m_stack; }

  signals:
    void placeWanted(const HistoryPlace& place);

  private:
    int strokeOf(const std::vector<std::string>& names);

    QUndoStack m_stack;
    Clock m_clock;
    int m_stroke = 0; ///< edits with the same number belong together
    std::vector<std::string> m_lastNames;
    std::int64_t m_lastTime = 0;
};

} // namespace plumbline
