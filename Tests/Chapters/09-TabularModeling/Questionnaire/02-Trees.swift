// Questions 9.9 to 9.15: decision trees, and the rows that judge them.

import Foundation
import Tabular
import Tensors
import TestSupport
import Testing

@testable import Chapter09

/// A tree as the seven steps have it: the best question of all, and again for both groups.
private func grown(_ x: Features, _ y: [Double], _ depth: Int, _ row: [Float]) throws -> Double {
    guard depth > 0, let best = bestQuestion(x, y) else { return y.reduce(0, +) / Double(y.count) }
    let place = try x.place(of: best.column)
    let isLow = row[place] <= best.threshold
    let side = y.indices.filter { (x.columns[place][$0] <= best.threshold) == isLow }
    return try grown(x.rows(side), side.map { y[$0] }, depth - 1, row)
}

/// Rows whose target rises by 1 every hundred rows, and a little chance.
private func rising(_ count: Int, using random: inout SplitMix64) throws -> (x: Features, y: [Double]) {
    let (a, b) = (Tensor.randn(count, using: &random).scalars, Tensor.randn(count, using: &random).scalars)
    let y = (0..<count).map { Double($0) / 100 + Double(a[$0]) + 0.1 * Double(b[$0]) }
    return (try Features(["time", "a"], [(0..<count).map(Float.init), a]), y)
}

extension `9 Questionnaire` {
    /// 9.9 · What does a decision tree do, in short?
    ///
    /// It goes through all columns and all values at which they can be cut, and keeps the question after which the rows
    /// of both groups are closest to the mean of their group. Then it does the same with each group, until a rule says
    /// stop, for example because few rows are left. The prediction for a row is the mean of the group that it comes to.
    ///
    /// - Shown by: `bestQuestion` in Chapters/09-TabularModeling/04e-FirstQuestion.swift
    @Test func `9.9 the seven steps, written down, predict what the engine's tree predicts`() throws {
        var random = SplitMix64(seed: 9)
        let x = try Features(Tensor.randn(60, 3, using: &random))
        let y = (0..<60).map { Double(x.columns[0][$0] * x.columns[1][$0]) + (x.columns[2][$0] > 0 ? 3 : 0) }
        for depth in 0...3 {
            let tree = try DecisionTree(x, y, maxLeaves: depth == 0 ? 1 : nil, maxDepth: max(1, depth))
            let byHand = try (0..<60).map { try grown(x, y, depth, x.row($0)) }
            #expect(zip(byHand, try tree.predict(x)).allSatisfy { abs($0 - $1) < 1e-6 })
        }
    }

    /// 9.10 · Why is a date different from other columns, and what do we make of it?
    ///
    /// It has an order, but some dates are different in kind: weekends, holidays, the end of a month. From the date as
    /// one number a model can hardly find these. So it is replaced by several columns: year, month, week, day, weekday,
    /// day of the year, whether it begins or ends a month, a quarter or a year, and the seconds that have passed.
    ///
    /// - Shown by: `whatADateSays` in Chapters/09-TabularModeling/04-DateParts.swift
    @Test func `9.10 with the parts of a date, two questions find the Saturdays; with its seconds, two hundred do not`()
        throws
    {
        let days = (0..<700).map { DateTime(seconds: $0 * 86_400) }
        let frame = try DataFrame([("date", Column(days))]).addingDateparts("date")
        #expect(frame.columnCount == 13 && !frame.has("date"))
        let isSaturday = days.map { $0.weekday == 5 ? 1.0 : 0 }
        func error(_ name: String, leaves: Int) throws -> Double {
            let x = try Features([name], [frame[name].numbers.map(Float.init)])
            return try DecisionTree(x, isSaturday, maxLeaves: leaves).rootMeanSquaredError(x, isSaturday)
        }
        #expect(try error("Dayofweek", leaves: 3) == 0)
        #expect(try error("Elapsed", leaves: 100) > 0.1)
    }

    /// 9.11 · Should the validation rows of the bulldozers be drawn at random? If not, which should it be?
    ///
    /// No. The model will be asked about sales later than all that it has seen, so the validation rows should be the
    /// latest ones. Rows drawn at random have neighbours in time among the training rows, and make the error look
    /// smaller than it will be.
    ///
    /// - Shown by: `latestSplit` in Chapters/09-TabularModeling/04c-ValidationRows.swift
    @Test func `9.11 where prices rise, later rows foretell the error to come, and rows drawn at random do not`() throws
    {
        var random = SplitMix64(seed: 9)
        let (x, y) = try rising(1200, using: &random)
        func error(_ train: [Int], _ valid: [Int]) throws -> Double {
            let forest = try RandomForest(x.rows(train), train.map { y[$0] }, trees: 20, minLeafSize: 3, using: &random)
            return try forest.rootMeanSquaredError(x.rows(valid), valid.map { y[$0] })
        }
        let drawn = RowSplits.random(1000, using: &random)
        let (byChance, byTime) = (try error(drawn.train, drawn.valid), try error(Array(0..<800), Array(800..<1000)))
        let toCome = try error(Array(0..<1000), Array(1000..<1200))
        #expect(byChance < toCome / 2)
        #expect(abs(byTime - toCome) < toCome / 4)
    }

    /// 9.12 · What is pickle, and what is it good for?
    ///
    /// Python's way to write nearly any object into a file and read it back later: here, the table after all
    /// preparations. A pickle is a program that runs when it is read, so one must trust it. Our files hold numbers and
    /// a description, and are checked.
    ///
    /// - Shown by: `keptInAFile` in Chapters/09-TabularModeling/04d-TabularData.swift
    @Test func `9.12 a prepared table is read back as it was, and a file that is none is refused`() throws {
        let frame = DataFrame([
            "size": ["Small", "Large", nil, "Small"], "hours": [1200, nil, 300, 8000], "y": [1, 2, 3, 4],
        ])
        let data = try TabularData(
            frame, categorical: ["size"], continuous: ["hours"], target: "y",
            splits: RowSplits(train: [0, 1, 2], valid: [3]))
        let folder = FileManager.default.temporaryDirectory.appending(path: "groundup-9.12-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "data.safetensors")
        try data.save(to: file)
        let again = try TabularData(saved: file)
        #expect(again == data)
        #expect(again.classes("size") == ["#na#", "Large", "Small"])
        try Data("cposix\nsystem\n(S'echo'\ntR.".utf8).write(to: file)
        #expect(throws: (any Error).self) { try TabularData(saved: file) }
    }

    /// 9.13 · How are the mse, the samples and the values of a drawn tree computed?
    ///
    /// For each box, take the training rows that come to it by the questions above. Samples is how many they are, value
    /// is the mean of their targets, and mse is the mean of the squared differences from that mean.
    ///
    /// - Shown by: `fourLeaves` in Chapters/09-TabularModeling/04f-FourLeaves.swift
    @Test func `9.13 rows, mean and squared error of a box are those of the rows that come to it`() throws {
        var random = SplitMix64(seed: 9)
        let x = try Features(Tensor.randn(80, 2, using: &random))
        let y = x.columns[0].map { Double($0 * $0) }
        let tree = try DecisionTree(x, y, maxLeaves: 4)
        #expect(tree.nodes.count == 7)
        for (place, node) in tree.nodes.enumerated() {
            let members = (0..<80).filter { tree.path(of: x.row($0)).contains(place) }.map { y[$0] }
            let mean = members.reduce(0, +) / Double(members.count)
            let squares = members.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            #expect(Int(node.rows) == members.count)
            #expect(abs(node.mean - mean) < 1e-9)
            #expect(abs(node.squaredError - squares / Double(members.count)) < 1e-9)
        }
    }

    /// 9.14 · How do we deal with outliers before we build a decision tree?
    ///
    /// Mostly we need not: a tree sees only the order of the values, so however far away one is, it can only be on one
    /// side of a cut. What is plainly a code, such as the year 1000 for “not known”, we replace by a year just before
    /// all others, so that pictures can be read; predictions stay as they are.
    ///
    /// - Shown by: `theYearOneThousand` in Chapters/09-TabularModeling/04f-FourLeaves.swift
    @Test func `9.14 a year moved closer changes no prediction, as long as it stays the first`() throws {
        var random = SplitMix64(seed: 9)
        let years = (0..<100).map { (row: Int) -> Float in row % 10 == 0 ? 1000 : Float(1960 + row / 2) }
        let y = years.map { year -> Double in
            let price: Double = year < 1900 ? 5 : Double(year) - 1980
            return price + random.uniform()
        }
        func predictions(_ code: Float) throws -> [Double] {
            let x = try Features(["year"], [years.map { $0 < 1900 ? code : $0 }])
            return try DecisionTree(x, y, minLeafSize: 5).predict(x)
        }
        #expect(try predictions(1950) == predictions(1000))
        // In the middle of the others it would be another column.
        #expect(try predictions(1985) != predictions(1000))
    }

    /// 9.15 · How does a decision tree deal with categories?
    ///
    /// As they are: each level becomes a whole number, and the tree asks whether it is at most so much. A few such
    /// questions single out any level, wherever it stands. A column for every level (one-hot) is possible, but makes
    /// the table wide, and there is no evidence that it helps.
    ///
    /// - Shown by: `codesOrColumns` in Chapters/09-TabularModeling/04g-TreeSize.swift
    @Test func `9.15 two questions about its number single out a level in the middle of the alphabet`() throws {
        let names = (0..<60).map { ["Alabama", "Iowa", "Kansas", "Texas", "Utah"][$0 % 5] }
        let prices = names.map { $0 == "Kansas" ? 9.0 : 1 }
        let data = try TabularData(
            DataFrame([("state", Column(names)), ("price", Column(prices))]), categorical: ["state"], continuous: [],
            target: "price", splits: RowSplits(train: Array(0..<50), valid: Array(50..<60)))
        let tree = try DecisionTree(data.train.features, data.train.targets, maxLeaves: 3)
        #expect(tree.names == ["state"])
        #expect(try tree.rootMeanSquaredError(data.valid.features, data.valid.targets) == 0)
        let one = try DecisionTree(data.train.features, data.train.targets, maxLeaves: 2)
        #expect(try one.rootMeanSquaredError(data.valid.features, data.valid.targets) > 1)
    }
}
