#include "ui/window/lab_list.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>

namespace plumbline {
namespace {

constexpr int kRowHeight = 26;
constexpr int kGroupHeight = 24;
constexpr int kLaterGroupHeight = 34;

QFont groupFont() {
    QFont font = type::ticks();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

LabList::LabList(const std::vector<const Lab*>& labs, QWidget* parent) : QListWidget(parent) {
    buildControls(labs);
    connectSignals();
}

void LabList::buildControls(const std::vector<const Lab*>& labs) {
    setObjectName(QStringLiteral("labList"));
    setAccessibleName(tr("Labs"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setTextElideMode(Qt::ElideRight);
    std::string group;
    for (const Lab* lab : labs) {
        const LabDescription& description = lab->description();
        if (description.group != group) {
            auto* header = new QListWidgetItem(QString::fromStdString(description.group), this);
            header->setFlags(Qt::NoItemFlags);
            header->setFont(groupFont());
            header->setSizeHint({0, group.empty() ? kGroupHeight : kLaterGroupHeight});
            header->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            group = description.group;
        }
        auto* item = new QListWidgetItem(QString::fromStdString(description.title), this);
        item->setData(Qt::UserRole, QString::fromStdString(description.id));
        item->setToolTip(QString::fromStdString(description.summary));
        item->setSizeHint({0, kRowHeight});
    }
}

void LabList::connectSignals() {
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            emit labChosen(item->data(Qt::UserRole).toString());
    });
}

void LabList::showLab(const std::string& id) {
    const QSignalBlocker quiet(this);
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Qt::UserRole).toString().toStdString() == id)
            setCurrentRow(row);
    }
}

void LabList::keyPressEvent(QKeyEvent* event) {
    // Space belongs to the window: it runs and pauses.
    if (event->key() == Qt::Key_Space)
        event->ignore();
    else
        QListWidget::keyPressEvent(event);
}

} // namespace plumbline
