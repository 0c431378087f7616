#include "app/commands.h"
#include "app/image_output.h"
#include "app/interrupt.h"
#include "app/output_plan.h"
#include "app/progress_bar.h"
#include "app/verdict_text.h"
#include "core/report/number_format.h"

#include <chrono>

namespace plumbline {

namespace {

struct RunResult {
    Report report;
    RunRecord record;
};

RunResult advance(const RunPlan& plan, bool quiet, Detail detail, const InterruptGuard& interrupt) {
    const auto start = std::chrono::steady_clock::now();
    const auto run = plan.lab->start(plan.scene.parameters, plan.scene.seed, plan.scene.trials);
    {
        ProgressBar bar(plan.scene.trials, quiet);
        run->advance(plan.scene.trials, {.stop = interrupt.token(),
                                         .threads = plan.threads,
                                         .deadline = std::nullopt,
                                         .progress = [&](std::int64_t done) { bar.show(done); }});
    }
    RunResult result{.report = run->report(detail), .record = {}};
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    result.record = {.seconds = elapsed.count(),
                     .threads = plan.threads,
                     .interrupted = result.report.trials < plan.scene.trials};
    return result;
}

/// The arrays and figures that this run will have: those of a report without any trial.
Report preview(const RunPlan& plan) {
    return plan.lab->start(plan.scene.parameters, plan.scene.seed, plan.scene.trials)
        ->report(Detail::complete);
}

ExitCode finish(const RunResult& result, const OutputPlan& outputs) {
    if (result.record.interrupted)
        printMessage("interrupted after " + formatCount(result.report.trials) + " of " +
                     formatCount(result.report.plannedTrials) +
                     " trials; what is written holds these alone");
    if (const auto code = outputs.write(result.report, result.record); code != ExitCode::good)
        return code;
    if (!outputs.jsonOnStdout())
        if (const auto code = printResult(verdictText(result.report.verdicts));
            code != ExitCode::good)
            return code;
    if (result.record.interrupted)
        return ExitCode::interrupted;
    return result.report.anyCheckDisagrees() ? ExitCode::disagrees : ExitCode::good;
}

} // namespace

ExitCode runLab(const RunOptions& options) {
    const auto planned = planRun(options);
    if (const auto* problems = std::get_if<std::vector<std::string>>(&planned)) {
        for (const auto& problem : *problems)
            printMessage(problem);
        return ExitCode::badInput;
    }
    const auto& plan = std::get<RunPlan>(planned);
    for (const auto& warning : plan.warnings)
        printMessage(warning);
    OutputPlan outputs;
    RunResult result;
    {
        const InterruptGuard interrupt; // ends before the outputs open: a FIFO may wait for ever
        if (const auto code = outputs.prepare(options, plan.scene, preview(plan));
            code != ExitCode::good)
            return code;
        result = advance(plan, options.quiet, outputs.detail(), interrupt);
    }
    return finish(result, outputs);
}

} // namespace plumbline
