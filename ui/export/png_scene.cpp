#include "ui/export/png_scene.h"

#include "core/lab/version.h"

#include <QBuffer>
#include <QFile>
#include <QImageWriter>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

namespace plumbline {
namespace {

constexpr char kSceneKey[] = "plumbline-scene";
const QByteArray kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr qint64 kLargestFile = 1'000'000'000;
constexpr quint32 kLargestText = kLongestSceneText + 64; ///< with its key
constexpr qint64 kHeaderSize = 8;                        ///< length and type
constexpr qint64 kChecksumSize = 4;
constexpr qint64 kFirstChunkSize = kHeaderSize + 13 + kChecksumSize; ///< IHDR
constexpr qint64 kBlock = 1 << 16;

/// CRC-32 of ISO 3309, as the PNG specification's annex gives it.
class Checksum {
  public:
    void add(const char* bytes, qint64 count) {
        for (qint64 i = 0; i < count; ++i)
            m_value =
                kTable[(m_value ^ static_cast<unsigned char>(bytes[i])) & 0xFFU] ^ (m_value >> 8);
    }
    quint32 value() const { return ~m_value; }

  private:
    static constexpr std::array<quint32, 256> kTable = [] {
        std::array<quint32, 256> table{};
        for (quint32 i = 0; i < table.size(); ++i) {
            quint32 remainder = i;
            for (int bit = 0; bit < 8; ++bit)
                remainder = (remainder & 1U) ? 0xEDB88320U ^ (remainder >> 1) : remainder >> 1;
            table[i] = remainder;
        }
        return table;
    }();
    quint32 m_value = ~0U;
};

void appendNumber(QByteArray& bytes, quint32 number) {
    const quint32 bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian);
}

QByteArray chunk(const QByteArray& type, const QByteArray& content) {
    QByteArray result;
    appendNumber(result, static_cast<quint32>(content.size()));
    result += type + content;
    Checksum checksum;
    checksum.add(type.constData(), type.size());
    checksum.add(content.constData(), content.size());
    appendNumber(result, checksum.value());
    return result;
}

QByteArray textChunk(const char* key, const std::string& text) {
    const bool ascii =
        std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
    const QByteArray content = QByteArray::fromStdString(text);
    if (ascii)
        return chunk("tEXt", key + QByteArray(1, '\0') + content);
    // Not compressed, no language, no translated key.
    return chunk("iTXt", key + QByteArray(5, '\0') + content);
}

/// The text of a tEXt or iTXt chunk, if it is the scene's.
std::optional<std::string> sceneIn(const QByteArray& type, const QByteArray& content) {
    const QByteArray key = QByteArray(kSceneKey) + '\0';
    if (!content.startsWith(key))
        return std::nullopt;
    if (type == "tEXt")
        return content.mid(key.size()).toStdString();
    if (type != "iTXt" || content.size() < key.size() + 2 || content[key.size()] != '\0')
        return std::nullopt;
    const qsizetype language = content.indexOf('\0', key.size() + 2);
    const qsizetype translated = language < 0 ? -1 : content.indexOf('\0', language + 1);
    if (translated < 0)
        return std::nullopt;
    return content.mid(translated + 1).toStdString();
}

/// Walks the chunks of one file.
class PngReader {
  public:
    explicit PngReader(QFile& file) : m_file(file) {}

    /// What is wrong, or nothing and perhaps a scene.
    QString read() {
        if (m_file.size() > kLargestFile)
            return QStringLiteral("the PNG file is larger than 1 GB");
        m_file.seek(0);
        if (m_file.read(kSignature.size()) != kSignature)
            return QStringLiteral("not a PNG file");
        while (m_problem.isEmpty() && readChunk()) {
        }
        return m_problem;
    }

    const std::optional<std::string>& scene() const { return m_scene; }

  private:
    /// False after the last chunk, or at a problem.
    bool readChunk() {
        const QByteArray header = m_file.read(kHeaderSize);
        if (header.size() < kHeaderSize)
            return fail(QStringLiteral("the PNG file is cut short"));
        const auto length = qFromBigEndian<quint32>(header.constData());
        if (length > m_file.size() - m_file.pos() - kChecksumSize)
            return fail(QStringLiteral("the PNG file is cut short"));
        const QByteArray type = header.mid(4);
        const bool keep = length <= kLargestText && (type == "tEXt" || type == "iTXt");
        Checksum checksum;
        checksum.add(type.constData(), type.size());
        const QByteArray content = readContent(length, keep, checksum);
        const QByteArray stored = m_file.read(kChecksumSize);
        if (stored.size() < kChecksumSize ||
            qFromBigEndian<quint32>(stored.constData()) != checksum.value())
            return fail(QStringLiteral("the PNG file is damaged"));
        if (keep && !m_scene)
            m_scene = sceneIn(type, content);
        return type != "IEND";
    }

    QByteArray readContent(qint64 length, bool keep, Checksum& checksum) {
        QByteArray kept;
        while (length > 0) {
            const QByteArray block = m_file.read(std::min(length, kBlock));
            if (block.isEmpty())
                break;
            checksum.add(block.constData(), block.size());
            length -= block.size();
            if (keep)
                kept += block;
        }
        return kept;
    }

    bool fail(const QString& problem) {
        m_problem = problem;
        return false;
    }

    QFile& m_file;
    QString m_problem;
    std::optional<std::string> m_scene;
};

} // namespace

QByteArray encodePng(const QImage& image, const std::string& sceneText, const std::string& title) {
    QImage plain = image;
    plain.setDevicePixelRatio(1);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (plain.isNull() || !writer.write(plain))
        return {};
    QByteArray texts = textChunk(kSceneKey, sceneText) +
                       textChunk("Software", std::string("Plumbline ") + version());
    if (!title.empty())
        texts += textChunk("Title", title);
    QByteArray png = buffer.data();
    return png.insert(kSignature.size() + kFirstChunkSize, texts);
}

FileScene sceneInPng(QFile& file) {
    PngReader reader(file);
    const QString problem = reader.read();
    if (!problem.isEmpty())
        return FileScene::failure(problem);
    return FileScene::of(QString::fromStdString(reader.scene().value_or("")));
}

} // namespace plumbline
