#pragma once

#include <QLockFile>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace plumbline {

/**
 * Keeps what a window shows in a file of its own, written whole, behind the window, within two
 * seconds of a change. finish() removes it; a program that dies leaves it behind, for the next one
 * to find. Every running window holds the lock beside its file, so that none takes another's.
 */
class Autosave : public QObject {
    Q_OBJECT

  public:
    /// content: what there is to keep, asked for when it is written.
    Autosave(QString folder, std::function<std::string()> content, QObject* parent = nullptr);

    /// Without finish(), the file stays.
    ~Autosave() override;

    /// Something changed.
    void touch();

    /// Writes now what touch() announced, and waits for it.
    /// False where the newest content is not in a file.
    bool flush();

    /// Looks for what programs left behind when they died. What is found is nobody else's until
    /// discardLeftBehind() or the end of this object.
    void findLeftBehind();

    /// The newest content that was found.
    const std::optional<std::string>& leftBehind() const { return m_left; }
    void discardLeftBehind();

    /// The end is a clean one: nothing is left behind.
    void finish();

    QString file() const { return m_file; }

  signals:
    /// Why keeping fails, once for each reason; empty when it works again.
    void problemChanged(const QString& problem);

  private:
    void write();
    bool lock();
    void showOutcome(const QString& problem);

    QString m_folder;
    QString m_file;
    std::function<std::string()> m_content;
    QLockFile m_lock;
    std::unique_ptr<QLockFile> m_leftLock;
    QString m_leftFile;
    std::optional<std::string> m_left;
    QTimer m_delay;
    std::atomic<bool> m_written = false; ///< the newest content that was given to the writer
    QThreadPool m_writer;
    QString m_problem;
};

} // namespace plumbline
