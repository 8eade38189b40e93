// # Two pipelines for one item
//
// Section 11.6 · After this page you can make inputs and targets of the same items, and know which hooks a loader has.

import Figures
import Foundation
import Notebook
import Synchronization
import Tensors
import Text
import Training
import Vision

// *Transformed tuples* take several pipelines. Each gets the same raw item, here the file, and goes its own way; what
// comes out is a tuple with a part for each. (The book's `Datasets`. A transformed list has one pipeline, and is right
// where that makes the tuple already; section 11.7 has such a case.) `reviewTuples` are the reviews of this run:

extension DataPipelines {
    /// Reviews and what they say of the film. (The book's `dsets`.)
    var reviewTuples: TransformedTuples<URL, [Int], Int> {
        get throws {
            try run.once {
                try TransformedTuples(
                    try reviewFiles, splits: try splitByFolder,
                    Pipeline {
                        ReadText()
                        Tokenizer()
                        Numericalize()
                    },
                    Pipeline {
                        parentFolder
                        Categorize()
                    })
            }
        }
    }

    func twoPipelines() throws {
        let sets = try reviewTuples
        let (x, y) = try sets.valid[0]
        show(
            x.prefix(20).map(\.description).joined(separator: " "),
            "the first validation input, its first 20 numbers")
        show(y, "its target")
        // For people, every part goes back by its own way until it can be read:
        try show(sets.valid, at: 0, "the first validation item")
        record(
            "tuples/parts-that-are-shown", try sets.shown((x, y)).count,
            ask: "Two pipelines, and both have a way back to a text. How many things is one shown of an item?")
        record("tuples/items-to-learn-from", sets.train.count, book: 25_000, differs: whyOthers)
        record("tuples/items-to-check-with", sets.valid.count, book: 25_000, differs: whyOthers)
    }

    func threeHooks() throws {
        // From here to batches there are three places to step in. What is done after an item is fetched happens to
        // each by itself; what is done before a batch happens to the items of a batch together, while they are still
        // a list; what is done after a batch gets tensors. A data block calls the first and the last `item` and
        // `batch`. Let each of them say how often it is called, for four items in batches of two:
        let calls = Calls()
        var random = run.random
        let list = try TransformedList([1, 2, 3, 4, 5], splits: ([4], [0, 1, 2, 3])) {
            calls.noting("item made", Int.self)
        }
        let loaders = try list.loading
            .afterItem(calls.noting("after item", Int.self))
            .beforeBatch { items in calls.note("before batch", items) }
            .batched()
            .afterBatch(calls.noting("after batch", IntTensor.self))
            .loaders(batchSize: 2, using: &random)
        let batches = Array(loaders.valid)
        var table = TextTable(["what", "calls", "gets"])
        for (name, type) in [
            ("item made", "Int"), ("after item", "Int"), ("before batch", "[Int]"), ("after batch", "IntTensor"),
        ] { table.add(name, calls.count(name), type) }
        show(table, "Four items in two batches")
        show(batches.map { "\($0.scalars)" }.joined(separator: " and "), "the batches")
        show(
            calls.count("before batch"), "calls of the hook before a batch",
            ask: "Four items come in batches of two. How often is the hook before a batch called?")
    }
}

// MARK: Helpers

/// Counts how often it is called, from any thread.
private final class Calls: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    func note<Value>(_ name: String, _ value: Value) -> Value {
        counts.withLock { $0[name, default: 0] += 1 }
        return value
    }

    func noting<Value>(_ name: String, _ type: Value.Type) -> FunctionTransform<Value, Value> {
        FunctionTransform { [self] value in note(name, value) }
    }

    func count(_ name: String) -> Int { counts.withLock { $0[name] ?? 0 } }
}
