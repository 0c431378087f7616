#include "tests/support/sample_lab.h"
#include "ui/controls/number_box.h"
#include "ui/controls/parameter_panel.h"
#include "ui/export/png_scene.h"
#include "ui/session/session.h"
#include "ui/window/banner.h"
#include "ui/window/drop_overlay.h"
#include "ui/window/lab_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/report_page.h"
#include "ui/window/scene_intake.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

class TestSceneIntake : public QObject {
    Q_OBJECT

  private:
    SampleLab m_lab;
    SampleLab m_other{{}, "other", "Other units"};
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;

    Scene wanted() {
        Scene scene = defaultScene(m_other);
        scene.parameters.set("p", 1.0 / 3);
        scene.seed = 12345;
        scene.trials = 777;
        scene.view.theme = ThemeChoice::dark;
        scene.view.axes = AxesMode::theory;
        scene.view.set("histogram", {.x = AxisRange{1, 9}, .y = {}, .hidden = {"law"}});
        return scene;
    }
    QString text() { return QString::fromStdString(formatScene(wanted())); }
    QByteArray png() {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::white);
        return encodePng(image, formatScene(wanted()));
    }
    QString write(const char* name, const QByteArray& content) {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("a test's file cannot be written");
        return file.fileName();
    }
    void drag(const QMimeData& mime, bool& accepted) {
        QDragEnterEvent event({600, 300}, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton,
                              Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(m_window.get(), &event);
        accepted = event.isAccepted();
        if (accepted)
            QCOMPARE(event.dropAction(), Qt::CopyAction);
    }
    /// Qt hands a drop to whom the drag was offered.
    void drop(const QMimeData& mime) {
        bool accepted = false;
        drag(mime, accepted);
        QVERIFY(accepted);
        QDropEvent event({600, 300}, Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
    }
    void dropFile(const QString& path) {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        drop(mime);
    }

  private slots:
    void init() {
        m_window = std::make_unique<MainWindow>(std::vector<const Lab*>{&m_lab, &m_other});
        m_window->setThemeChoice(ThemeChoice::light);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void aDropRestoresTheVeryScreen_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"text", "png", "session"})
            QTest::newRow(kind) << kind;
    }
    void aDropRestoresTheVeryScreen() {
        QFETCH(QString, kind);
        if (kind == QStringLiteral("text")) {
            QMimeData mime;
            mime.setText(QStringLiteral("from a mail: ") + text());
            drop(mime);
        } else if (kind == QStringLiteral("png")) {
            dropFile(write("picture.png", png()));
        } else {
            dropFile(write("drops.plumbline", text().toUtf8()));
        }
        QVERIFY2(m_window->notice()->message().isEmpty(),
                 qPrintable(m_window->notice()->message()));
        QCOMPARE(m_window->scene(), wanted());
        QCOMPARE(m_window->themeChoice(), ThemeChoice::dark);
        QTRY_VERIFY(m_window->reportPage()->report() &&
                    m_window->reportPage()->report()->lab == "other");
        QCOMPARE(m_window->reportPage()->view().of("histogram"), wanted().view.of("histogram"));
        QCOMPARE(m_window->windowTitle().startsWith(QStringLiteral("drops[*]")),
                 kind == QStringLiteral("session"));
    }

    void draggingShowsWhatDroppingDoes() {
        DropOverlay* overlay = m_window->intake()->overlay();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/far/drops.plumbline"))});
        bool accepted = false;
        drag(mime, accepted);
        QVERIFY(accepted);
        QVERIFY(overlay->isVisible());
        QCOMPARE(overlay->text(), QStringLiteral("Drop to open drops.plumbline"));
        QCOMPARE(overlay->geometry(), m_window->rect());
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(m_window.get(), &leave);
        QVERIFY(!overlay->isVisible());
        mime.clear();
        mime.setText(text());
        drag(mime, accepted);
        QCOMPARE(overlay->text(), QStringLiteral("Drop to restore this screen"));
        drop(mime);
        QVERIFY(!overlay->isVisible());
    }

    void plainTextIsNotTaken() {
        QMimeData mime;
        mime.setText(QStringLiteral("hello"));
        bool accepted = true;
        drag(mime, accepted);
        QVERIFY(!accepted);
        QVERIFY(!m_window->intake()->overlay()->isVisible());
    }

    void aFileWithoutASceneIsAnsweredByNameAndReason_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reason");
        QTest::newRow("data") << write("table.csv", "1,2\n") << "no lab takes data yet";
        QTest::newRow("foreign") << write("notes.txt", "hello") << "";
        QTest::newRow("missing") << m_folder.filePath("none.png") << "";
    }
    void aFileWithoutASceneIsAnsweredByNameAndReason() {
        QFETCH(QString, file);
        QFETCH(QString, reason);
        const Scene before = m_window->scene();
        dropFile(file);
        QCOMPARE(m_window->scene(), before);
        const QString message = m_window->notice()->message();
        QVERIFY2(message.contains(file) && message.contains(reason), qPrintable(message));
        QVERIFY(m_window->notice()->isVisible());
    }

    void pastingRestoresTheScreen() {
        QGuiApplication::clipboard()->setText(QStringLiteral("see (") + text() + u')');
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_window->scene(), wanted());
        m_window->history().stack()->undo();
        QCOMPARE(m_window->scene().lab, std::string("sample"));
        auto* mime = new QMimeData;
        mime->setData(QStringLiteral("image/png"), png());
        QGuiApplication::clipboard()->setMimeData(mime);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_window->scene(), wanted());
    }

    void pastingNothingOfUseSaysSo() {
        QGuiApplication::clipboard()->setText(QStringLiteral("hello"));
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_window->notice()->message(), QStringLiteral("The clipboard holds no scene"));
    }

    void aTextBoxPastesForItself() {
        QGuiApplication::clipboard()->setText(QStringLiteral("0.25"));
        auto* box = m_window->labPanel()->parameterPanel()->findChild<NumberBox*>();
        box->setFocus();
        box->selectAll();
        QTest::keyClick(box, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(box->text(), QStringLiteral("0.25"));
        QVERIFY(m_window->notice()->message().isEmpty());
    }
};

QTEST_MAIN(TestSceneIntake)
#include "tst_scene_intake.moc"
