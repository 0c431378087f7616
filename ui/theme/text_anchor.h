#pragma once

namespace plumbline {

/// What a paint engine of a vector format may also be: one that remembers by which of its points a
/// text is held, so that it stays there for a reader with another font.
class TextAnchor {
  public:
    virtual ~TextAnchor() = default;

    /// Of the next text alone: 0 its left end, 0.5 its middle, 1 its right end.
    virtual void holdTextAt(double share) = 0;
};

} // namespace plumbline
