// Transforms, pipelines, transformed lists, and their loaders.

import Tensors
import TestSupport
import Testing
import Training

private struct Plus: ReversibleTransform {
    let number: Int
    func callAsFunction(_ x: Int) -> Int { x + number }
    func decode(_ x: Int) -> Int { x - number }
}

/// Remembers the largest item that it was set up on.
private struct Largest: LearningTransform {
    var largest = 0
    mutating func setUp(on items: [Int]) { largest = items.max() ?? 0 }
    func callAsFunction(_ x: Int) -> Int { largest - x }
}

private struct Shift: RandomTransform {
    func callAsFunction(_ x: Int, isTraining: Bool, using random: inout SplitMix64) -> Int {
        isTraining ? x + Int(random.uniform() * 1000) : x
    }
}

private struct Bad: Error, Equatable { let item: Int }

@Suite struct `Pipelines` {
    @Test func `flatten, and find their steps by type`() throws {
        let inner = Pipeline {
            Plus(number: 1); Largest()
        }
        let outer = Pipeline {
            inner; Plus(number: 5)
        }
        #expect(outer.steps.count == 3 && outer[Largest.self] != nil && outer[Shift.self] == nil)
        #expect(outer[Plus.self]?.number == 1)
    }

    @Test func `set up nothing behind the last step that learns`() throws {
        var pipeline = Pipeline {
            Largest()
            FunctionTransform { (x: Int) throws -> Int in throw Bad(item: x) }
        }
        try pipeline.setUp(on: [3, 9])
        #expect(pipeline[Largest.self]?.largest == 9)
        #expect(throws: Bad(item: 5)) { try pipeline(4) }
    }

    @Test func `name the first item that a step cannot do with`() {
        #expect(throws: Bad(item: 2)) {
            try TransformedList(Array(0..<100)) {
                FunctionTransform { (x: Int) throws -> Int in if x > 1 { throw Bad(item: x) } else { x } }
                Largest()
            }
        }
    }

    @Test func `go back as far as there is a way`() throws {
        let pipeline = Pipeline {
            FunctionTransform { (text: String) in text.count }; Plus(number: 2)
        }
        #expect(try pipeline.wayBack(7).compactMap { $0 as? Int } == [7, 5])
        #expect(throws: TransformProblem.self) { try pipeline.decode(7) }
        #expect(throws: TransformProblem.self) { try pipeline.decode(7, to: Double.self) }
        #expect(try pipeline.shown(7) == nil)
    }

    @Test func `leave to chance only what is learned from`() throws {
        let pipeline = Pipeline {
            TrainingOnly(Plus(number: 100)); Shift()
        }
        var random = SplitMix64(seed: 1)
        #expect(try pipeline(1) == 1 && pipeline(1, isTraining: true, using: &random) > 100)
        let pair = try Shift().onEach(5, 6, "x", isTraining: true, using: &random)
        #expect(pair.1 - pair.0 == 1 && pair.2 == "x")
    }
}

@Suite struct `Transformed lists` {
    @Test func `refuse places that are not there`() {
        #expect(throws: TransformProblem.self) { try TransformedList([1, 2], splits: ([0], [2]), Pipeline(Shift())) }
    }

    @Test func `make tuples of any length`() throws {
        let sets = try TransformedTuples(
            [1, 2, 30], splits: ([0, 1], [2]), Pipeline(Largest()), Pipeline(Plus(number: 1)),
            Pipeline { FunctionTransform { (x: Int) in "\(x)" } })
        let (a, b, c) = try sets.valid[0]
        #expect(a == -28 && b == 31 && c == "30")
        #expect(try sets.shown((a, b, c)).compactMap { $0 as? String } == ["30"])
        var random = SplitMix64(seed: 2)
        let loaders = try sets.loading.batched().loaders(batchSize: 2, using: &random)
        let batch = try #require(loaders.valid.first)
        #expect(batch.0 == IntTensor([-28]) && batch.1 == IntTensor([31]) && batch.2 == ["30"])
    }

    @Test func `give an item the same chance whatever batch it is in`() throws {
        let list = try TransformedList(Array(0..<40), splits: (Array(0..<40), []), Pipeline(Shift()))
        func drawn(_ size: Int) throws -> [Int] {
            var random = SplitMix64(seed: 3)
            let loaders = try list.loading.batched { $0 }.loaders(batchSize: size, dropsLast: false, using: &random)
            return loaders.train.flatMap { $0 }
        }
        #expect(try drawn(3) == drawn(7) && Set(try drawn(3)).count > 30)
    }

    @Test func `end an epoch at an item that cannot be made, and keep the error`() throws {
        let list = try TransformedList(Array(0..<9), splits: ([0], Array(1..<9))) {
            FunctionTransform { (x: Int) throws -> Int in if x == 5 { throw Bad(item: x) } else { x } }
        }
        var random = SplitMix64(seed: 4)
        let loader = try list.loading.batched().loaders(batchSize: 2, using: &random).valid
        #expect(loader.map(\.scalars) == [[1, 2], [3, 4]])
        #expect(loader.problem as? Bad == Bad(item: 5))
    }

    @Test func `show the first batch of a sorted epoch as it will come`() throws {
        let lengths = (0..<50).map { ($0 * 37) % 50 }
        let list = try TransformedList(lengths, splits: (Array(0..<50), Array(0..<50)), Pipeline(Plus(number: 0)))
        var random = SplitMix64(seed: 5)
        let loaders = try list.loading.sorted { $0 }.batched().loaders(batchSize: 8, using: &random)
        #expect(loaders.valid.first?.scalars == Array(42..<50).reversed())
        let first = loaders.train.first
        #expect(Array(loaders.train).first == first)
    }
}
