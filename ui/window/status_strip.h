#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <cstdint>

namespace plumbline {

/// A slim bar of how much of a whole is done.
class SlimProgress : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double fraction READ fraction)

  public:
    explicit SlimProgress(QWidget* parent = nullptr);

    double fraction() const { return m_fraction; }
    void setFraction(double fraction);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    double m_fraction = 0;
};

/// Muted text in tabular figures whose width only grows, or is that of a given text: a number that
/// runs moves and lays out nothing.
class SteadyText : public QWidget {
    Q_OBJECT

  public:
    explicit SteadyText(QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);

    /// As wide as this from now on, even where that is less than before.
    void setWidest(const QString& text);

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_text;
    int m_width = 0;
};

/// Muted text that is cut where there is no room for it. A screen reader hears it change every few
/// seconds at most, and always its last words.
class NoteText : public QWidget {
    Q_OBJECT

  public:
    explicit NoteText(QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void say();

    QString m_text;
    QTimer m_quiet; ///< runs for a while after something was said
};

enum class RunState { running, paused, stepping, watching, done };

/// "20,000 of 1,000,000 trials", the progress, the state with the rate, a note, and at the right
/// the time of a frame, which goes first where the strip is narrow.
class StatusStrip : public QFrame {
    Q_OBJECT

  public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setTrials(std::int64_t done, std::int64_t planned);

    /// 0: no rate to show.
    void setRate(double trialsPerSecond);

    void setState(RunState state);

    /// What happened last, in words.
    void setNote(const QString& note);

    /// What is wrong with the program itself, in place of the note while it lasts; empty: nothing.
    void setWarning(const QString& warning);

    /// Shown at most a few times a second, as the mean of what came in between.
    void addFrameTime(double milliseconds);

    SteadyText* trialsLabel() const { return m_trials; }
    SlimProgress* progress() const { return m_progress; }
    SteadyText* stateLabel() const { return m_state; }
    NoteText* note() const { return m_note; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void buildControls();
    void showState();
    void showNote();

    SteadyText* m_trials = nullptr;
    SlimProgress* m_progress = nullptr;
    SteadyText* m_state = nullptr;
    NoteText* m_note = nullptr;
    QString m_lastNote;
    QString m_warning;
    SteadyText* m_frame = nullptr;
    RunState m_runState = RunState::running;
    double m_trialsPerSecond = 0;
    QElapsedTimer m_sinceShown;
    double m_frameSum = 0;
    int m_frames = 0;
};

} // namespace plumbline
