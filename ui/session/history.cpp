#include "ui/session/history.h"

#include "ui/session/scene_change.h"

#include <QUndoCommand>

#include <chrono>
#include <utility>

namespace plumbline {
namespace {

constexpr std::int64_t kStrokeMilliseconds = 300;
constexpr int kMostSteps = 500;
constexpr int kAlone = -1; ///< QUndoCommand's id of what never merges

std::int64_t steadyMilliseconds() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// In an action's text, a lone ampersand marks a key.
QString forMenus(QString text) {
    return text.replace(u'&', QStringLiteral("&&"));
}

/// A step that has been taken already: the first redo() does nothing.
class Step : public QUndoCommand {
  public:
    Step(History& history, HistoryPlace before, HistoryPlace after, const QString& text)
        : QUndoCommand(forMenus(text)), m_history(history), m_before(std::move(before)),
          m_after(std::move(after)) {}

    /// Edits of one stroke merge.
    void setStroke(const LabDescription& lab, int stroke) {
        m_lab = &lab;
        m_stroke = stroke;
    }

    int id() const override { return m_stroke; }

    bool mergeWith(const QUndoCommand* other) override {
        m_after = static_cast<const Step*>(other)->m_after;
        const QString text = describeChange(*m_lab, m_before.scene, m_after.scene);
        setText(forMenus(text));
        setObsolete(text.isEmpty());
        return true;
    }

    void undo() override { emit m_history.placeWanted(m_before); }

    void redo() override {
        if (!std::exchange(m_isNew, false))
            emit m_history.placeWanted(m_after);
    }

  private:
    History& m_history;
    HistoryPlace m_before;
    HistoryPlace m_after;
    const LabDescription* m_lab = nullptr;
    int m_stroke = kAlone;
    bool m_isNew = true;
};

} // namespace

History::History(QObject* parent) : History(steadyMilliseconds, parent) {}

History::History(Clock clock, QObject* parent) : QObject(parent), m_clock(std::move(clock)) {
    m_stack.setUndoLimit(kMostSteps);
    // What follows an undo starts a stroke of its own.
    connect(this, &History::placeWanted, this, [this] { m_lastNames.clear(); });
}

int History::strokeOf(const std::vector<std::string>& names) {
    const std::int64_t now = m_clock();
    if (names != m_lastNames || now - m_lastTime > kStrokeMilliseconds)
        ++m_stroke;
    m_lastNames = names;
    m_lastTime = now;
    return m_stroke;
}

void History::addEdit(const LabDescription& lab, const Scene& before, const Scene& after,
                      const QString& text) {
    auto names = changedNames(before, after);
    if (names.empty())
        return;
    const bool isNamed = !text.isEmpty();
    auto* step = new Step(*this, {before, before.lab, false}, {after, after.lab, false},
                          isNamed ? text : describeChange(lab, before, after));
    names.push_back(before.lab);
    if (isNamed)
        m_lastNames.clear();
    else
        step->setStroke(lab, strokeOf(names));
    m_stack.push(step);
}

void History::addOpening(const Scene& before, const Scene& after, const std::string& shownBefore,
                         const QString& text) {
    if (before == after && shownBefore == after.lab)
        return;
    m_lastNames.clear();
    m_stack.push(new Step(*this, {before, shownBefore, true}, {after, after.lab, true}, text));
}

} // namespace plumbline
