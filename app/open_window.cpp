#include "app/commands.h"
#include "core/lab/scene.h"
#include "core/lab/text.h"
#include "core/lab/version.h"
#include "core/labs/catalogue.h"
#include "ui/export/scene_file.h"
#include "ui/window/main_window.h"
#include "ui/window/session_files.h"

#include <QApplication>
#include <QIcon>

#include <clocale>
#include <unistd.h>

namespace plumbline {

namespace {

struct SceneText {
    std::string text;
    std::string problem; ///< empty when there is a text
};

SceneText readTarget(const std::string& target) {
    if (target.starts_with("plumbline:"))
        return {target, {}};
    const SceneFile file = readSceneFile(QString::fromStdString(target));
    if (file.isData)
        return {{},
                "cannot open " + inQuotes(target) +
                    ": it is a data file, and no lab takes one yet"};
    return {file.scene.toStdString(), file.problem.toStdString()};
}

/// The scene to open, or an unset one to start with; false when the target is bad.
bool readScene(const std::string& target, std::optional<Scene>& scene) {
    if (target.empty())
        return true;
    const auto text = readTarget(target);
    if (!text.problem.empty()) {
        printMessage(text.problem);
        return false;
    }
    const auto reading = parseScene(text.text, catalogue());
    for (const auto& message : reading.ignored)
        printMessage(message);
    for (const auto& message : reading.problems)
        printMessage(message);
    scene = reading.scene;
    return scene.has_value();
}

bool hasDisplay() {
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ||
           !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

ExitCode refuseWithoutDisplay(const std::string& reason) {
    printMessage("opening the window needs a display, and " + reason +
                 "; `plumbline run` works without one");
    return ExitCode::systemError;
}

/// Qt ends the program when the display does not answer; this says so in our words first.
void handleQtMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (type == QtFatalMsg && message.contains("platform plugin"))
        ::_exit(static_cast<int>(refuseWithoutDisplay("this one cannot be reached")));
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

} // namespace

ExitCode openWindow(const std::string& target, int argc, char** argv) {
    std::optional<Scene> scene;
    if (!readScene(target, scene))
        return ExitCode::badInput;
    if (!hasDisplay())
        return refuseWithoutDisplay("there is none");
    qInstallMessageHandler(handleQtMessage);
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt has set the user's; numbers are written the same anywhere
    QApplication::setApplicationName("Plumbline");
    QApplication::setApplicationVersion(version());
    QApplication::setDesktopFileName("plumbline");
    QApplication::setWindowIcon(QIcon(":/icons/plumbline.svg"));
    MainWindow window(scene, storageOfUser());
    if (!target.empty() && !target.starts_with("plumbline:"))
        window.files()->setOpened(QString::fromStdString(target));
    window.show();
    return QApplication::exec() == 0 ? ExitCode::good : ExitCode::systemError;
}

} // namespace plumbline
