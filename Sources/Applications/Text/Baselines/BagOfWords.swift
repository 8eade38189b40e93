// # A bag of words: what a classifier has to beat
//
// Forget all order. Which tokens occur in a text, and for which class does each of them speak? Each token has a
// weight for each class, the weights of a text's tokens are added up, and softmax makes probabilities of that:
// logistic regression.

import Common
import Foundation
import Tensors

/// Logistic regression on the tokens that occur in a text.
public struct BagOfWords: Sendable {
    public let classes: Int
    /// [vocabulary × classes], and one for each class.
    private var weights: [Float], biases: [Float]

    /// Learns the weights, in a new order of the texts in every epoch; each weight has a rate of its own, which
    /// becomes smaller the more it has learned (J. Duchi, E. Hazan and Y. Singer, “Adaptive Subgradient Methods”,
    /// 2011).
    /// - Parameter decay: draws weights towards 0.
    public init(
        _ texts: NumberedTexts, labels: [Int], classes: Int, vocabulary: Int, epochs: Int = 8, rate: Float = 0.1,
        decay: Float = 1e-4, seed: UInt64 = 1
    ) {
        require(
            texts.count == labels.count && labels.allSatisfy { (0..<classes).contains($0) },
            "a BagOfWords of \(counted(texts.count, "text")) and \(counted(labels.count, "label"))",
            "every text needs a label from 0 to \(classes - 1)")
        self.classes = classes
        weights = Array(repeating: 0, count: vocabulary * classes)
        biases = Array(repeating: 0, count: classes)
        var squares = Array(repeating: Float(1e-8), count: weights.count)
        var biasSquares = Array(repeating: Float(1e-8), count: classes)
        var random = SplitMix64(seed: seed)
        for _ in 0..<epochs {
            for text in random.permutation(texts.count) {
                let (tokens, share) = bag(texts[text])
                for (k, probability) in probabilities(tokens, share).enumerated() {
                    let slope = probability - (labels[text] == k ? 1 : 0)
                    biasSquares[k] += slope * slope
                    biases[k] -= rate * slope / biasSquares[k].squareRoot()
                    for token in tokens {
                        let place = token * classes + k
                        let slope = slope * share + decay * weights[place]
                        squares[place] += slope * slope
                        weights[place] -= rate * slope / squares[place].squareRoot()
                    }
                }
            }
        }
    }

    /// The different tokens of a text, and what each counts: the more there are, the less.
    private func bag(_ text: [Int]) -> (tokens: [Int], share: Float) {
        let tokens = Set(text).sorted()
        return (tokens, 1 / Float(max(tokens.count, 1)).squareRoot())
    }

    private func probabilities(_ tokens: [Int], _ share: Float) -> [Float] {
        var scores = biases
        for token in tokens { for k in 0..<classes { scores[k] += share * weights[token * classes + k] } }
        let highest = scores.max()!
        let powers = scores.map { exp($0 - highest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// The probabilities of the classes for a text.
    public func callAsFunction(_ text: [Int]) -> [Float] {
        let (tokens, share) = bag(text)
        return probabilities(tokens, share)
    }

    /// The share of texts whose most probable class is the right one.
    public func accuracy(_ texts: NumberedTexts, labels: [Int]) -> Double {
        let right = zip(texts, labels).count { text, label in
            let probabilities = self(text)
            return probabilities.indices.max { probabilities[$0] < probabilities[$1] } == label
        }
        return Double(right) / Double(max(labels.count, 1))
    }

    /// How much a token speaks for a class.
    public func weight(of token: Int, for label: Int) -> Float { weights[token * classes + label] }
}
