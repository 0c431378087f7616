#pragma once

#include "ui/export/file_scene.h"

#include <QByteArray>
#include <QImage>

#include <string>

class QFile;

namespace plumbline {

/**
 * A PNG with its origin in text chunks (PNG specification, third edition, 11.3.3):
 * `plumbline-scene` restores the screen, Software names the program, Title says what it shows. Text
 * in ASCII becomes a plain tEXt chunk, other text a UTF-8 iTXt one. Its physical size is the
 * image's, by its dots per metre. Empty when the image is null or cannot be encoded.
 */
QByteArray encodePng(const QImage& image, const std::string& sceneText,
                     const std::string& title = {});

/**
 * The scene inside a PNG file, from the file's beginning on, without decoding a pixel. Refuses what
 * is not a PNG, damaged (every chunk's checksum is tested), cut short, or larger than 1 GB, and a
 * PNG that carries no scene.
 */
FileScene sceneInPng(QFile& file);

} // namespace plumbline
