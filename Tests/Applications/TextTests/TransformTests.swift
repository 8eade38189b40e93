// Texts in pipelines, and the loaders of one line.

import Foundation
import Tensors
import TestSupport
import Testing
import Text
import Training

@Suite struct `Texts in pipelines` {
    @Test func `get numbers from the texts that were seen, or from a vocabulary that is given`() throws {
        var numbers = Numericalize(minFrequency: 2)
        numbers.setUp(on: [["b", "a"], ["b"]])
        #expect(numbers.vocabulary.tokens.dropFirst(9).first == "b" && numbers.vocabulary["a"] == nil)
        let known = numbers.vocabulary
        var given = Numericalize(known)
        given.setUp(on: [["x", "x", "x"]])
        #expect(given.vocabulary == known && given(["b", "x"]) == [9, 0])
    }

    @Test func `are filled up before they are a batch`() {
        let batch = padInput([([2, 3, 4], "pos"), ([2], "neg")])
        #expect(batch.map(\.0.scalars) == [[2, 3, 4], [2, 1, 1]] && batch.map(\.1) == ["pos", "neg"])
    }

    @Test func `come in one line as they come by hand`() throws {
        try withFolder { folder in
            for number in 0..<40 {
                let part = number % 4 == 0 ? "test" : "train"
                let file = folder.appending(path: "\(part)/\(number % 2 == 0 ? "pos" : "neg")/\(number)_1.txt")
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(String(repeating: "word\(number % 3) ", count: 1 + number % 7).utf8).write(to: file)
            }
            // A folder of the test set that nobody has learned.
            try FileManager.default.createDirectory(
                at: folder.appending(path: "odd/meh"), withIntermediateDirectories: true)
            try Data("word".utf8).write(to: folder.appending(path: "odd/meh/1_1.txt"))
            var (one, two) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
            let line = try TextLoaders(folder: folder, valid: "test", batchSize: 4, using: &one)
            #expect(line.classes == ["neg", "pos"] && line.train.texts.count == 30 && line.valid.labels.count == 10)
            let hand = DataLoader(
                texts: line.train.texts, labels: line.train.labels, batchSize: 4, dropsLast: true, shuffledUsing: &two)
            #expect(line.loaders.train.map(\.0.ids) == hand.map(\.0.ids))
            #expect(throws: TextProblem.self) { try TextLoaders(folder: folder, valid: "odd", using: &one) }
        }
    }

    @Test func `show the first batch of an epoch as it will come`() {
        let texts = NumberedTexts((0..<50).map { Array(repeating: 9, count: 1 + ($0 * 37) % 50) })
        let quiet = DataLoader(texts: texts, labels: Array(0..<50), batchSize: 8)
        #expect(quiet.first?.0.lengths == Array((43...50).reversed()))
        var random = SplitMix64(seed: 5)
        let loader = DataLoader(texts: texts, labels: Array(0..<50), batchSize: 8, shuffledUsing: &random)
        let first = loader.first?.1
        #expect(Array(loader).first?.1 == first)
    }
}
