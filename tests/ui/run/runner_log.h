#pragma once

#include "tests/support/sample_lab.h"
#include "ui/run/runner.h"

#include <QStringList>

namespace plumbline::testing {

inline SampleLab::Behaviour slow(std::chrono::microseconds chunkCost, std::int64_t chunk = 100) {
    SampleLab::Behaviour behaviour;
    behaviour.chunk = chunk;
    behaviour.chunkCost = chunkCost;
    return behaviour;
}

inline RunRequest requestOf(const Lab& lab, double p, std::int64_t trials, std::uint64_t seed = 7) {
    RunRequest request;
    request.lab = &lab;
    request.parameters = Parameters(lab.description().parameters);
    request.parameters.set("p", p);
    request.seed = seed;
    request.plannedTrials = trials;
    return request;
}

/// Everything a runner said, in order.
struct Log {
    explicit Log(Runner& runner) {
        QObject::connect(&runner, &Runner::reportReady,
                         [this](const std::shared_ptr<const Report>& report, double rate) {
                             reports.push_back(report);
                             rates.push_back(rate);
                         });
        QObject::connect(
            &runner, &Runner::completeReport,
            [this](const std::shared_ptr<const Report>& report) { complete.push_back(report); });
        QObject::connect(&runner, &Runner::trialsDrawn,
                         [this](const std::vector<ShownTrial>& trials) {
                             drawn.insert(drawn.end(), trials.begin(), trials.end());
                         });
        QObject::connect(&runner, &Runner::restarted,
                         [this](const QString& reason) { restarts << reason; });
        QObject::connect(&runner, &Runner::finished, [this] { ++finished; });
        QObject::connect(&runner, &Runner::failed,
                         [this](const QString& message) { errors << message; });
    }
    const Report& last() const { return *reports.back(); }

    std::vector<std::shared_ptr<const Report>> reports;
    std::vector<std::shared_ptr<const Report>> complete;
    std::vector<ShownTrial> drawn;
    std::vector<double> rates;
    int finished = 0;
    QStringList restarts;
    QStringList errors;
};

inline bool equal(const Report& a, const Report& b) {
    return a.parameters == b.parameters && a.seed == b.seed && a.trials == b.trials &&
           a.plannedTrials == b.plannedTrials && a.figures == b.figures && a.verdicts == b.verdicts;
}

} // namespace plumbline::testing
