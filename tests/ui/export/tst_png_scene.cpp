#include "core/io/output_file.h"
#include "ui/export/png_scene.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

namespace {

const std::string kScene = "plumbline:kept-units?v=1&p=0.3&M=1000&seed=7&trials=1000000";

QImage picture(int width = 40, int height = 30) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    return image;
}

} // namespace

class TestPngScene : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir m_folder;

    QString write(const char* name, const QByteArray& bytes) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        return path;
    }

    static FileScene read(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read the test's file");
        return sceneInPng(file);
    }

  private slots:
    void theSceneIsReadBack_data() {
        QTest::addColumn<QString>("scene");
        QTest::newRow("ascii") << QString::fromStdString(kScene);
        QTest::newRow("other text") << QStringLiteral("plumbline:x?note=λ ≥ 1");
        QTest::newRow("empty value") << QStringLiteral("plumbline:x?note=");
        QTest::newRow("long") << QStringLiteral("plumbline:x?note=") + QString(5000, u'a');
    }
    void theSceneIsReadBack() {
        QFETCH(QString, scene);
        const QString path = write("scene.png", encodePng(picture(), scene.toStdString()));
        const FileScene reading = read(path);
        QCOMPARE(reading.problem, QString());
        QCOMPARE(reading.scene, scene);
    }

    void otherReadersFindPictureAndText() {
        const QString path = write("read.png", encodePng(picture(), kScene, "Kept units – λ"));
        QImageReader reader(path);
        QCOMPARE(reader.text(QStringLiteral("plumbline-scene")), QString::fromStdString(kScene));
        QCOMPARE(reader.text(QStringLiteral("Title")), QStringLiteral("Kept units – λ"));
        QVERIFY(reader.text(QStringLiteral("Software")).startsWith(QStringLiteral("Plumbline ")));
        const QImage image = reader.read();
        QCOMPARE(image.size(), QSize(40, 30));
        QCOMPARE(image.pixelColor(5, 5), QColor(Qt::darkCyan));
    }

    void theFilePassesThroughTheCoresWriter() {
        const QByteArray png = encodePng(picture(), kScene);
        const QString path = m_folder.filePath(QStringLiteral("written.png"));
        const auto problem = writeOutputFile(
            path.toStdString(), {png.constData(), static_cast<std::size_t>(png.size())});
        QVERIFY2(!problem, problem.value_or("").c_str());
        QCOMPARE(read(path).scene, QString::fromStdString(kScene));
    }

    void thePhysicalSizeIsTheImages() {
        QImage image = picture();
        image.setDotsPerMeterX(10000);
        image.setDotsPerMeterY(5000);
        const QByteArray png = encodePng(image, kScene);
        const qsizetype at = png.indexOf("pHYs");
        QVERIFY(at > 0);
        QCOMPARE(png.mid(at + 4, 9), QByteArray::fromHex("000027100000138801"));
    }

    void aPictureThatIsNoneGivesNoBytes() { QVERIFY(encodePng(QImage(), kScene).isEmpty()); }

    void everyTruncationIsNoticed() {
        const QByteArray png = encodePng(picture(), kScene);
        for (int length = 0; length < png.size(); ++length) {
            const FileScene reading = read(write("short.png", png.left(length)));
            QVERIFY2(!reading.problem.isEmpty() && reading.scene.isEmpty(),
                     qPrintable(QString::number(length)));
        }
    }

    void everyChangedByteIsNoticed() {
        const QByteArray png = encodePng(picture(), kScene);
        for (int i = 0; i < png.size(); ++i) {
            QByteArray damaged = png;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
            const FileScene reading = read(write("damaged.png", damaged));
            QVERIFY2(!reading.problem.isEmpty(), qPrintable(QString::number(i)));
        }
    }

    void whatIsNoPictureOfOursSaysSo_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("not a PNG");
        QTest::newRow("text") << QByteArray("p,M\n0.3,100\n") << QStringLiteral("not a PNG");
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0 JFIF", 9)
                              << QStringLiteral("not a PNG");
        QTest::newRow("huge chunk") << QByteArray("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR", 16)
                                    << QStringLiteral("cut short");
        QTest::newRow("signature alone")
            << QByteArray("\x89PNG\r\n\x1a\n", 8) << QStringLiteral("cut short");
    }
    void whatIsNoPictureOfOursSaysSo() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const QString path = write("foreign.png", bytes);
        const FileScene reading = read(path);
        QVERIFY2(reading.problem.contains(words), qPrintable(reading.problem));
    }

    void aForeignPictureHasNoScene() {
        const QString path = m_folder.filePath(QStringLiteral("other.png"));
        QVERIFY(picture().save(path));
        const FileScene reading = read(path);
        QVERIFY2(reading.problem.contains(QStringLiteral("no Plumbline scene")),
                 qPrintable(reading.problem));
    }
};

QTEST_GUILESS_MAIN(TestPngScene)
#include "tst_png_scene.moc"
