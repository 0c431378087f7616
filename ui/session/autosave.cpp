#include "ui/session/autosave.h"

#include "core/io/output_file.h"

#include <QDir>
#include <QFile>
#include <QUuid>

namespace plumbline {
namespace {

constexpr int kDelayMilliseconds = 2000;
constexpr qint64 kLongestContent = 16 << 20;
constexpr QLatin1String kContentSuffix(".scenes");
constexpr QLatin1String kLockSuffix(".lock");

QString newName(const QString& folder) {
    return folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

std::optional<std::string> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLongestContent)
        return std::nullopt;
    const QByteArray content = file.readAll();
    return content.trimmed().isEmpty() ? std::nullopt : std::optional(content.toStdString());
}

} // namespace

Autosave::Autosave(QString folder, std::function<std::string()> content, QObject* parent)
    : QObject(parent), m_folder(std::move(folder)), m_file(newName(m_folder) + kContentSuffix),
      m_content(std::move(content)), m_lock(m_file.chopped(kContentSuffix.size()) + kLockSuffix) {
    m_lock.setStaleLockTime(0);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMilliseconds);
    m_writer.setMaxThreadCount(1); // what is written last is the newest
    connect(&m_delay, &QTimer::timeout, this, &Autosave::write);
}

Autosave::~Autosave() {
    m_writer.waitForDone();
}

void Autosave::touch() {
    if (!m_delay.isActive())
        m_delay.start();
}

bool Autosave::flush() {
    if (m_delay.isActive()) {
        m_delay.stop();
        write();
    }
    m_writer.waitForDone();
    return m_lock.isLocked() && m_written;
}

bool Autosave::lock() {
    return m_lock.isLocked() || (QDir().mkpath(m_folder) && m_lock.tryLock(0));
}

void Autosave::write() {
    if (!lock())
        return showOutcome(tr("%1 cannot be written to").arg(m_folder));
    m_writer.start([this, path = m_file.toStdString(), content = m_content()] {
        const auto problem = writeOutputFile(path, content).value_or(std::string());
        m_written = problem.empty();
        QMetaObject::invokeMethod(
            this, [this, problem] { showOutcome(QString::fromStdString(problem)); },
            Qt::QueuedConnection);
    });
}

void Autosave::showOutcome(const QString& problem) {
    if (problem == m_problem)
        return;
    m_problem = problem;
    emit problemChanged(problem);
}

void Autosave::findLeftBehind() {
    const auto files = QDir(m_folder).entryInfoList({QStringLiteral("*") + kContentSuffix},
                                                    QDir::Files, QDir::Time);
    for (const QFileInfo& file : files) {
        const QString path = file.filePath();
        auto lock = std::make_unique<QLockFile>(path.chopped(kContentSuffix.size()) + kLockSuffix);
        lock->setStaleLockTime(0); // stale when its program is gone, however old
        if (path == m_file || !lock->tryLock(0))
            continue;
        m_left = contentOf(path);
        if (!m_left)
            continue;
        m_leftLock = std::move(lock);
        m_leftFile = path;
        return;
    }
}

void Autosave::discardLeftBehind() {
    if (m_left)
        QFile::remove(m_leftFile);
    m_left.reset();
    m_leftLock.reset();
}

void Autosave::finish() {
    m_delay.stop();
    m_writer.waitForDone();
    if (m_lock.isLocked())
        QFile::remove(m_file);
    m_lock.unlock();
}

} // namespace plumbline
