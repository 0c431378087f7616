#include "app/command_line.h"

#include "app/commands.h"
#include "core/lab/text.h"
#include "core/lab/version.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <functional>
#include <new>

namespace plumbline {

namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 no check disagrees; 1 a check disagrees; 2 bad usage or bad input;\n"
    "3 the system failed (not writable, disk full, no font, no display); 130 interrupted.\n"
    "Results go to stdout, everything else to stderr.";

/// The words of every command and, once parsed, what to do.
struct Words {
    std::string target;
    bool json = false;
    std::string describedLab;
    std::vector<std::string> verifiedLabs;
    RunOptions run;
};

void addLabs(CLI::App& app, Words& words) {
    auto* labs = app.add_subcommand("labs", "List the labs");
    labs->add_flag("--json", words.json, "As JSON: [{\"id\", \"group\", \"title\"}]");
}

void addDescribe(CLI::App& app, Words& words) {
    auto* describe = app.add_subcommand(
        "describe", "Parameters, ranges, defaults, presets, arrays, verdicts and figures of a lab");
    describe->add_option("LAB", words.describedLab, "The lab's id, as `plumbline labs` lists it")
        ->required();
    describe->add_flag("--json", words.json, "As JSON");
}

void addThreadsAndQuiet(CLI::App* command, RunOptions& run) {
    command->add_option("--threads", run.threads, "Threads to use; never changes a result")
        ->type_name("N");
    command->add_flag("--quiet", run.quiet, "No progress on stderr");
}

void addRun(CLI::App& app, RunOptions& run) {
    auto* command = app.add_subcommand("run", "Run a lab without a window");
    command->add_option("LAB", run.lab, "The lab's id, as `plumbline labs` lists it");
    command
        ->add_option("--scene", run.scene,
                     "Start from a scene (its lab unless LAB is named); --set overrides")
        ->type_name("SCENE");
    command->add_option("--set", run.assignments, "Set a parameter; repeatable; vectors as 1,2,3")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
    command->add_option("--seed", run.seed, "Seed of all randomness, 0 to 2^53")->type_name("N");
    command->add_option("--trials", run.trials, "Number of trials, 1 to 1e12")->type_name("N");
    command
        ->add_option("--data", run.data, "A data file, where a lab takes data; NAME=FILE for more")
        ->type_name("[NAME=]FILE")
        ->allow_extra_args(false);
    command->add_option("--json", run.json, "Write the report as JSON; - is stdout")
        ->type_name("FILE|-");
    command->add_option("--csv", run.csvFolder, "Write one CSV per array and figure into a folder")
        ->type_name("DIR");
    auto* image = command
                      ->add_option("--image", run.images,
                                   "Write a picture of the page, or of --figure; repeatable")
                      ->type_name("FILE.png|.svg|.pdf")
                      ->allow_extra_args(false);
    command->add_option("--figure", run.figure, "The figure to draw in place of the page")
        ->type_name("ID")
        ->needs(image);
    command
        ->add_option("--size", run.size,
                     "Size of the picture in pixels at scale 1 (1280x800), or on paper (160x100mm)")
        ->type_name("WxH|WxHmm")
        ->needs(image);
    command
        ->add_option("--scale", run.scale,
                     "Pixels of a PNG per pixel of its size, as on a dense display")
        ->type_name("S")
        ->needs(image);
    command->add_option("--theme", run.theme, "Colours of the picture")
        ->type_name("light|dark")
        ->needs(image);
    addThreadsAndQuiet(command, run);
    command->footer(kExitCodes);
}

void addVerify(CLI::App& app, Words& words) {
    auto* verify =
        app.add_subcommand("verify", "Run labs at their defaults and presets: a verdict table");
    verify->add_option("LAB", words.verifiedLabs, "The labs; all when none is named");
    addThreadsAndQuiet(verify, words.run);
    verify->footer(kExitCodes);
}

void refuseEmptyValues(CLI::App& app) {
    const CLI::Validator notEmpty(
        [](const std::string& text) {
            return std::string(text.empty() ? "must not be empty" : "");
        },
        "");
    for (auto* command : app.get_subcommands({}))
        for (auto* option : command->get_options())
            option->check(notEmpty);
}

std::string commandNames(const CLI::App& app, std::vector<std::string>& names) {
    for (const auto* command : app.get_subcommands({}))
        names.push_back(command->get_name());
    return joined(names, ", ");
}

/// A word that is neither a command, a scene nor a file that could be one.
bool looksLikeTarget(const std::string& word) {
    return word.starts_with("plumbline:") || word.find('.') != std::string::npos ||
           word.find('/') != std::string::npos;
}

ExitCode open(const CLI::App& app, const Words& words, int argc, char** argv) {
    const bool isTarget = words.target.empty() || looksLikeTarget(words.target);
    if (isTarget && !app.remaining().empty()) {
        printMessage("unexpected argument " + inQuotes(app.remaining().front()) +
                     "\nRun with --help for more information.");
        return ExitCode::badInput;
    }
    if (isTarget)
        return openWindow(words.target, argc, argv);
    std::vector<std::string> names;
    const std::string all = commandNames(app, names);
    printMessage("unknown command " + inQuotes(words.target) + suggestion(words.target, names) +
                 " (there are: " + all + ")");
    return ExitCode::badInput;
}

ExitCode dispatch(const CLI::App& app, const Words& words, int argc, char** argv) {
    if (app.got_subcommand("labs"))
        return listLabs(words.json);
    if (app.got_subcommand("describe"))
        return describeLab(words.describedLab, words.json);
    if (app.got_subcommand("run"))
        return runLab(words.run);
    if (app.got_subcommand("verify"))
        return verifyLabs(words.verifiedLabs, words.run.threads, words.run.quiet);
    return open(app, words, argc, argv);
}

/// --help and --version are CLI11's "errors" with code 0; everything else is bad usage.
ExitCode endParsing(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
        std::ostringstream text;
        app.exit(error, text, text);
        return printResult(text.str());
    }
    printMessage(std::string(error.what()) + "\nRun with --help for more information.");
    return ExitCode::badInput;
}

} // namespace

int runCommandLine(int argc, char** argv) {
    CLI::App app("Plumbline: a laboratory for the mathematics of deep learning.\n"
                 "Without a command it opens the window, at the scene named or stored in the file.",
                 "plumbline");
    Words words;
    app.add_option(
        "SCENE", words.target,
        "A scene, or a file that holds one: FILE.plumbline, FILE.png, FILE.svg, FILE.pdf");
    app.set_version_flag("--version", std::string("plumbline ") + version());
    app.require_subcommand(0, 1);
    app.footer(kExitCodes);
    addLabs(app, words);
    addDescribe(app, words);
    addRun(app, words.run);
    addVerify(app, words);
    refuseEmptyValues(app);
    app.allow_extras(); // only now, so that commands do not inherit it: see open()

    ExitCode code = ExitCode::systemError;
    try {
        app.parse(argc, argv);
        code = dispatch(app, words, argc, argv);
    } catch (const CLI::ParseError& error) {
        code = endParsing(app, error);
    } catch (const std::bad_alloc&) {
        printMessage("out of memory");
    } catch (const std::exception& error) {
        printMessage(std::string("internal error: ") + error.what());
    }
    return static_cast<int>(code);
}

} // namespace plumbline
