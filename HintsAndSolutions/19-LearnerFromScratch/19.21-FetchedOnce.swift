// Nudge: Two things must be known of every item: is it there, and is somebody fetching it? Both belong behind a door.
// Idea: A class with an `NSCondition`, as in `Workshop`. Whoever finds that an item is being fetched waits, and looks
//   again after each broadcast. The fetching itself happens outside of the door.
// Almost: A dictionary from an index to one of `.fetching` and `.done(Result<(x: Tensor, y: Int), any Error>)`. After a
//   failure, those who waited must still get the error: let every attempt be an object of its own that they hold on to,
//   and take it out of the dictionary when it has failed.

import Chapter19
import Foundation
import Tensors

public func fetchedOnce(_ dataset: any Dataset) throws -> any Dataset { FetchedOnce(dataset) }

private final class FetchedOnce: Dataset, @unchecked Sendable {
    /// One attempt to get an item; nil while it goes on.
    private final class Attempt { var result: Result<(x: Tensor, y: Int), any Error>? }

    private let dataset: any Dataset
    private let door = NSCondition()
    private var attempts: [Int: Attempt] = [:]

    init(_ dataset: any Dataset) { self.dataset = dataset }

    var count: Int { dataset.count }

    subscript(index: Int) -> (x: Tensor, y: Int) {
        get throws {
            door.lock()
            defer { door.unlock() }
            if let attempt = attempts[index] {
                while attempt.result == nil { door.wait() }
                if let result = attempt.result { return try result.get() }
            }
            let attempt = Attempt()
            attempts[index] = attempt
            door.unlock()
            let result = Result { try dataset[index] }
            door.lock()
            attempt.result = result
            if case .failure = result { attempts[index] = nil }
            door.broadcast()
            return try result.get()
        }
    }
}
