// # Two numbers for the two axes of an image
//
//     x.conv2d(kernel, stride: 2)          2 along both axes
//     x.conv2d(kernel, stride: [1, 2])     1 down, 2 across

/// A number for each axis of an image: a kernel's size, a stride, a padding, a dilation.
public struct Size2D: Hashable, Sendable {
    public var height: Int
    public var width: Int

    public init(_ height: Int, _ width: Int) { (self.height, self.width) = (height, width) }
}

extension Size2D: ExpressibleByIntegerLiteral {
    /// The same number along both axes.
    public init(_ both: Int) { self.init(both, both) }
    public init(integerLiteral both: Int) { self.init(both, both) }
}

extension Size2D: ExpressibleByArrayLiteral {
    /// `[height, width]`
    public init(arrayLiteral numbers: Int...) {
        require(
            numbers.count == 2, "a size of \(numbers)", "it has two axes",
            try: "one number for both, or [height, width]")
        self.init(numbers[0], numbers[1])
    }
}

extension Size2D: CustomStringConvertible {
    public var description: String { "\(height)×\(width)" }
}
