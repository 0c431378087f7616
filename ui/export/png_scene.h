#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <string>

namespace plumbline {

/**
 * A PNG with its origin in text chunks (PNG specification, third edition, 11.3.3):
 * `plumbline-scene` restores the screen, Software names the program, Title says what it shows. Text
 * in ASCII becomes a plain tEXt chunk, other text a UTF-8 iTXt one. Its physical size is the
 * image's, by its dots per metre. Empty when the image is null or cannot be encoded.
 */
QByteArray encodePng(const QImage& image, const std::string& sceneText,
                     const std::string& title = {});

/// What a file said, or why it says nothing: exactly one of the two is not empty.
struct PngScene {
    QString scene;
    QString problem; ///< names the file and what is wrong with it
};

/**
 * The scene inside a PNG file, without decoding a pixel. Never throws. Refuses what is not a
 * regular file (opening a FIFO would wait for ever), not a PNG, damaged (every chunk's checksum is
 * tested), cut short, or larger than 1 GB, and a PNG that carries no scene.
 */
PngScene sceneFromPng(const QString& path);

} // namespace plumbline
