// # Transformed lists: items, a pipeline, and who judges
//
//     let list = try TransformedList(files, splits: splits) { readText; Tokenizer(); Numericalize() }
//     let numbers = try list.valid[0]
//
// Nothing is made before it is asked for. When a list is made, its pipeline is set up, and sees nothing but the items
// to learn from: a vocabulary that knew words of the validation items would know too much.

import Tensors

/// Items as a pipeline makes them, in two parts. (The book's `TfmdLists`.)
public struct TransformedList<Item, Output> {
    public let items: [Item]
    /// The places of the training items and of the validation items.
    public let splits: (train: [Int], valid: [Int])
    /// Set up on the training items.
    public let pipeline: Pipeline<Item, Output>

    /// - Parameters:
    ///   - splits: nil if all items are for training. Items in neither part are not used.
    ///   - pipeline: which this sets up.
    /// - Throws: what a step says of an item.
    public init(
        _ items: [Item], splits: (train: [Int], valid: [Int])? = nil, _ pipeline: Pipeline<Item, Output>
    ) throws {
        let splits = splits ?? (train: Array(items.indices), valid: [])
        if let stranger = (splits.train + splits.valid).first(where: { !items.indices.contains($0) }) {
            throw TransformProblem("there are \(items.count) items, and none at place \(stranger)")
        }
        var pipeline = pipeline
        try pipeline.setUp(on: splits.train.map { items[$0] })
        (self.items, self.splits, self.pipeline) = (items, splits, pipeline)
    }

    /// The same for a pipeline that is written here.
    public init(
        _ items: [Item], splits: (train: [Int], valid: [Int])? = nil,
        @PipelineBuilder _ pipeline: () -> Pipeline<Item, Output>
    ) throws { try self.init(items, splits: splits, pipeline()) }

    public var count: Int { items.count }
    /// An item after the pipeline, with nothing left to chance.
    public subscript(_ place: Int) -> Output { get throws { try pipeline(items[place]) } }

    /// The training items, and the validation items.
    public var train: TransformedItems<Item, Output> {
        TransformedItems(splits.train.map { items[$0] }, pipeline, isTraining: true)
    }
    public var valid: TransformedItems<Item, Output> {
        TransformedItems(splits.valid.map { items[$0] }, pipeline, isTraining: false)
    }

    /// See `Pipeline.decode(_:to:)`.
    public func decode<Value>(_ output: Output, to type: Value.Type) throws -> Value {
        try pipeline.decode(output, to: type)
    }
    /// What people are shown of an item.
    public func shown(_ place: Int) throws -> [any Showable] { try shownParts(try self[place], pipeline) }
}

/// One part of a list.
public struct TransformedItems<Item, Output> {
    public let items: [Item]
    public let pipeline: Pipeline<Item, Output>
    /// Whether these are training items, and chance plays its part.
    public let isTraining: Bool

    init(_ items: [Item], _ pipeline: Pipeline<Item, Output>, isTraining: Bool) {
        (self.items, self.pipeline, self.isTraining) = (items, pipeline, isTraining)
    }

    public var count: Int { items.count }
    /// An item after the pipeline, with nothing left to chance.
    public subscript(_ place: Int) -> Output { get throws { try pipeline(items[place]) } }

    /// An item as a loader gets it.
    public func item(_ place: Int, using random: inout SplitMix64) throws -> Output {
        try pipeline(items[place], isTraining: isTraining, using: &random)
    }
    /// What people are shown of an item.
    public func shown(_ place: Int) throws -> [any Showable] { try shownParts(try self[place], pipeline) }
}

/// What people are shown of an output: one thing, or one for each part of a tuple.
private func shownParts<Item, Output>(_ output: Output, _ pipeline: Pipeline<Item, Output>) throws -> [any Showable] {
    if let tuples = pipeline.steps.last as? any ShowsParts { return try tuples.shownParts(output) }
    return try pipeline.shown(output).map { [$0] } ?? []
}
