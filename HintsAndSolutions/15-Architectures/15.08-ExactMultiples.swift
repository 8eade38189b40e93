// Nudge: Write down that the formula is to be s · n. What becomes of n?
// Idea: n drops out: outputPadding = 2 · padding + stride - kernel. So try paddings from 0 on, and look whether the
//   output padding is one that is allowed. It grows by 2 with each.
// Almost: For `padding` in 0...kernel: `let rest = 2 * padding + stride - kernel`; the first with
//   `(0..<stride).contains(rest)` is it. A larger padding than the kernel can never be needed.

public func exactMultiple(kernel: Int, stride: Int) throws -> (padding: Int, outputPadding: Int)? {
    for padding in 0...kernel {
        let rest = 2 * padding + stride - kernel
        if (0..<stride).contains(rest) { return (padding, rest) }
    }
    return nil
}
