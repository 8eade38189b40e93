// Which rows a model learns from, and which it is judged by.

import Tensors

/// Numbers of rows, for training and for validation. (The book's `splits`.)
public struct RowSplits: Sendable, Equatable, Codable {
    public let train: [Int]
    public let valid: [Int]

    public init(train: [Int], valid: [Int]) { (self.train, self.valid) = (train, valid) }

    /// All rows but those that are meant are for training.
    public init(valid mask: RowMask) { self.init(train: (!mask).indices, valid: mask.indices) }

    /// A share of the rows by chance. (The book's `RandomSplitter`.) Not for rows that are ordered in time: see
    /// section 9.4.
    public static func random(_ count: Int, validShare: Double = 0.2, using random: inout SplitMix64) -> RowSplits {
        let order = random.permutation(count)
        let cut = Int(validShare * Double(count))
        return RowSplits(train: order[cut...].sorted(), valid: order[..<cut].sorted())
    }
}
