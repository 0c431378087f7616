#include "app/commands.h"
#include "app/interrupt.h"
#include "app/progress_bar.h"
#include "app/verdict_text.h"
#include "core/labs/catalogue.h"
#include "core/report/number_format.h"

namespace plumbline {

namespace {

struct Case {
    const Lab* lab;
    std::string title;
    Parameters parameters;
    std::int64_t trials;
};

std::vector<Case> casesOf(const Lab& lab) {
    const auto& description = lab.description();
    std::vector<Case> cases = {
        {&lab, "defaults", Parameters(description.parameters), description.defaultTrials}};
    for (const auto& preset : description.presets)
        cases.push_back({&lab, "preset " + preset.id, presetParameters(description, preset),
                         preset.trials.value_or(description.defaultTrials)});
    return cases;
}

/// Unset when interrupted.
std::optional<Report> runCase(const Case& each, unsigned threads, bool quiet,
                              const InterruptGuard& interrupt) {
    Scene scene = defaultScene(*each.lab);
    const auto run = each.lab->start(each.parameters, scene.seed, each.trials);
    ProgressBar bar(each.trials, quiet);
    run->advance(each.trials, {.stop = interrupt.token(),
                               .threads = threads,
                               .deadline = std::nullopt,
                               .progress = [&](std::int64_t done) { bar.show(done); }});
    if (interrupt.interrupted())
        return std::nullopt;
    return run->report(Detail::figures);
}

} // namespace

ExitCode verifyLabs(const std::vector<std::string>& ids, const std::string& threads, bool quiet) {
    std::vector<const Lab*> labs = ids.empty() ? catalogue() : std::vector<const Lab*>();
    for (const auto& id : ids) {
        labs.push_back(findLab(id));
        if (!labs.back()) {
            printMessage(unknownLab(id));
            return ExitCode::badInput;
        }
    }
    const auto threadCount = parseThreads(threads);
    if (const auto* problem = std::get_if<std::string>(&threadCount)) {
        printMessage(*problem);
        return ExitCode::badInput;
    }
    const InterruptGuard interrupt;
    ExitCode result = ExitCode::good;
    for (const Lab* lab : labs) {
        for (const auto& each : casesOf(*lab)) {
            const auto report = runCase(each, std::get<unsigned>(threadCount), quiet, interrupt);
            if (!report) {
                printMessage("interrupted");
                return ExitCode::interrupted;
            }
            const std::string heading = lab->description().id + ", " + each.title + ", " +
                                        formatCount(report->trials) + " trials\n";
            if (const auto written = printResult(heading + verdictText(report->verdicts) + "\n");
                written != ExitCode::good)
                return written;
            if (report->anyCheckDisagrees())
                result = ExitCode::disagrees;
        }
    }
    return result;
}

} // namespace plumbline
