#include "core/distributions/binomial.h"
#include "core/distributions/poisson.h"
#include "tests/support/reference_table.h"
#include "tests/support/worst_error.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <memory>

using namespace plumbline;
using plumbline::test::toDouble;

namespace {

using Law = std::shared_ptr<const CountLaw>;

Law tabulatedLaw(const QString& table, const test::ReferenceRow& row) {
    if (table == "binomial.txt")
        return std::make_shared<Binomial>(std::stoll(row[0]), toDouble(row[1]));
    return std::make_shared<Poisson>(DoubleDouble(toDouble(row[0]), toDouble(row[1])));
}

std::vector<test::ReferenceRow> rowsOf(const QString& table) {
    return test::referenceTable((PLUMBLINE_TEST_DATA "/" + table).toStdString());
}

std::string nameOf(const test::ReferenceRow& row) {
    return row[0] + " " + row[1] + " " + row[2];
}

double relativeError(double value, double expected) {
    // Below 1e-290 digits run out; a double cannot hold them.
    const double scale = std::max(std::fabs(expected), 1e-290);
    return std::fabs(value - expected) / scale;
}

void bothTables() {
    QTest::addColumn<QString>("table");
    QTest::newRow("binomial") << "binomial.txt";
    QTest::newRow("Poisson") << "poisson.txt";
}

} // namespace

class TestLawTables : public QObject {
    Q_OBJECT

  private slots:
    void probabilitiesMatchSixtyDigits_data() { bothTables(); }
    void probabilitiesMatchSixtyDigits();
    void logarithmsMatchSixtyDigits_data() { bothTables(); }
    void logarithmsMatchSixtyDigits();
    void bothTailsMatchSixtyDigits_data() { bothTables(); }
    void bothTailsMatchSixtyDigits();
    void bitsAreTheSameOnEveryMachine();
};

void TestLawTables::probabilitiesMatchSixtyDigits() {
    QFETCH(QString, table);
    test::WorstError worst;
    for (const auto& row : rowsOf(table)) {
        const Law law = tabulatedLaw(table, row);
        worst.add(relativeError(law->pmf(std::stoll(row[2])), toDouble(row[3])) / 1e-15,
                  nameOf(row));
    }
    qInfo("%s e-15", worst.report().c_str());
    QVERIFY2(worst.error < 5.0, worst.report().c_str());
}

void TestLawTables::logarithmsMatchSixtyDigits() {
    QFETCH(QString, table);
    test::WorstError worst;
    for (const auto& row : rowsOf(table)) {
        const Law law = tabulatedLaw(table, row);
        const double expected = toDouble(row[4]);
        const double error = std::fabs(law->logPmf(std::stoll(row[2])) - expected);
        worst.add(error / std::max(1.0, std::fabs(expected)) / 1e-16, nameOf(row));
    }
    qInfo("%s e-16", worst.report().c_str());
    QVERIFY2(worst.error < 5.0, worst.report().c_str());
}

void TestLawTables::bothTailsMatchSixtyDigits() {
    QFETCH(QString, table);
    test::WorstError worst;
    for (const auto& row : rowsOf(table)) {
        if (std::isnan(toDouble(row[5])))
            continue;
        const Law law = tabulatedLaw(table, row);
        const std::int64_t k = std::stoll(row[2]);
        worst.add(relativeError(law->cdf(k), toDouble(row[5])) / 1e-15, nameOf(row) + " cdf");
        worst.add(relativeError(law->survival(k), toDouble(row[6])) / 1e-15,
                  nameOf(row) + " survival");
    }
    qInfo("%s e-15", worst.report().c_str());
    QVERIFY2(worst.error < 20.0, worst.report().c_str());
}

void TestLawTables::bitsAreTheSameOnEveryMachine() {
    // FNV-1a over every number of both tables; any other value means that draws differ somewhere.
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char* table : {"binomial.txt", "poisson.txt"})
        for (const auto& row : rowsOf(table)) {
            const Law law = tabulatedLaw(table, row);
            const std::int64_t k = std::stoll(row[2]);
            for (double value : {law->pmf(k), law->logPmf(k), law->cdf(k), law->survival(k)})
                hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3;
        }
    QCOMPARE(hash, std::uint64_t{10959313084648029562u});
}

QTEST_APPLESS_MAIN(TestLawTables)
#include "tst_law_tables.moc"
