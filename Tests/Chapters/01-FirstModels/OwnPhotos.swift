// `--image FILE`, and what the model of section 1.3 is worth on real photos.

import ChapterSupport
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter01

@Suite(.serialized) struct `1.3 A photo of the reader` {
    private func answers(to own: URL) throws -> ChapterRun {
        try FirstModels.$ownPhoto.withValue(own) {
            try ChapterRun(of: FirstModels.self, sections: [3], .standIn(.quick))
        }
    }

    @Test func `is looked at in place of others`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "mine.png")
            try Raster(width: 90, height: 40, fill: .sky).writePNG(to: file)
            let run = try answers(to: file)
            #expect(run.transcript.contains { $0.wholeMatch(of: /Is this a cat\?: (True|False)\./) != nil })
            #expect(run.transcript.contains { $0.wholeMatch(of: /Probability it's a cat: [01]\.\d{6}/) != nil })
            let table = run.outputs.compactMap(\.table).first { $0.columns.first?.title == "photo" }
            #expect(table?.rows.map { $0[0] } == ["mine.png"])
        }
    }

    @Test func `may be a folder, of which what cannot be read is named and left out`() throws {
        try withFolder { folder in
            for name in ["b.png", "a.png"] {
                try Raster(width: 40, height: 60, fill: .orange).writePNG(to: folder.appending(path: name))
            }
            try Data("no picture".utf8).write(to: folder.appending(path: "c.jpg"))
            let run = try answers(to: folder)
            let table = run.outputs.compactMap(\.table).first { $0.columns.first?.title == "photo" }
            #expect(table?.rows.map { $0[0] } == ["a.png", "b.png"])
            #expect(run.outputs.contains { $0.caption == "left out" && $0.text.contains("c.jpg") })
        }
    }

    @Test func `is looked for before anything is trained`() throws {
        try withFolder { folder in
            for name in ["a.jpg", "b.png"] { try Data("no picture".utf8).write(to: folder.appending(path: name)) }
            let error = #expect(throws: PhotoProblem.self) { try FirstModels.check(folder) }
            #expect("\(error!)".contains("2 photos") && "\(error!)".contains("a.jpg"))
            try Raster(width: 40, height: 60, fill: .orange).writePNG(to: folder.appending(path: "c.png"))
            try FirstModels.check(folder)
        }
    }

    @Test func `is refused by its name if it is none`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "text.jpg")
            try Data("no picture".utf8).write(to: file)
            let error = #expect(throws: (any Error).self) { try answers(to: file) }
            #expect(error.map { "\($0)" }?.contains("text.jpg") == true)
            let empty = folder.appending(path: "empty")
            try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
            let other = #expect(throws: (any Error).self) { try answers(to: empty) }
            #expect(other.map { "\($0)" }?.contains("empty") == true)
        }
    }
}

@Suite struct `1.3 Real photos` {
    /// Five splits, a linear head on frozen features of ImageNet's weights.
    @Test(.enabled(if: realData("oxford-iiit-pet") != nil && realData("weights") != nil))
    func `cats and dogs are told apart`() throws {
        let folder = try #require(realData("oxford-iiit-pet"))
        let run = try Run.capture(
            FirstModels.self, sections: [11], options: .data(in: folder), console: .plain { _ in })
        let chapter = try FirstModels(run)
        let features = try chapter.features
        let accuracies = (0..<5 as Range<UInt64>).map { seed in
            var random = SplitMix64(seed: seed)
            let order = random.permutation(features.labels.count)
            let fifth = order.count / 5
            let head = features.head(from: Array(order[fifth...]), using: &random)
            return features.accuracy(head, on: Array(order[..<fifth]))
        }
        #expect(accuracies.reduce(0, +) / 5 >= 0.97, "\(accuracies)")
    }
}
