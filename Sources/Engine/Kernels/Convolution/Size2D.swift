/// Height × width: a number for each axis of an image. An image's size, a kernel's, a stride, a padding, a dilation.
public struct Size2D: Hashable, Sendable {
    public var height: Int
    public var width: Int

    public init(_ height: Int, _ width: Int) { (self.height, self.width) = (height, width) }

    /// The same number along both axes.
    public init(_ both: Int) { self.init(both, both) }

    /// Pixels of an image of this size.
    public var count: Int { height * width }
}

extension Size2D: CustomStringConvertible {
    public var description: String { "\(height)×\(width)" }
}
