// Nudge: Write down that the formula is to be s · n. What becomes of n?
// Idea: n drops out: outputPadding = 2 · padding + stride - kernel. So try paddings from 0 on, and look whether the
//   output padding is one that is allowed. It grows by 2 with each.
// Almost: The first padding for which 2 · padding + stride − kernel is in `0..<stride` is the answer. With a stride of
//   1 only 0 is allowed, and steps of 2 may jump over it: that is when there is none. Where may the search end? No
//   padding above the kernel is ever needed.

public func exactMultiple(kernel: Int, stride: Int) throws -> (padding: Int, outputPadding: Int)? {
    for padding in 0...kernel {
        let rest = 2 * padding + stride - kernel
        if (0..<stride).contains(rest) { return (padding, rest) }
    }
    return nil
}
