#include "core/numeric/gauss_legendre.h"

#include <QtTest>

#include <cmath>

using namespace plumbline;

class TestGaussLegendre : public QObject {
    Q_OBJECT

  private slots:
    void weightsSumToOneAndMirror();
    void polynomialsToDegree31AreExact_data();
    void polynomialsToDegree31AreExact();
    void smoothFunctionsConvergeOnPanels();
};

void TestGaussLegendre::weightsSumToOneAndMirror() {
    double sum = 0.0;
    for (int i = 0; i < kQuadratureNodes; ++i) {
        const QuadratureNode& mirrored = kGaussLegendre[kQuadratureNodes - 1 - i];
        QVERIFY(std::fabs(kGaussLegendre[i].position + mirrored.position - 1.0) < 1e-15);
        QCOMPARE(kGaussLegendre[i].weight, mirrored.weight);
        sum += kGaussLegendre[i].weight;
    }
    QVERIFY(std::fabs(sum - 1.0) < 1e-15);
}

void TestGaussLegendre::polynomialsToDegree31AreExact_data() {
    QTest::addColumn<int>("degree");
    for (int degree : {0, 1, 2, 15, 30, 31})
        QTest::addRow("degree %d", degree) << degree;
}

void TestGaussLegendre::polynomialsToDegree31AreExact() {
    QFETCH(int, degree);
    const auto power = [&](double x) { return std::pow(x, degree); };
    const double exact = 1.0 / (degree + 1);
    QVERIFY(std::fabs(integrate(power, 0.0, 1.0, 1) / exact - 1.0) < 1e-14);
}

void TestGaussLegendre::smoothFunctionsConvergeOnPanels() {
    const auto fall = [](double x) { return std::exp(-x); };
    QVERIFY(std::fabs(integrate(fall, 0.0, 42.0, 3) - 1.0) < 1e-15);
}

QTEST_APPLESS_MAIN(TestGaussLegendre)
#include "tst_gauss_legendre.moc"
