#pragma once

#include <QWidget>

namespace plumbline {

/**
 * Lab list, page and side panel in a row. In a narrow window the side panel is a drawer that slides
 * over the page when asked for.
 */
class Workspace : public QWidget {
    Q_OBJECT

  public:
    Workspace(QWidget* list, QWidget* page, QWidget* side, QWidget* parent = nullptr);

    bool isNarrow() const { return m_narrow; }
    void setDrawerOpen(bool open);
    void setListShown(bool shown);

    /// Whether there is a side panel at all, as a column or a drawer.
    void setSideShown(bool shown);

  signals:
    void narrowChanged(bool narrow);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void place();

    QWidget* m_list;
    QWidget* m_page;
    QWidget* m_side;
    bool m_narrow = false;
    bool m_drawerOpen = false;
    bool m_listShown = true;
    bool m_sideShown = true;
};

} // namespace plumbline
