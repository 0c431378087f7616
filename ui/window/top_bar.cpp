#include "ui/window/top_bar.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTimer>

namespace plumbline {
namespace {

constexpr int kBarHeight = 44;
constexpr int kNamePixels = 15;
constexpr int kRoomForPlace = 1010; ///< widths below which the bar drops what the menus have too
constexpr int kRoomForHistory = 980;
constexpr int kRoomForButtons = 830;
constexpr int kCopiedMilliseconds = 1500;
constexpr int kRunWidth = 92; ///< of its longest text

} // namespace

TopBar::TopBar(QWidget* parent) : QFrame(parent) {
    buildControls();
}

void TopBar::buildControls() {
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(kBarHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::kLarge, 0, spacing::kLarge, 0);
    row->setSpacing(spacing::kMedium);

    auto* name = new QLabel(QStringLiteral("Plumbline"));
    QFont nameFont = type::title();
    nameFont.setPixelSize(kNamePixels);
    name->setFont(nameFont);
    m_place = new QLabel;
    m_place->setProperty("role", "muted");
    m_menuBar = new QMenuBar;
    m_menuBar->setNativeMenuBar(false);
    m_menuBar->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(name);
    row->addWidget(m_place);
    row->addWidget(m_menuBar);
    row->addStretch();

    m_undo = addButton(tr("Undo"), {});
    m_redo = addButton(tr("Redo"), {});
    m_controls = addButton(tr("Controls"), tr("Show or hide the controls"));
    m_controls->setCheckable(true);
    m_theme = addButton(tr("Dark"), tr("Switch between light and dark"));
    m_copy = addButton(tr("Copy scene link"), tr("Copy the link that restores this screen"));
    m_export = addButton(tr("Export…"), tr("Export a picture (Ctrl+E)"));
    m_run = addButton(tr("Pause"), tr("Run or pause (Space)"));
    m_run->setProperty("primary", true);
    m_run->setFixedWidth(kRunWidth);
    m_controls->hide();
}

QPushButton* TopBar::addButton(const QString& text, const QString& toolTip) {
    auto* button = new QPushButton(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(toolTip);
    static_cast<QHBoxLayout*>(layout())->addWidget(button);
    return button;
}

void TopBar::setPlace(const QString& group, const QString& title) {
    m_place->setText(group + QStringLiteral(" / ") + title);
}

void TopBar::setHistory(QAction* undo, QAction* redo) {
    for (const auto& [button, action] : {std::pair(m_undo, undo), std::pair(m_redo, redo)}) {
        const auto follow = [button = button, action = action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip() + QStringLiteral(" (") +
                               action->shortcut().toString(QKeySequence::NativeText) + u')');
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        follow();
    }
}

void TopBar::showCopied() {
    m_copy->setFixedWidth(m_copy->sizeHint().width());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(kCopiedMilliseconds, m_copy,
                       [this] { m_copy->setText(tr("Copy scene link")); });
}

void TopBar::resizeEvent(QResizeEvent*) {
    m_place->setVisible(width() >= kRoomForPlace);
    m_undo->setVisible(width() >= kRoomForHistory);
    m_redo->setVisible(width() >= kRoomForHistory);
    m_copy->setVisible(width() >= kRoomForButtons);
    m_theme->setVisible(width() >= kRoomForButtons);
}

} // namespace plumbline
