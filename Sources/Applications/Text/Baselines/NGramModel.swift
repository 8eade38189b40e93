// # Counting: what a language model has to beat
//
// The oldest language model is a table: how often did each word follow these two? Most triples of words were never
// seen, though, and a language model must not think that anything is impossible. So every count gives a little away,
// and what was given away is spread by a model of pairs, and that one's by a model of single words (interpolated
// Kneser-Ney smoothing: R. Kneser and H. Ney, 1995; S. Chen and J. Goodman, 1999). A word's share in the lower models
// is the number of different words that it followed: “Francisco” is frequent, but follows only “San”.

import Foundation
import Tensors

/// A smoothed model of three tokens: how probable is each after the two before it?
public struct NGramModel: Sendable {
    public let vocabulary: Int
    private let discount: Double
    /// How often a triple was seen; for a pair, after how many different tokens.
    private var triples: [UInt64: Int32] = [:], pairs: [UInt64: Int32] = [:], singles: [Int32]
    /// Of each beginning: the sum of the counts of what follows, and how many different ones there are.
    private var afterPair: [UInt64: (sum: Int32, kinds: Int32)] = [:], afterSingle: [(sum: Int32, kinds: Int32)]
    private var all: (sum: Double, kinds: Double) = (0, 0)

    /// - Parameter discount: what every count gives away, above 0 and below 1.
    public init(_ texts: NumberedTexts, vocabulary: Int, discount: Double = 0.75) {
        require(
            discount > 0 && discount < 1 && vocabulary > 0 && vocabulary < 1 << 21,
            "an NGramModel with discount \(discount)",
            "it is above 0 and below 1")
        (self.vocabulary, self.discount) = (vocabulary, discount)
        (singles, afterSingle) = (
            Array(repeating: 0, count: vocabulary), Array(repeating: (0, 0), count: vocabulary)
        )
        let ids = texts.ids
        for place in ids.indices.dropFirst(2) {
            triples[key(ids[place - 2], ids[place - 1], ids[place]), default: 0] += 1
        }
        for (triple, count) in triples {
            afterPair[triple >> 21, default: (0, 0)].sum += count
            afterPair[triple >> 21]!.kinds += 1
            pairs[triple & (1 << 42 - 1), default: 0] += 1
        }
        for (pair, count) in pairs {
            let (first, second) = (Int(pair >> 21), Int(pair & (1 << 21 - 1)))
            afterSingle[first].sum += count
            afterSingle[first].kinds += 1
            singles[second] += 1
        }
        all = (Double(singles.reduce(0) { $0 + Int($1) }), Double(singles.count { $0 > 0 }))
    }

    private func key(_ a: Int32, _ b: Int32, _ c: Int32) -> UInt64 { UInt64(a) << 42 | UInt64(b) << 21 | UInt64(c) }

    /// The probability of a token after two others.
    public func probability(of token: Int, after first: Int, _ second: Int) -> Double {
        let even = 1 / Double(vocabulary)
        let single =
            all.sum == 0 ? even : (max(Double(singles[token]) - discount, 0) + discount * all.kinds * even) / all.sum
        let pair = smoothed(
            pairs[UInt64(second) << 21 | UInt64(token)], afterSingle[second], otherwise: single)
        return smoothed(
            triples[key(Int32(first), Int32(second), Int32(token))],
            afterPair[UInt64(first) << 21 | UInt64(second)] ?? (0, 0),
            otherwise: pair)
    }

    private func smoothed(_ count: Int32?, _ after: (sum: Int32, kinds: Int32), otherwise lower: Double) -> Double {
        if after.sum == 0 { return lower }
        return (max(Double(count ?? 0) - discount, 0) + discount * Double(after.kinds) * lower) / Double(after.sum)
    }

    /// e to the mean of -log p over all tokens but the first two.
    public func perplexity(_ texts: NumberedTexts) -> Double {
        let ids = texts.ids
        let sum = ids.indices.dropFirst(2).reduce(0.0) {
            $0 - log(probability(of: Int(ids[$1]), after: Int(ids[$1 - 2]), Int(ids[$1 - 1])))
        }
        return ids.count < 3 ? .nan : exp(sum / Double(ids.count - 2))
    }
}
