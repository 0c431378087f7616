#include "core/report/report_json.h"

#include "core/lab/version.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace plumbline {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    constexpr double kExactIntegers = 9007199254740992.0; // 2^53
    if (value == std::floor(value) && std::fabs(value) <= kExactIntegers)
        return static_cast<std::int64_t>(value); // "70", not "70.0"
    return value;
}

Json number(const std::optional<double>& value) {
    return value ? number(*value) : Json(nullptr);
}

Json numbers(const std::vector<double>& values) {
    Json array = Json::array();
    for (const double value : values)
        array.push_back(number(value));
    return array;
}

template <class Items>
Json orNull(const Items& items, Json (*convert)(const Items&)) {
    return items.empty() ? Json(nullptr) : convert(items);
}

Json strings(const std::vector<std::string>& values) {
    return Json(values);
}

Json valueJson(const ParameterValue& value) {
    if (const auto* real = std::get_if<double>(&value))
        return number(*real);
    if (const auto* list = std::get_if<std::vector<double>>(&value))
        return numbers(*list);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return *whole;
    if (const auto* on = std::get_if<bool>(&value))
        return *on;
    return std::get<std::string>(value);
}

std::string verdictKindName(VerdictKind kind) {
    return kind == VerdictKind::check ? "check" : "comparison";
}

Json verdictJson(const Verdict& verdict) {
    const auto agrees = verdict.agrees();
    return {{"id", verdict.id},
            {"title", verdict.title},
            {"kind", verdictKindName(verdict.kind)},
            {"measured", number(verdict.measured)},
            {"standard_error", number(verdict.standardError)},
            {"expected", number(verdict.expected)},
            {"tolerance", number(verdict.tolerance)},
            {"p_value", number(verdict.pValue)},
            {"agrees", agrees ? Json(*agrees) : Json(nullptr)},
            {"source", verdict.source},
            {"note", verdict.undetermined.empty() ? verdict.note : verdict.undetermined}};
}

Json arrayJson(const NamedArray& array) {
    return {{"shape", array.shape}, {"data", numbers(array.values)}};
}

Json axisJson(const Axis& axis) {
    return {{"label", axis.label},
            {"unit", axis.unit},
            {"scale", axis.scale == AxisScale::linear ? "linear" : "log"}};
}

Json seriesJson(const Series& series) {
    return {{"name", series.name},
            {"role", roleName(series.role)},
            {"x", numbers(series.x)},
            {"y", orNull(series.y, numbers)},
            {"low", orNull(series.low, numbers)},
            {"high", orNull(series.high, numbers)},
            {"error", orNull(series.error, numbers)},
            {"labels", orNull(series.labels, strings)}};
}

Json matrixJson(const Matrix& matrix) {
    return {{"shape", {matrix.rows, matrix.columns}}, {"data", numbers(matrix.values)}};
}

Json heatmapJson(const Heatmap& heatmap) {
    Json json = matrixJson(heatmap.matrix);
    json["rows"] = orNull(heatmap.rowLabels, strings);
    json["columns"] = orNull(heatmap.columnLabels, strings);
    json["twin"] = heatmap.twin ? matrixJson(*heatmap.twin) : Json(nullptr);
    return json;
}

Json nodesJson(const FlowGraph& graph) {
    Json nodes = Json::array();
    for (const auto& node : graph.nodes)
        nodes.push_back({{"id", node.id}, {"title", node.title}, {"value", number(node.value)}});
    return nodes;
}

Json edgesJson(const FlowGraph& graph) {
    Json edges = Json::array();
    for (const auto& edge : graph.edges)
        edges.push_back({{"from", edge.from}, {"to", edge.to}, {"value", number(edge.value)}});
    return edges;
}

Json figureJson(const Figure& figure) {
    Json series = Json::array();
    for (const Series* each : seriesOf(figure))
        series.push_back(seriesJson(*each));
    const auto* heatmap = std::get_if<Heatmap>(&figure.content);
    const auto* graph = std::get_if<FlowGraph>(&figure.content);
    return {{"id", figure.id},
            {"kind", kindName(figure.content)},
            {"title", figure.title},
            {"caption", figure.caption},
            {"x", axisJson(figure.x)},
            {"y", axisJson(figure.y)},
            {"series", std::move(series)},
            {"matrix", heatmap ? heatmapJson(*heatmap) : Json(nullptr)},
            {"nodes", graph ? nodesJson(*graph) : Json(nullptr)},
            {"edges", graph ? edgesJson(*graph) : Json(nullptr)}};
}

Json specJson(const ParameterSpec& spec) {
    const bool isNumber = spec.kind == ParameterKind::real || spec.kind == ParameterKind::integer ||
                          spec.kind == ParameterKind::vector;
    Json choices = nullptr;
    for (const auto& choice : spec.choices)
        choices.push_back({{"id", choice.id}, {"title", choice.title}});
    Json applicability = nullptr;
    if (spec.applies)
        applicability = {{"parameter", spec.applies->parameter},
                         {"values", spec.applies->values},
                         {"reason", spec.applies->reason}};
    return {{"name", spec.name},
            {"symbol", spec.symbol},
            {"title", spec.title},
            {"description", spec.description},
            {"kind", kindName(spec.kind)},
            {"default", valueJson(spec.defaultValue)},
            {"minimum", isNumber ? number(spec.minimum) : Json(nullptr)},
            {"maximum", isNumber ? number(spec.maximum) : Json(nullptr)},
            {"step", isNumber ? number(spec.step) : Json(nullptr)},
            {"scale", !isNumber ? Json(nullptr)
                                : Json(spec.scale == ParameterScale::linear ? "linear" : "log")},
            {"choices", choices},
            {"applies_when", applicability}};
}

Json presetJson(const Preset& preset) {
    Json values = Json::object();
    for (const auto& [name, value] : preset.values)
        values[name] = valueJson(value);
    return {{"id", preset.id},
            {"title", preset.title},
            {"description", preset.description},
            {"parameters", values},
            {"trials", preset.trials ? Json(*preset.trials) : Json(nullptr)}};
}

template <class Items, class Convert>
Json list(const Items& items, Convert convert) {
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(convert(item));
    return array;
}

std::string written(const Json& json) {
    // Text from outside may not be UTF-8; what is not is replaced, never thrown over.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

Scene reportScene(const Report& report, const ViewSettings& view) {
    return {.lab = report.lab,
            .parameters = report.parameters,
            .seed = report.seed,
            .trials = report.trials > 0 ? report.trials : report.plannedTrials,
            .view = view};
}

std::string reportJson(const Report& report, const RunRecord& record) {
    Json parameters = Json::object();
    for (const auto& [name, value] : report.parameters.entries())
        parameters[name] = valueJson(value);
    Json arrays = Json::object();
    for (const auto& array : report.arrays)
        arrays[array.name] = arrayJson(array);
    return written({{"schema", 1},
                    {"program", "plumbline"},
                    {"version", version()},
                    {"scene", formatScene(reportScene(report))},
                    {"lab", report.lab},
                    {"seed", report.seed},
                    {"trials", report.trials},
                    {"parameters", parameters},
                    {"verdicts", list(report.verdicts, verdictJson)},
                    {"arrays", arrays},
                    {"figures", list(report.figures, figureJson)},
                    {"run", {{"seconds", number(record.seconds)}, {"threads", record.threads}}}});
}

std::string describeJson(const LabDescription& lab) {
    return written(
        {{"id", lab.id},
         {"group", lab.group},
         {"title", lab.title},
         {"summary", lab.summary},
         {"trial", lab.trial},
         {"trials", {{"default", lab.defaultTrials}, {"minimum", 1}, {"maximum", kMaximumTrials}}},
         {"parameters", list(lab.parameters, specJson)},
         {"presets", list(lab.presets, presetJson)},
         {"arrays", list(lab.arrays,
                         [](const ArrayDescription& array) -> Json {
                             return {{"name", array.name},
                                     {"shape", array.shape},
                                     {"description", array.description}};
                         })},
         {"figures", list(lab.figures,
                          [](const FigureDescription& figure) -> Json {
                              return {{"id", figure.id},
                                      {"kind", figure.kind},
                                      {"title", figure.title},
                                      {"description", figure.description}};
                          })},
         {"verdicts", list(lab.verdicts, [](const VerdictDescription& verdict) -> Json {
              return {{"id", verdict.id},
                      {"title", verdict.title},
                      {"kind", verdictKindName(verdict.kind)},
                      {"description", verdict.description},
                      {"undetermined_when", verdict.undeterminedWhen}};
          })}});
}

std::string labsJson(const std::vector<const Lab*>& labs) {
    return written(list(labs, [](const Lab* lab) -> Json {
        const auto& description = lab->description();
        return {{"id", description.id}, {"group", description.group}, {"title", description.title}};
    }));
}

} // namespace plumbline
