// # Two numbers for the two axes of an image
//
//     x.conv2d(kernel, stride: 2)          2 along both axes
//     x.conv2d(kernel, stride: [1, 2])     1 down, 2 across

// The module Kernels uses this type too, but users of this module need not import it: it is exported again here.
@_exported import struct Kernels.Size2D

extension Size2D: ExpressibleByIntegerLiteral {
    /// The same number along both axes.
    public init(integerLiteral both: Int) { self.init(both, both) }
}

extension Size2D: ExpressibleByArrayLiteral {
    /// `[height, width]`
    public init(arrayLiteral numbers: Int...) {
        require(
            numbers.count == 2, "a size of \(numbers)", "a size has two numbers",
            try: "one number for both, or [height, width]")
        self.init(numbers[0], numbers[1])
    }
}
