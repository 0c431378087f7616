#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace plumbline {

/// A message across the window with its answers, there only while it has something to say. Unlike a
/// dialog it waits: everything else goes on.
class Banner : public QFrame {
    Q_OBJECT

  public:
    enum class Tone { notice, error };

    explicit Banner(QWidget* parent = nullptr);

    /// In place of whatever it said before.
    void say(const QString& message, Tone tone);

    /// Says nothing more.
    void clear();

    /// What it says; empty when it is not there.
    QString message() const;

    /// Another answer, before "Dismiss".
    QPushButton* addAnswer(const QString& text);
    QPushButton* dismissButton() const { return m_dismiss; }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void buildControls();

    QHBoxLayout* m_row = nullptr;
    QLabel* m_label = nullptr;
    QPushButton* m_dismiss = nullptr;
};

} // namespace plumbline
