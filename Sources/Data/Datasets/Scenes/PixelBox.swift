// Boxes of pixels.

/// An upright rectangle of whole pixels.
public struct PixelBox: Sendable, Equatable {
    /// The first column and row inside.
    public var left, top: Int
    /// The first column and row beyond.
    public var right, bottom: Int

    public init(left: Int, top: Int, right: Int, bottom: Int) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    public var width: Int { right - left }
    public var height: Int { bottom - top }
    /// How many pixels are inside.
    public var area: Int { width * height }

    /// Whether a pixel is inside.
    public func contains(row: Int, column: Int) -> Bool {
        (top..<bottom).contains(row) && (left..<right).contains(column)
    }

    /// A box without a pixel, which takes the first one that is included.
    static let none = PixelBox(left: .max, top: .max, right: 0, bottom: 0)

    /// Grows until a pixel is inside.
    mutating func include(_ row: Int, _ column: Int) {
        (left, top) = (min(left, column), min(top, row))
        (right, bottom) = (max(right, column + 1), max(bottom, row + 1))
    }
}
