#include "core/io/output_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <random>
#include <system_error>
#include <unistd.h>

namespace plumbline {

namespace {

namespace fs = std::filesystem;

std::string failure(const std::string& path, const std::string& reason) {
    return "cannot write " + path + ": " + reason;
}

std::string systemFailure(const std::string& path, int error) {
    return failure(path, std::generic_category().message(error));
}

/// A file descriptor that is closed when it goes out of scope.
class OpenFile {
  public:
    explicit OpenFile(int descriptor) : m_descriptor(descriptor) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { close(); }

    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }

    /// False when the system only now reports that earlier writes failed.
    bool close() {
        const bool good = m_descriptor < 0 || ::close(m_descriptor) == 0;
        m_descriptor = -1;
        return good;
    }

    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

  private:
    int m_descriptor;
};

/// The one of the program's own output streams that the file is, as /dev/stdout is.
std::optional<int> ownStream(const struct stat& file) {
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        struct stat stream {};
        if (::fstat(descriptor, &stream) == 0 && stream.st_dev == file.st_dev &&
            stream.st_ino == file.st_ino)
            return descriptor;
    }
    return std::nullopt;
}

/// A stream is continued where it stands, even where it was redirected to a regular file.
std::optional<std::string> writeDirectly(const std::string& path, std::optional<int> stream,
                                         std::string_view bytes) {
    OpenFile file(stream ? ::fcntl(*stream, F_DUPFD_CLOEXEC, 0)
                         : ::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen() || !file.write(bytes) || !file.close())
        return systemFailure(path, errno);
    return std::nullopt;
}

/// The file that a chain of links ends at, whether it exists or not.
fs::path withLinksFollowed(fs::path path) {
    constexpr int kMostLinks = 40; // as many as the system follows
    std::error_code error;
    for (int links = 0; links < kMostLinks && fs::is_symlink(path, error); ++links)
        path = path.parent_path() / fs::read_symlink(path, error);
    return path;
}

std::string temporaryName(const fs::path& target) {
    std::random_device device;
    return (target.parent_path() /
            ("." + target.filename().string().substr(0, 100) + "." + std::to_string(device())))
        .string();
}

/// Holds back the signals that end a program until the file is whole or gone again.
class SignalsHeldBack {
  public:
    SignalsHeldBack() {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&ending, signal);
        pthread_sigmask(SIG_BLOCK, &ending, &m_before);
    }
    ~SignalsHeldBack() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }

    SignalsHeldBack(const SignalsHeldBack&) = delete;
    SignalsHeldBack& operator=(const SignalsHeldBack&) = delete;

  private:
    sigset_t m_before{};
};

bool writeTemporary(const std::string& name, mode_t mode, bool keepMode, std::string_view bytes) {
    OpenFile file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    return file.isOpen() && (!keepMode || ::fchmod(file.descriptor(), mode) == 0) &&
           file.write(bytes) && ::fsync(file.descriptor()) == 0 && file.close();
}

std::optional<std::string> replace(const std::string& path, const struct stat* old,
                                   std::string_view bytes) {
    const fs::path target = withLinksFollowed(path);
    const std::string temporary = temporaryName(target);
    constexpr mode_t kPermissionBits = 07777;
    const mode_t mode = old ? old->st_mode & kPermissionBits : 0666;
    const SignalsHeldBack heldBack;
    if (writeTemporary(temporary, mode, old != nullptr, bytes) &&
        ::rename(temporary.c_str(), target.c_str()) == 0)
        return std::nullopt;
    const int error = errno;
    ::unlink(temporary.c_str());
    return systemFailure(path, error);
}

} // namespace

std::optional<std::string> checkOutputFile(const std::string& path) {
    if (path.empty())
        return "cannot write a file without a name";
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return failure(path, "it is a folder");
        if (::access(path.c_str(), W_OK) != 0)
            return systemFailure(path, errno);
        if (!S_ISREG(status.st_mode))
            return std::nullopt;
    } else if (errno != ENOENT) {
        return systemFailure(path, errno);
    }
    const fs::path parent = withLinksFollowed(path).parent_path();
    const std::string folder = parent.empty() ? "." : parent.string();
    if (::stat(folder.c_str(), &status) != 0)
        return failure(path, "there is no folder " + folder);
    if (!S_ISDIR(status.st_mode))
        return failure(path, folder + " is not a folder");
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        return systemFailure(path, errno);
    return std::nullopt;
}

std::optional<std::string> writeOutputFile(const std::string& path, std::string_view bytes) {
    if (auto problem = checkOutputFile(path))
        return problem;
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    const auto stream = exists ? ownStream(status) : std::nullopt;
    if (exists && (stream || !S_ISREG(status.st_mode)))
        return writeDirectly(path, stream, bytes);
    return replace(path, exists ? &status : nullptr, bytes);
}

} // namespace plumbline
