// The net for tables, and training it.

import Foundation
import Safetensors
import Tensors
import TestSupport
import Testing
import Training

@testable import Tabular

@Suite struct `A net for tables` {
    @Test func `has embeddings as wide as the rule says`() {
        #expect([2, 10, 944, 1635, 5281, 1_000_000].map(embeddingWidth) == [2, 6, 74, 101, 194, 600])
        let levels = [73, 6, 2, 74, 5281, 3, 177, 5059, 6, 6, 140, 4, 12, 17].map { $0 + 1 }
        #expect(TabularPlan(levels: levels, numbers: 1).inputs > 489)
    }

    @Test func `has the shapes of the book's`() {
        var random = SplitMix64(seed: 1)
        let plan = TabularPlan(
            levels: [5, 3], numbers: 2, layers: [8, 4], dropout: 0.1, embeddingDropout: 0.1, range: 8...12)
        let net = TabularModel(plan, using: &random)
        let x = TabularBatch(IntTensor([[0, 1], [4, 2], [2, 0]]), .randn(3, 2, using: &random))
        #expect(net(x).shape == [3, 1])
        #expect(net(x).scalars.allSatisfy { 8...12 ~= $0 })
        #expect(net.joined(x).shape == [3, plan.inputs])
        #expect(net.embedded(x.categories).shape == [3, plan.widths.reduce(0, +)])
        let none = TabularModel(TabularPlan(levels: [], numbers: 2), using: &random)
        #expect(none(TabularBatch(.init(repeating: 0, shape: [3, 0]), x.numbers)).shape == [3, 1])
    }

    /// What a tree could learn as well: a price by state, and a slope by age.
    static func data(_ target: String = "price") throws -> TabularData {
        var random = SplitMix64(seed: 3)
        let (states, count) = (["Ohio", "Texas", "Utah"], 600)
        let chosen = (0..<count).map { _ in Int(random.next() % 3) }
        let ages = (0..<count).map { _ in Double(random.next() % 20) }
        let frame = DataFrame([
            ("state", Column(chosen.map { states[$0] })), ("age", Column(ages)),
            ("price", Column(zip(chosen, ages).map { 10 + Double($0) - 0.1 * $1 })),
            ("old", Column(ages.map { $0 > 9 ? "yes" : "no" })),
        ])
        return try TabularData(
            frame, procs: [.categorify, .fillMissing, .normalize], categorical: ["state"], continuous: ["age"],
            target: target, splits: .random(count, using: &random))
    }

    @Test func `learns a number, and the same bits from the same seed`() throws {
        let data = try Self.data()
        func trained() throws -> TabularLearner<Tensor> {
            var random = SplitMix64(seed: 5)
            let learner = TabularLearner(data, layers: [20, 10], range: 6...14, batchSize: 32, using: &random)
            try EpochReporting.silently { try learner.fitOneCycle(6, 2e-2) }
            return learner
        }
        let learner = try trained()
        let errors = learner.predictions().squeezed(1) - Tensor(data.valid.targets.map(Float.init))
        #expect(errors.squared().mean().item.squareRoot() < 0.3)
        #expect(try trained().predictions().scalars == learner.predictions().scalars)
        let new = DataFrame(["state": ["Texas", "Nowhere"], "age": [3, nil]])
        #expect(try learner.predict(new).shape == [2, 1])
        try withFolder { folder in
            let file = folder.appending(path: "net.safetensors")
            try learner.export(to: file)
            let saved = try SavedTabularModel(file)
            #expect(try saved.predict(new).scalars == learner.predict(new).scalars)
            try Data("no".utf8).write(to: file)
            #expect(throws: TableProblem.self) { try SavedTabularModel(file) }
        }
    }

    @Test func `learns a class`() throws {
        var random = SplitMix64(seed: 5)
        let learner = TabularLearner<IntTensor>(try Self.data("old"), layers: [10], batchSize: 32, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(5, 2e-2) }
        #expect(learner.predictions().shape == [120, 2])
        #expect(learner.learner.recorder["accuracy"].last ?? 0 > 0.95)
    }
}

@Suite struct `A net for tables beside PyTorch` {
    /// Written by Tools/tabular_golden.py.
    let golden: SafetensorsFile
    let net: TabularModel
    let x: TabularBatch

    init() throws {
        golden = try SafetensorsFile(reading: fixture("Tabular/net.safetensors"))
        var random = SplitMix64(seed: 0)
        net = TabularModel(
            TabularPlan(levels: [5, 3, 12], widths: [4, 3, 6], numbers: 2, layers: [8, 5], range: 8...12),
            using: &random)
        x = TabularBatch(try golden.ints("categories"), try golden.tensor("numbers"))
        let before = golden.tensors.keys.filter { $0.hasPrefix("before.") }
        let state = try before.map { (String($0.dropFirst(7)), try golden.tensor($0)) }
        try net.load(Dictionary(uniqueKeysWithValues: state))
    }

    @Test func `gives the same numbers, loss and gradients`() throws {
        net.train()
        let output = net(x)
        let loss = mseLoss(output.squeezed(1), try golden.tensor("targets"))
        loss.backward()
        expectClose(output.scalars, try golden.tensor("output").scalars)
        expectClose([loss.item], try golden.tensor("loss").scalars)
        #expect(net.namedParameters.count == 3 + 2 + 2 * 3 + 2)
        for (name, parameter) in net.namedParameters {
            expectClose(try #require(parameter.grad).scalars, try golden.tensor("gradient.\(name)").scalars)
        }
        net.eval()
        expectClose(noGrad { net(x) }.scalars, try golden.tensor("later").scalars)
    }

    private func expectClose(_ found: [Float], _ expected: [Float]) {
        #expect(found.count == expected.count)
        let largest = zip(found, expected).map { abs($0 - $1) / (1e-5 + 1e-4 * abs($1)) }.max() ?? 0
        #expect(largest < 1, "\(found) \(expected)")
    }
}
