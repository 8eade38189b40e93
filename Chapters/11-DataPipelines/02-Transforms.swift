// # Transforms
//
// Section 11.2 · After this page you can apply single steps to data, go back, and say what a step does with several
// things at once.

import Common
import Foundation
import Notebook
import Tensors
import Text
import Training
import Vision

// In chapter 10, reviews became numbers in two steps: a tokenizer cut them, and a vocabulary numbered the tokens.
// Both are *transforms*. A transform is called like a function. Some also have a way back, `decode`, and some have to
// see data before they can begin, `setUp`. `someTokens` are tokens of some reviews:

extension DataPipelines {
    /// Tokens of the reviews that this page looks at. (The book takes the first 2,000.)
    private var someTokens: [[String]] {
        get throws {
            let tokenizer = Tokenizer()
            return try trainReviews.prefix(run.size(quick: 60, usual: 1000)).map { tokenizer(try TextFile($0).text) }
        }
    }

    func tokensAndNumbers() throws {
        let text = try firstText
        let tokens = Tokenizer()(text)
        record("transforms/tokens-of-the-first-review", tokens.count, book: 374, differs: "another first review")
        show(tokens.prefix(11).joined(separator: " "), "its first tokens")

        // The tokenizer knows its rules from the start. `Numericalize` knows nothing yet; it needs tokens, to see which
        // there are:
        var numbers = Numericalize()
        show(
            numbers.vocabulary.count, "tokens it knows before it has seen any: the special ones",
            ask: "How many tokens does a vocabulary have before it has seen a text?")
        numbers.setUp(on: try someTokens)
        let ids = numbers(tokens)
        show(ids.prefix(10).map(\.description).joined(separator: " "), "the first ten numbers")
        record("transforms/number-of-the-first-token", ids[0], book: 2)
    }

    func wayBack() throws {
        // And back. Numbers become tokens, and tokens a text:
        var numbers = Numericalize()
        numbers.setUp(on: try someTokens)
        let (text, tokenizer) = (try firstText, Tokenizer())
        let back = tokenizer.decode(numbers.decode(numbers(tokenizer(text))))
        show(beginning(of: back, 100), "the review again")
        show(
            back == text, "it is what was written",
            predict: .yesNo("Is the text that comes back the same as the one that went in?", back == text))
        // A way back need not lead exactly home. `xxbos` and `xxmaj` stay, spaces are guessed, and a rare word has
        // become `xxunk`. It is there so that people can read what a net got, or what it says. `Normalization` of
        // chapter 7 goes back exactly, by factor and sum. Augmentations have no way back on purpose: whoever looks at
        // a batch wants to see how a photo was turned.
        let x = Tensor(shape: [3, 1, 1], [0.2, 0.5, 0.9])
        let there = Normalization.imageNet(x)
        show((Normalization.imageNet.decode(there) - x).abs().max().item < 1e-6, "a normalized pixel comes back")
    }

    func tupleRule() throws {
        // Data come as tuples: an input and a target, perhaps several of each. What does a transform do with a tuple?
        // In the book it is applied to each element that it fits, and leaves the others alone: `Resize` changes the
        // photo and not the label. Here `onEach` does that, for a transform that keeps the type. Doubling an `Int`,
        // say, beside two things that are no `Int`:
        let doubled = try FunctionTransform { (x: Int) in 2 * x }.onEach(3, "pos", 4, 0.5)
        show("\(doubled)", "3, pos, 4 and 0.5 after doubling whole numbers")
        show(
            doubled.0 + doubled.2, "the sum of the two whole numbers",
            ask: "3 and 4 are doubled, each by itself. What is their sum then?")

        // A step that changes the type cannot be given just any tuple, since the compiler has to know what comes out.
        // You say how often to call it:
        let tokenizer = Tokenizer()
        let (first, second) = (try TextFile(try reviewFiles[0]).text, try TextFile(try reviewFiles[1]).text)
        let pair = (tokenizer(first), tokenizer(second))
        show("\(pair.0.count) and \(pair.1.count)", "tokens of two reviews, cut one by one (the book's: 374 and 207)")
        // And chance? A photo and its mask must be cut at the same place. `onEach` gives every element the same random
        // numbers:
        var random = run.random
        let (a, b, _) = try ShiftedByChance().onEach(10, 20, "mask", isTraining: true, using: &random)
        show(
            b - a, "20 and 10 were shifted at random; their difference is still",
            ask: "10 and 20 are shifted at random, both in the same way. What is their difference then?")
    }
}

// MARK: Helpers

/// Adds a number from 0 to 99, drawn while a net learns.
private struct ShiftedByChance: RandomTransform {
    func callAsFunction(_ x: Int, isTraining: Bool, using random: inout SplitMix64) -> Int {
        isTraining ? x + Int(random.uniform() * 100) : x
    }
}
