// # Three things the transform does not say
//
// Section 11.7 · After this page you can find three faults in the book's pairs, count them, and mend them.

import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// The book's transform draws partners from *all* files. Nobody complains, and every picture looks right. But what
// does a net learn from? From pairs, and the second photo of a pair may be one of the validation set. And when a
// partner of the same breed is drawn, it may be the very same file: then the answer is yes, because the pixels are
// equal. Let us count both:

/// What is wrong with pairs of files, as shares of them.
public struct PairFaults: Sendable, Equatable {
    /// Whose second photo is of the validation set.
    public var leaks = 0.0
    /// Of one file with itself.
    public var twins = 0.0
}

// `faults` draws the partners of some epochs, without opening a photo, and looks at them:

extension DataPipelines {
    /// The faults of so many epochs of training pairs.
    func faults(_ partners: PairedWithAnother.Partners, epochs: Int) throws -> PairFaults {
        var random = run.random
        let (files, splits) = (try petFiles, try petSplits)
        let draw = try PairedWithAnother(files, splits: splits, partners: partners, label: breedOf, using: &random)
        let checked = Set(splits.valid.map { files[$0] })
        let drawn = try (0..<epochs).flatMap { _ in
            try splits.train.map { place in (files[place], try draw.partner(of: files[place], using: &random).file) }
        }
        let count = Double(drawn.count)
        return PairFaults(
            leaks: Double(drawn.count { checked.contains($0.1) }) / count,
            twins: Double(drawn.count { $0.0 == $0.1 }) / count)
    }

    func whatLeaks() throws {
        let epochs = run.size(quick: 3, usual: 20)
        let (book, own) = (try faults(.all, epochs: epochs), try faults(.ownPart, epochs: epochs))
        var table = TextTable(
            ["partners are drawn from", "pairs with a validation photo", "pairs of one file twice"], decimals: 3)
        table.add("all files, as in the book", book.leaks, book.twins)
        table.add("the own part", own.leaks, own.twins)
        show(
            table, "Shares of the training pairs, on \(pets.name)",
            predict: .share(
                "A fifth of all files are validation files, and partners are drawn from all. "
                    + "Which share of the training pairs holds a validation photo?",
                book.leaks, within: .plusMinus(0.08)))
        record("pairs/share-that-leaks", book.leaks)
        record(
            "pairs/share-that-leaks-with-partners-of-the-own-part", own.leaks,
            ask: "And if training files draw from training files alone?")
        record("pairs/share-of-one-file-twice", book.twins)
        // About a fifth of what a net learns from tells it something about the validation photos. So our
        // transform draws from the own part unless it is told otherwise. The twins stay, rare as they are where there
        // are many photos of a breed. Exercise 11.11 takes them out.
    }

    func wastedDraw() {
        // The third is a matter of Python. The partner of a validation file is looked up, with a new draw as what is
        // taken when there is none: `valid.get(file, draw(file))`. There, an argument is computed before the call,
        // whether it will be needed or not. So each look at the validation set draws random numbers that nobody uses,
        // and all later ones come out differently. Swift's `??` computes its right side only when it is needed:
        var draws = 0
        // `counted` draws, and counts; `looked` is a look-up as Python makes it:
        func counted() -> Int {
            draws += 1
            return -1
        }
        func looked(up key: String, default value: Int) -> Int { ["a": 1, "b": 2][key] ?? value }
        for key in ["a", "b", "a"] { _ = looked(up: key, default: counted()) }
        show(
            draws, "draws for three look-ups that all find something, with a default that is an argument",
            ask: "Three look-ups find what they look for; the default is an argument. How many draws are there?")
        let before = draws
        for key in ["a", "b", "a"] { _ = ["a": 1, "b": 2][key] ?? counted() }
        record("pairs/wasted-draws-with-nil-coalescing", draws - before, ask: "And how many more with ?? in its place?")
    }
}
