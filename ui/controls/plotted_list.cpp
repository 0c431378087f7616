#include "ui/controls/plotted_list.h"

#include "ui/controls/appearance.h"
#include "ui/controls/paragraph.h"

#include <QHBoxLayout>
#include <QPainter>

namespace plumbline {
namespace {

constexpr QSize kSwatch(18, 16); ///< as high as a line of text
constexpr double kBarWidth = 10;
constexpr double kResidualWidth = 2;

} // namespace

RoleSwatch::RoleSwatch(QWidget* parent) : QWidget(parent) {
    setFixedSize(kSwatch);
}

void RoleSwatch::setRole(SeriesRole role) {
    if (role == m_role)
        return;
    m_role = role;
    update();
}

void RoleSwatch::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(themeOf(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area(rect());
    const QPointF left(area.left() + 1, area.center().y());
    const QPointF right(area.right() - 1, area.center().y());
    const auto centred = [&](double width) {
        return QRectF(area.center().x() - width / 2, area.top() + 3, width, area.height() - 6);
    };
    switch (m_role) {
    case SeriesRole::simulated:
        painter.fillRect(centred(kBarWidth), theme.simulated);
        break;
    case SeriesRole::band:
        painter.fillRect(centred(area.width() - 2), theme.band);
        break;
    case SeriesRole::law:
        painter.setPen(QPen(theme.law, 2));
        painter.drawLine(left, right);
        break;
    case SeriesRole::alternative:
        painter.setPen(QPen(theme.alternative, 2, Qt::DashLine));
        painter.drawLine(left, right);
        break;
    case SeriesRole::marker:
        painter.fillRect(centred(kResidualWidth), theme.simulated);
        break;
    }
}

PlottedList::PlottedList(QWidget* parent) : QWidget(parent) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing::kTiny);
}

void PlottedList::addRow() {
    Row row{new QWidget, new RoleSwatch, new Paragraph};
    auto* line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::kSmall);
    line->addWidget(row.swatch, 0, Qt::AlignTop);
    line->addWidget(row.meaning, 1);
    m_column->addWidget(row.widget);
    m_rows.push_back(row);
}

void PlottedList::setItems(const std::vector<PlottedItem>& items) {
    while (m_rows.size() < items.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].widget->setVisible(i < items.size());
        if (i >= items.size())
            continue;
        m_rows[i].swatch->setRole(items[i].role);
        m_rows[i].meaning->setParagraph(items[i].meaning);
    }
}

} // namespace plumbline
