// The book's questions 11.1 to 11.8, each with its answer, and with a test that is the answer in code. The module
// Questions reads them from here; the form of the comments is described there.

import Chapter11
import Foundation
import Tensors
import TestSupport
import Testing
import Text
import Training
import Vision

@Suite struct `11 Questionnaire` {}

/// Reviews in the folders that the one-line call wants.
private func withReviews(_ body: (URL) throws -> Void) throws {
    try withFolder { folder in
        let texts = ["train/pos/0_9.txt": "so good", "train/neg/0_1.txt": "so bad", "test/pos/0_8.txt": "good"]
        for (path, text) in texts {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try body(folder)
    }
}

extension `11 Questionnaire` {
    /// 11.1 · Why is the library called layered, and what does that mean?
    ///
    /// Its short calls, of one line, are built from more flexible parts, and those from smaller ones still. Each layer
    /// may be used directly: whoever has usual data takes the upper one, whoever needs more goes down, and gets the
    /// same result by saying more.
    ///
    /// - Shown by: `threeLayers` in Chapters/11-DataPipelines/01-ThreeLayers.swift
    /// - Shown by: `reviewsTwice` in Chapters/11-DataPipelines/06c-TwoWays.swift
    @Test func `11.1 the upper layer gives what its parts give`() throws {
        try withReviews { folder in
            var (one, two) = (SplitMix64(seed: 1), SplitMix64(seed: 1))
            let line = try TextLoaders(folder: folder, valid: "test", batchSize: 2, using: &one)
            let files = try textFiles(in: folder)
            let numbers = Pipeline<URL, [Int]> {
                ReadText(); Tokenizer(); Numericalize()
            }
            let classes = Pipeline<URL, Int> {
                parentFolder; Categorize()
            }
            let splits = try Splitter<URL>.grandparent(valid: "test")(files)
            let parts = try TransformedTuples(files, splits: splits, numbers, classes).loading
                .sorted { $0.0.count }.beforeBatch(padInput).batched().loaders(batchSize: 2, using: &two)
            let (a, b) = (Array(line.loaders.train), Array(parts.train))
            #expect(a.count == 1 && b.count == 1)
            #expect(a[0].0.ids == b[0].0 && a[0].1 == b[0].1)
        }
    }

    /// 11.2 · Why has a transform a way back, and what does it do?
    ///
    /// So that people can look at what goes into a net, and read what it says. `decode` undoes what the transform has
    /// done, as well as it can: a vocabulary gives tokens again, but what became `xxunk` is lost.
    ///
    /// - Shown by: `wayBack` in Chapters/11-DataPipelines/02-Transforms.swift
    @Test func `11.2 numbers become tokens again, but for the rare ones`() {
        var numbers = Numericalize(minFrequency: 2)
        numbers.setUp(on: [["good", "film"], ["good", "end"]])
        #expect(numbers.decode(numbers(["good"])) == ["good"])
        #expect(numbers.decode(numbers(["good", "end"])) == ["good", "xxunk"])
    }

    /// 11.3 · Why has a transform a set-up, and what does it do?
    ///
    /// Some transforms have to know something of the data before they can be used: a vocabulary, a mean. Setting up
    /// shows them the items to learn from, and they keep what they need.
    ///
    /// - Shown by: `tokensAndNumbers` in Chapters/11-DataPipelines/02-Transforms.swift
    /// - Shown by: `withState` in Chapters/11-DataPipelines/03-OwnTransforms.swift
    @Test func `11.3 before it is set up, a transform knows nothing of the data`() {
        var mean = NormalizeMean()
        #expect(mean(2) == 2)
        mean.setUp(on: [1, 2, 3, 4, 5])
        #expect(mean.mean == 3 && mean(2) == -1 && mean.decode(-1) == 2)
    }

    /// 11.4 · What does a transform do with a tuple?
    ///
    /// It is applied to each element by itself, where the type fits; the others go through as they are. With chance in
    /// play, all elements get the same of it, so that a photo and its mask stay together. Here `onEach` does that.
    ///
    /// - Shown by: `tupleRule` in Chapters/11-DataPipelines/02-Transforms.swift
    /// - Shown by: `whatIsInside` in Chapters/11-DataPipelines/03b-DynamicTypes.swift
    @Test func `11.4 each element that fits, by itself`() throws {
        let plusOne = FunctionTransform { (x: Int) in x + 1 }
        let (a, b, c) = try plusOne.onEach(2, "two", 2.0)
        #expect(a == 3 && b == "two" && c == 2.0)
        let dynamic = DynamicTransform { (x: Int) in x + 1 }([2, "two", 2.0] as [Any]) as! [Any]
        #expect(dynamic[0] as? Int == 3 && dynamic[1] as? String == "two" && dynamic[2] as? Double == 2.0)
    }

    /// 11.5 · Which methods do you write for a transform of your own?
    ///
    /// What it does (the book's `encodes`, here `callAsFunction`). If it has a way back, also that (`decodes`, here
    /// `decode`), and if it has to learn something, the set-up (`setups`, here `setUp(on:)`).
    ///
    /// - Shown by: `callAndImplement` in Chapters/11-DataPipelines/03-OwnTransforms.swift
    @Test func `11.5 one method is enough`() throws {
        struct Length: Transform { func callAsFunction(_ text: String) -> Int { text.count } }
        #expect(try Pipeline(Length())("four") == 4)
        let length: any Transform = Length()
        #expect(!(length is any ReversibleTransform) && !(length is any LearningTransform))
        #expect(throws: TransformProblem("there is no way back through Length")) { try Pipeline(Length()).decode(4) }
    }

    /// 11.6 · Write a transform that takes the mean of the data off and divides by the standard deviation, and has a
    /// way back.
    ///
    /// It remembers both numbers when it is set up. The way there is (x − mean) / deviation, the way back x ·
    /// deviation + mean. Exercise 11.1 asks for it.
    ///
    /// - Shown by: `NormalizeMean` in Chapters/11-DataPipelines/03-OwnTransforms.swift
    @Test func `11.6 normalize, there and back`() throws {
        struct Normalize: LearningTransform, ReversibleTransform {
            var mean: Float = 0, deviation: Float = 1
            mutating func setUp(on items: [Float]) {
                mean = items.reduce(0, +) / Float(items.count)
                deviation = (items.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(items.count)).squareRoot()
            }
            func callAsFunction(_ x: Float) -> Float { (x - mean) / deviation }
            func decode(_ x: Float) -> Float { x * deviation + mean }
        }
        let list = try TransformedList([1, 5, 100] as [Float], splits: ([0, 1], [2]), Pipeline(Normalize()))
        #expect(try list.train[0] == -1 && list.train[1] == 1)
        #expect(try list.valid[0] == 48.5 && list.decode(48.5, to: Float.self) == 48.5)
        #expect(try list.pipeline.decode(48.5) == 100)
    }

    /// 11.7 · Write a transform that numbers tokens, with a vocabulary of the data that it has seen, and a way back.
    ///
    /// Setting up lists the tokens, each once; the way there looks their places up, the way back takes the tokens at
    /// the places. Exercise 11.2 asks for it; `Numericalize` is the engine's.
    ///
    /// - Shown by: `tokensAndNumbers` in Chapters/11-DataPipelines/02-Transforms.swift
    @Test func `11.7 tokens become numbers, and come back`() {
        struct Numbers: LearningTransform, ReversibleTransform {
            var tokens: [String] = []
            mutating func setUp(on texts: [[String]]) { tokens = ["?"] + Set(texts.joined()).sorted() }
            func callAsFunction(_ text: [String]) -> [Int] { text.map { tokens.firstIndex(of: $0) ?? 0 } }
            func decode(_ ids: [Int]) -> [String] { ids.map { tokens[$0] } }
        }
        var numbers = Numbers()
        numbers.setUp(on: [["b", "a"], ["c", "a"]])
        #expect(numbers(["c", "a", "z"]) == [3, 1, 0] && numbers.decode([3, 1, 0]) == ["c", "a", "?"])
    }

    /// 11.8 · What is a pipeline?
    ///
    /// Transforms in an order. Called, it applies them one after the other; the way back goes through them from the
    /// last to the first.
    ///
    /// - Shown by: `oneAfterTheOther` in Chapters/11-DataPipelines/04-Pipelines.swift
    /// - Shown by: `toAndFro` in Chapters/11-DataPipelines/04-Pipelines.swift
    @Test func `11.8 there in order, back from the end`() throws {
        struct Plus: ReversibleTransform {
            func callAsFunction(_ x: Int) -> Int { x + 3 }
            func decode(_ x: Int) -> Int { x - 3 }
        }
        struct Times: ReversibleTransform {
            func callAsFunction(_ x: Int) -> Int { 2 * x }
            func decode(_ x: Int) -> Int { x / 2 }
        }
        let pipeline = Pipeline {
            Plus(); Times()
        }
        #expect(try pipeline(5) == 16 && pipeline.decode(16) == 5)
        #expect(try Both(Plus(), Times())(5) == 16 && Both(Plus(), Times()).decode(16) == 5)
        #expect(
            try Pipeline {
                Times(); Plus()
            }(5) == 13)
    }
}
