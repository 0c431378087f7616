#include "ui/window/workspace.h"

#include <algorithm>

namespace plumbline {
namespace {

constexpr int kListWidth = 174;
constexpr int kNarrowListWidth = 150;
constexpr int kSideWidth = 308;
constexpr int kNarrow = 1100;
constexpr int kVeryNarrow = 800;

} // namespace

Workspace::Workspace(QWidget* list, QWidget* page, QWidget* side, QWidget* parent)
    : QWidget(parent), m_list(list), m_page(page), m_side(side) {
    for (QWidget* child : {list, page, side})
        child->setParent(this);
    m_side->raise();
}

void Workspace::setDrawerOpen(bool open) {
    m_drawerOpen = open;
    place();
}

void Workspace::setListShown(bool shown) {
    m_listShown = shown;
    place();
}

void Workspace::setSideShown(bool shown) {
    m_sideShown = shown;
    place();
}

void Workspace::resizeEvent(QResizeEvent*) {
    const bool narrow = width() < kNarrow;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        emit narrowChanged(narrow);
    }
    place();
}

void Workspace::place() {
    const int usualList = width() < kVeryNarrow ? kNarrowListWidth : kListWidth;
    const int list = m_listShown ? usualList : 0;
    const int side = std::min(kSideWidth, width() - list);
    const bool beside = m_sideShown && !m_narrow;
    m_list->setGeometry(0, 0, list, height());
    m_list->setVisible(m_listShown);
    m_page->setGeometry(list, 0, width() - list - (beside ? side : 0), height());
    m_side->setGeometry(width() - side, 0, side, height());
    m_side->setVisible(beside || (m_sideShown && m_drawerOpen));
}

} // namespace plumbline
