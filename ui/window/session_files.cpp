#include "ui/window/session_files.h"

#include "core/lab/text.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

namespace plumbline {
namespace {

const char* const kSuffix = "plumbline";

QString startFolder(const Session& session) {
    if (!session.file().isEmpty())
        return QFileInfo(session.file()).path();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

/// "drops.plumbline – ~/lessons"; the number is its key.
QString entryText(int number, const QFileInfo& file) {
    QString folder = file.path();
    if (folder.startsWith(QDir::homePath()))
        folder.replace(0, QDir::homePath().size(), u'~');
    QString text = QStringLiteral("%1 – %2").arg(file.fileName(), folder);
    text.replace(u'&', QStringLiteral("&&"));
    if (!file.exists())
        text = SessionFiles::tr("%1 (missing)").arg(text);
    return number < 10 ? QStringLiteral("&%1 %2").arg(number).arg(text) : text;
}

} // namespace

SessionFiles::SessionFiles(QWidget* window, const std::vector<const Lab*>& labs,
                           std::function<Scene()> scene, WindowSettings* settings)
    : QObject(window), m_window(window), m_labs(labs), m_scene(std::move(scene)),
      m_recent(settings) {}

void SessionFiles::addTo(QMenu* menu) {
    const auto add = [this, menu](const QString& text, const QString& keys, auto slot) {
        QAction* action = menu->addAction(text, this, slot);
        action->setShortcut(keys);
    };
    add(tr("&Open…"), tr("Ctrl+O"), &SessionFiles::askWhatToOpen);
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &SessionFiles::fillRecent);
    menu->addSeparator();
    add(tr("&Save"), tr("Ctrl+S"), &SessionFiles::save);
    add(tr("Save &as…"), tr("Ctrl+Shift+S"), &SessionFiles::askWhereToSave);
}

void SessionFiles::fillRecent() {
    m_recentMenu->clear();
    int number = 0;
    for (const QString& file : m_recent.files()) {
        QAction* action = m_recentMenu->addAction(entryText(++number, QFileInfo(file)));
        action->setEnabled(QFileInfo::exists(file));
        connect(action, &QAction::triggered, this, [this, file] { emit fileChosen(file); });
    }
    if (number == 0)
        m_recentMenu->addAction(tr("No files yet"))->setEnabled(false);
    m_recentMenu->addSeparator();
    QAction* clear = m_recentMenu->addAction(tr("&Clear this list"));
    clear->setEnabled(number > 0);
    connect(clear, &QAction::triggered, this, [this] { m_recent.clear(); });
}

void SessionFiles::setOpened(const QString& file) {
    m_recent.add(file);
    if (QFileInfo(file).suffix() == QLatin1String(kSuffix))
        m_session.setFile(file, m_scene());
    emit changed();
}

void SessionFiles::askWhatToOpen() {
    auto* dialog =
        new QFileDialog(m_window, tr("Open a session"), startFolder(m_session),
                        tr("Sessions and pictures (*.plumbline *.png *.svg *.pdf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SessionFiles::fileChosen);
    dialog->open();
}

void SessionFiles::askWhereToSave() {
    auto* dialog = new QFileDialog(m_window, tr("Save the session"), startFolder(m_session),
                                   tr("Sessions (*.plumbline)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1String(kSuffix));
    connect(dialog, &QFileDialog::fileSelected, this, &SessionFiles::saveTo);
    dialog->open();
}

void SessionFiles::save() {
    if (m_session.file().isEmpty())
        askWhereToSave();
    else
        saveTo(m_session.file());
}

void SessionFiles::saveTo(const QString& file) {
    if (QFileInfo(file).suffix() != QLatin1String(kSuffix))
        return emit failed(tr("a session's name must end in .plumbline, got %1").arg(file));
    const Scene scene = m_scene();
    const SceneReading again = parseScene(formatScene(scene), m_labs);
    if (!again.scene)
        return emit failed(tr("cannot save %1: %2")
                               .arg(file, QString::fromStdString(joined(again.problems, "; "))));
    if (const auto problem = m_session.save(file, scene))
        return emit failed(*problem);
    m_recent.add(file);
    emit changed();
}

} // namespace plumbline
