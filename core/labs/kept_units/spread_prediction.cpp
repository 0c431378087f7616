#include "core/lab/prediction.h"
#include "core/labs/kept_units/explained_laws.h"
#include "core/labs/kept_units/explained_numbers.h"

#include <cmath>

namespace plumbline::kept_units {

namespace {

/// Numbers near the right one, for when the typical mistakes coincide with it.
void addNeighbours(std::vector<NumberAnswer>& tempting, double spread) {
    tempting.push_back({"double", 2 * spread, "Two standard deviations: twice too wide."});
    tempting.push_back({"half", spread / 2, "Half a standard deviation: twice too narrow."});
}

Prediction fixedUnits(const Parameters& parameters, const Setting& setting) {
    const double p = setting.dropProbability;
    const double q = setting.keepProbability();
    const auto m = static_cast<double>(setting.units);
    const double spread = std::sqrt(m * p * q);
    std::vector<NumberAnswer> tempting = {
        {"variance", m * p * q, "M p q is the variance: the root was forgotten."},
        {"poisson", std::sqrt(m * q), "√(M q) is the Poisson law's spread: it lacks the factor p."},
        {"root-units", std::sqrt(m), "√M forgets how likely a unit is to be kept."},
        {"widest", std::sqrt(m) / 2, "√M / 2 is the spread at p = 1/2, the widest there is."},
        {"units", m, "M is the number of all units, not the spread of the kept."}};
    addNeighbours(tempting, spread);
    const std::string who =
        setting.units == 1 ? "One unit is" : "**" + units(setting.units) + "** units are each";
    return numberPrediction(who + " kept with probability **" + keepText(setting) +
                                "**. How far from the mean does the number kept typically fall: "
                                "how large is its standard deviation?",
                            {"spread", spread, "√(M p q): the root of the variance."}, tempting,
                            parameters);
}

Prediction randomUnits(const Parameters& parameters, const Setting& setting) {
    const double p = setting.dropProbability;
    const double q = setting.keepProbability();
    const double rate = setting.rate;
    const double spread = std::sqrt(rate * q);
    std::vector<NumberAnswer> tempting = {
        {"fixed", std::sqrt(rate * p * q),
         "√(λ p q) would be right for M fixed at λ: the luck in M adds to it."},
        {"variance", rate * q, "λ q is the variance: the root was forgotten."},
        {"root-rate", std::sqrt(rate), "√λ is the spread of M, before anything is dropped."},
        {"rate", rate, "λ is the mean number of units, not the spread of the kept."},
        {"three-quarters", std::sqrt(rate) / 2, "√λ / 2 is the spread at p = 3/4."}};
    addNeighbours(tempting, spread);
    return numberPrediction("Each trial draws its own number of units from Poisson(**" +
                                exactly(rate) + "**) and keeps each with probability **" +
                                keepText(setting) +
                                "**. How large is the standard deviation of the number kept?",
                            {"spread", spread, "√(λ q): the kept count is Poisson with mean λ q."},
                            tempting, parameters);
}

} // namespace

Prediction predictSpread(const Parameters& parameters, const Setting& setting) {
    return setting.randomUnits ? randomUnits(parameters, setting) : fixedUnits(parameters, setting);
}

} // namespace plumbline::kept_units
