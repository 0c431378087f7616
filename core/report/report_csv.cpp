#include "core/report/report_csv.h"

#include "core/lab/text.h"

namespace plumbline {

namespace {

std::string field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quotedText = "\"";
    for (const char c : text)
        quotedText += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quotedText + "\"";
}

std::string number(double value) {
    return plainNumber(value);
}

std::string cell(const std::vector<double>& column, std::size_t row) {
    return row < column.size() ? number(column[row]) : "";
}

std::string matrixCsv(std::size_t columns, const std::vector<double>& values) {
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i)
        text += number(values[i]) + ((i + 1) % columns == 0 ? "\n" : ",");
    return text;
}

std::string arrayCsv(const NamedArray& array) {
    std::size_t columns = 1;
    for (std::size_t axis = 1; axis < array.shape.size(); ++axis)
        columns *= array.shape[axis];
    if (columns == 1 || array.values.empty())
        return field(array.name) + "\n" + matrixCsv(1, array.values);
    std::string header;
    for (std::size_t column = 0; column < columns; ++column)
        header += (column > 0 ? "," : "") + field(array.name + "_" + std::to_string(column));
    return header + "\n" + matrixCsv(columns, array.values);
}

std::string seriesRows(const Series& series) {
    std::string text;
    const std::string head = field(series.name) + "," + roleName(series.role) + ",";
    for (std::size_t i = 0; i < series.x.size(); ++i)
        text += head + number(series.x[i]) + "," + cell(series.y, i) + "," + cell(series.low, i) +
                "," + cell(series.high, i) + "," + cell(series.error, i) + "," +
                (i < series.labels.size() ? field(series.labels[i]) : "") + "\n";
    return text;
}

std::string matrixRows(const std::string& name, const Matrix& matrix) {
    std::string text;
    for (std::size_t i = 0; i < matrix.values.size(); ++i)
        text += field(name) + "," + std::to_string(i / matrix.columns) + "," +
                std::to_string(i % matrix.columns) + "," + number(matrix.values[i]) + "\n";
    return text;
}

std::string heatmapCsv(const Heatmap& heatmap) {
    const std::string twin = heatmap.twin ? matrixRows("twin", *heatmap.twin) : "";
    return "matrix,row,column,value\n" + matrixRows("matrix", heatmap.matrix) + twin;
}

std::string flowCsv(const FlowGraph& graph) {
    std::string text = "from,to,value\n";
    for (const auto& edge : graph.edges)
        text += field(edge.from) + "," + field(edge.to) + "," + number(edge.value) + "\n";
    return text;
}

std::string figureCsv(const Figure& figure) {
    if (const auto* heatmap = std::get_if<Heatmap>(&figure.content))
        return heatmapCsv(*heatmap);
    if (const auto* graph = std::get_if<FlowGraph>(&figure.content))
        return flowCsv(*graph);
    std::string text = "series,role,x,y,low,high,error,label\n";
    for (const Series* series : seriesOf(figure))
        text += seriesRows(*series);
    return text;
}

} // namespace

std::vector<std::string> reportCsvNames(const Report& report) {
    std::vector<std::string> names;
    for (const auto& array : report.arrays)
        names.push_back(array.name + ".csv");
    for (const auto& figure : report.figures)
        names.push_back("figure-" + figure.id + ".csv");
    return names;
}

std::vector<std::pair<std::string, std::string>> reportCsv(const Report& report) {
    std::vector<std::pair<std::string, std::string>> files;
    auto names = reportCsvNames(report);
    auto next = names.begin();
    for (const auto& array : report.arrays)
        files.emplace_back(std::move(*next++), arrayCsv(array));
    for (const auto& figure : report.figures)
        files.emplace_back(std::move(*next++), figureCsv(figure));
    return files;
}

} // namespace plumbline
