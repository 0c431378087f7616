#include "ui/window/accessible_verdicts.h"

#include "ui/window/verdict_table.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace plumbline {
namespace {

/// One row of a table, which draws it and has no widget for it.
class AccessibleRow final : public QAccessibleInterface {
  public:
    AccessibleRow(VerdictTable* table, int index) : m_table(table), m_index(index) {}

    bool isValid() const override {
        return m_table && m_index < static_cast<int>(m_table->rows().size());
    }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return m_table ? QAccessible::queryAccessibleInterface(m_table) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Row; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.readOnly = true;
        state.invisible = !isValid() || !m_table->isVisible();
        return state;
    }
    QString text(QAccessible::Text kind) const override {
        if (kind != QAccessible::Name || !isValid())
            return {};
        return m_table->spokenRow(m_index);
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        if (!isValid())
            return {};
        const QRect row = m_table->rowRectangle(m_index);
        return {m_table->mapToGlobal(row.topLeft()), row.size()};
    }

  private:
    QPointer<VerdictTable> m_table;
    int m_index;
};

class AccessibleVerdicts final : public QAccessibleWidget {
  public:
    explicit AccessibleVerdicts(VerdictTable* table)
        : QAccessibleWidget(table, QAccessible::Table), m_table(table) {}
    ~AccessibleVerdicts() override {
        for (const QAccessible::Id row : m_rows)
            QAccessible::deleteAccessibleInterface(row);
    }

    int childCount() const override { return static_cast<int>(m_table->rows().size()); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_rows.size()) <= index)
            m_rows.push_back(QAccessible::registerAccessibleInterface(
                new AccessibleRow(m_table, static_cast<int>(m_rows.size()))));
        return QAccessible::accessibleInterface(m_rows[static_cast<std::size_t>(index)]);
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface* row) const override {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == row)
                return i;
        }
        return -1;
    }

  private:
    VerdictTable* m_table;
    mutable std::vector<QAccessible::Id> m_rows; ///< of the rows that were asked for
};

QAccessibleInterface* accessibleOf(const QString&, QObject* object) {
    auto* table = qobject_cast<VerdictTable*>(object);
    return table ? new AccessibleVerdicts(table) : nullptr;
}

} // namespace

void installAccessibleVerdicts() {
    [[maybe_unused]] static const bool installed =
        (QAccessible::installFactory(accessibleOf), true);
}

} // namespace plumbline
