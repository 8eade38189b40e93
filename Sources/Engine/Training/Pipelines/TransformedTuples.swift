// # Several pipelines for the same items
//
//     let sets = try TransformedTuples(
//         files, splits: splits, Pipeline { readText; Tokenizer(); Numericalize() },
//         Pipeline { parentFolder; Categorize() })
//     let (numbers, opinion) = try sets.valid[0]
//
// A net needs an input and a target, perhaps several of each. All come from the same item, each by a way of its own.

import Tensors

/// Items as several pipelines make them: a tuple for each item. (The book's `Datasets`.)
public struct TransformedTuples<Item, each Part> {
    /// The same as a list whose items are tuples.
    public let list: TransformedList<Item, (repeat each Part)>
    private let parallel: Parallel<Item, repeat each Part>

    /// - Throws: what a step says of an item.
    public init(
        _ items: [Item], splits: (train: [Int], valid: [Int])? = nil, _ pipelines: repeat Pipeline<Item, each Part>
    ) throws {
        list = try TransformedList(
            items, splits: splits, Pipeline(Parallel<Item, repeat each Part>(repeat each pipelines)))
        parallel = list.pipeline[Parallel<Item, repeat each Part>.self]!
    }

    /// One for each part, set up on the training items.
    public var pipelines: (repeat Pipeline<Item, each Part>) { parallel.pipelines }
    public var items: [Item] { list.items }
    public var splits: (train: [Int], valid: [Int]) { list.splits }
    public var count: Int { list.count }
    /// The tuple of an item, with nothing left to chance.
    public subscript(_ place: Int) -> (repeat each Part) { get throws { try list[place] } }

    /// The training items, and the validation items.
    public var train: TransformedItems<Item, (repeat each Part)> { list.train }
    public var valid: TransformedItems<Item, (repeat each Part)> { list.valid }

    /// What people are shown of a tuple: one thing for each part that has a way back to one.
    public func shown(_ tuple: (repeat each Part)) throws -> [any Showable] { try parallel.shownParts(tuple) }
}

/// A transform of several pipelines that all get the same item.
public struct Parallel<Item, each Part>: RandomTransform, LearningTransform {
    public typealias Input = Item
    public typealias Output = (repeat each Part)

    public private(set) var pipelines: (repeat Pipeline<Item, each Part>)

    public init(_ pipelines: repeat Pipeline<Item, each Part>) { self.pipelines = (repeat each pipelines) }

    public func callAsFunction(
        _ item: Item, isTraining: Bool, using random: inout SplitMix64
    ) throws -> (repeat each Part) {
        func one<Value>(_ pipeline: Pipeline<Item, Value>) throws -> Value {
            try pipeline(item, isTraining: isTraining, using: &random)
        }
        return try (repeat one(each pipelines))
    }

    public mutating func setUp(on items: [Item]) throws {
        func prepared<Value>(_ pipeline: Pipeline<Item, Value>) throws -> Pipeline<Item, Value> {
            var pipeline = pipeline
            try pipeline.setUp(on: items)
            return pipeline
        }
        pipelines = try (repeat prepared(each pipelines))
    }
}

/// A transform that shows its output in parts.
protocol ShowsParts { func shownParts(_ output: Any) throws -> [any Showable] }

extension Parallel: ShowsParts {
    func shownParts(_ output: Any) throws -> [any Showable] {
        var shown: [any Showable] = []
        func one<Value>(_ pipeline: Pipeline<Item, Value>, _ value: Value) throws {
            if let part = try pipeline.shown(value) { shown.append(part) }
        }
        let tuple = output as! (repeat each Part)
        try (repeat one(each pipelines, each tuple))
        return shown
    }
}
