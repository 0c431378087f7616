#include "ui/window/scene_intake.h"

#include "ui/window/drop_overlay.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QWidget>

namespace plumbline {

SceneIntake::SceneIntake(QWidget* window, const std::vector<const Lab*>& labs)
    : QObject(window), m_labs(labs), m_overlay(new DropOverlay(window)) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

FoundScene SceneIntake::fromClipboard() const {
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    FoundScene found = mime ? sceneInMime(*mime, m_labs) : FoundScene();
    if (!mime || !isAnswered(*mime))
        found.problem = tr("The clipboard holds no scene");
    return found;
}

bool SceneIntake::eventFilter(QObject* window, QEvent* event) {
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        dragOver(static_cast<QDropEvent*>(event));
        return true;
    case QEvent::DragLeave:
        m_overlay->hide();
        return true;
    case QEvent::Drop:
        m_overlay->hide();
        drop(static_cast<QDropEvent*>(event));
        return true;
    default:
        return QObject::eventFilter(window, event);
    }
}

void SceneIntake::dragOver(QDropEvent* event) {
    if (!isAnswered(*event->mimeData()))
        return event->ignore();
    event->setDropAction(Qt::CopyAction); // never move a file away from where it came
    event->accept();
    const QString file = QFileInfo(fileInMime(*event->mimeData())).fileName();
    const QString text =
        file.isEmpty() ? tr("Drop to restore this screen") : tr("Drop to open %1").arg(file);
    if (m_overlay->isHidden() || m_overlay->text() != text)
        m_overlay->showOver(text);
}

void SceneIntake::drop(QDropEvent* event) {
    if (!isAnswered(*event->mimeData()))
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit dropped(sceneInMime(*event->mimeData(), m_labs));
}

} // namespace plumbline
