#pragma once

#include "app/run_options.h"
#include "core/report/report.h"
#include "ui/export/image.h"

#include <optional>
#include <string>
#include <vector>

namespace plumbline {

/// The pictures that a run was asked for. Needs no display: it renders offscreen.
class ImageOutput {
  public:
    /// What is wrong with --image, --figure, --size, --scale or --theme, if anything. Without
    /// --theme the scene's own theme is used.
    std::optional<std::string> read(const RunOptions& options, const Scene& scene,
                                    const Report& preview);

    /// What the system lacks for drawing, if anything: a font.
    std::optional<std::string> checkSystem() const;

    const std::vector<std::string>& paths() const { return m_paths; }

    /// The bytes of that one of the files, in the format of its ending, scene included.
    std::string render(const std::string& path, const Report& report) const;

  private:
    std::vector<std::string> m_paths;
    ImageRequest m_request;
};

} // namespace plumbline
