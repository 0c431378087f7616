#include "app/run_options.h"

#include "core/lab/text.h"
#include "core/labs/catalogue.h"

#include <algorithm>
#include <thread>

namespace plumbline {

namespace {

constexpr std::int64_t kMostThreads = 1024;
constexpr unsigned kMostDefaultThreads = 64;

std::vector<std::string> parameterNames(const Lab& lab) {
    std::vector<std::string> names;
    for (const auto& spec : lab.description().parameters)
        names.push_back(spec.name);
    return names;
}

/// Turns options into a plan step by step; every step adds the problems it finds.
class Planner {
  public:
    explicit Planner(const RunOptions& options) : m_options(options) {}

    std::variant<RunPlan, std::vector<std::string>> plan() {
        if (readStart()) {
            for (const auto& assignment : m_options.assignments)
                readAssignment(assignment);
            warnOfIdleParameters();
            readNumbers();
            if (!m_options.data.empty())
                problem(m_plan.lab->description().id + " takes no data file, got " +
                        inQuotes(m_options.data.front()));
        }
        if (m_problems.empty())
            for (const auto& found :
                 validate(*m_plan.lab, m_plan.scene.parameters, m_plan.scene.trials))
                problem(found.message);
        if (!m_problems.empty())
            return m_problems;
        return m_plan;
    }

  private:
    void problem(const std::string& message) { m_problems.push_back(message); }

    /// The lab and the scene to start from; false when there is none.
    bool readStart() {
        if (!m_options.lab.empty() && !(m_plan.lab = findLab(m_options.lab))) {
            problem(unknownLab(m_options.lab));
            return false;
        }
        if (m_options.scene.empty()) {
            if (!m_plan.lab) {
                problem("run needs a LAB or a --scene; `plumbline labs` lists the labs");
                return false;
            }
            m_plan.scene = defaultScene(*m_plan.lab);
            return true;
        }
        return readScene();
    }

    bool readScene() {
        auto reading = parseScene(m_options.scene, catalogue());
        m_plan.warnings = reading.ignored;
        if (!reading.scene) {
            m_problems = reading.problems;
            return false;
        }
        m_plan.scene = *reading.scene;
        const Lab* lab = findLab(m_plan.scene.lab);
        if (m_plan.lab && m_plan.lab != lab) {
            problem("the scene is of lab \"" + m_plan.scene.lab + "\", but the lab named is \"" +
                    m_options.lab + "\"");
            return false;
        }
        m_plan.lab = lab;
        return true;
    }

    void readAssignment(const std::string& assignment) {
        const auto equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0) {
            problem("--set takes NAME=VALUE, got " + inQuotes(assignment));
            return;
        }
        const std::string name = assignment.substr(0, equals);
        const std::string value = assignment.substr(equals + 1);
        const auto& specs = m_plan.lab->description().parameters;
        const auto spec = std::ranges::find(specs, name, &ParameterSpec::name);
        if (spec == specs.end()) {
            problem("unknown parameter " + inQuotes(name) + " of " + m_plan.lab->description().id +
                    suggestion(name, parameterNames(*m_plan.lab)));
            return;
        }
        const auto parsed = parseValue(*spec, value);
        if (const auto* found = std::get_if<Problem>(&parsed))
            problem(found->message);
        else
            m_plan.scene.parameters.set(name, std::get<ParameterValue>(parsed));
        m_assigned.push_back(&*spec);
    }

    /// What was set but does not matter with the other values.
    void warnOfIdleParameters() {
        for (const ParameterSpec* spec : m_assigned)
            if (!applies(*spec, m_plan.scene.parameters))
                m_plan.warnings.push_back(spec->name + " has no effect: " + spec->applies->reason);
    }

    void readNumbers() {
        if (!m_options.seed.empty())
            take(parseSeed(m_options.seed), m_plan.scene.seed);
        if (!m_options.trials.empty())
            take(parseTrials(m_options.trials), m_plan.scene.trials);
        const auto threads = parseThreads(m_options.threads);
        if (const auto* message = std::get_if<std::string>(&threads))
            problem(*message);
        else
            m_plan.threads = std::get<unsigned>(threads);
    }

    template <class Number>
    void take(const std::variant<Number, Problem>& parsed, Number& target) {
        if (const auto* found = std::get_if<Problem>(&parsed))
            problem(found->message);
        else
            target = std::get<Number>(parsed);
    }

    const RunOptions& m_options;
    RunPlan m_plan;
    std::vector<std::string> m_problems;
    std::vector<const ParameterSpec*> m_assigned;
};

} // namespace

std::variant<RunPlan, std::vector<std::string>> planRun(const RunOptions& options) {
    return Planner(options).plan();
}

std::variant<unsigned, std::string> parseThreads(const std::string& text) {
    if (text.empty())
        return std::clamp(std::thread::hardware_concurrency(), 1U, kMostDefaultThreads);
    const auto threads = parseInteger(text);
    if (!threads || *threads < 1 || *threads > kMostThreads)
        return "threads must be a whole number in [1, 1024], got " + inQuotes(text);
    return static_cast<unsigned>(*threads);
}

std::string unknownLab(const std::string& id) {
    std::vector<std::string> ids;
    for (const Lab* lab : catalogue())
        ids.push_back(lab->description().id);
    return "unknown lab " + inQuotes(id) + suggestion(id, ids) +
           " (there are: " + joined(ids, " and ") + ")";
}

} // namespace plumbline
