#include "core/report/report_csv.h"

#include "core/lab/text.h"

namespace plumbline {

namespace {

std::string field(const std::string& text, char separator = ',') {
    if (text.find_first_of("\"\r\n") == std::string::npos && text.find(separator) == text.npos)
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

/// Rows of fields, one under another.
class Table {
  public:
    explicit Table(char separator) : m_separator(separator) {}

    void add(const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            m_text += (i > 0 ? std::string(1, m_separator) : "") + field(row[i], m_separator);
        m_text += "\n";
    }

    std::string text() { return std::move(m_text); }

  private:
    char m_separator;
    std::string m_text;
};

void addSeries(Table& table, const Series& series) {
    for (std::size_t i = 0; i < series.x.size(); ++i)
        table.add({series.name, roleName(series.role), number(series.x[i]), cell(series.y, i),
                   cell(series.low, i), cell(series.high, i), cell(series.error, i),
                   i < series.labels.size() ? series.labels[i] : ""});
}

void addMatrix(Table& table, const std::string& name, const Matrix& matrix) {
    for (std::size_t i = 0; i < matrix.values.size(); ++i)
        table.add({name, std::to_string(i / matrix.columns), std::to_string(i % matrix.columns),
                   number(matrix.values[i])});
}

void addHeatmap(Table& table, const Heatmap& heatmap) {
    table.add({"matrix", "row", "column", "value"});
    addMatrix(table, "matrix", heatmap.matrix);
    if (heatmap.twin)
        addMatrix(table, "twin", *heatmap.twin);
}

void addFlow(Table& table, const FlowGraph& graph) {
    table.add({"from", "to", "value"});
    for (const auto& edge : graph.edges)
        table.add({edge.from, edge.to, number(edge.value)});
}

} // namespace

std::string figureTable(const Figure& figure, char separator) {
    Table table(separator);
    if (const auto* heatmap = std::get_if<Heatmap>(&figure.content)) {
        addHeatmap(table, *heatmap);
    } else if (const auto* graph = std::get_if<FlowGraph>(&figure.content)) {
        addFlow(table, *graph);
    } else {
        table.add({"series", "role", "x", "y", "low", "high", "error", "label"});
        for (const Series* series : seriesOf(figure))
            addSeries(table, *series);
    }
    return table.text();
}

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
        files.emplace_back(std::move(*next++), figureTable(figure, ','));
    return files;
}

} // namespace plumbline
