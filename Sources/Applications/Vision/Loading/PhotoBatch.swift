// Photos that are made at once, without an epoch: to predict.

import Foundation
import Kernels
import Tensors

/// Photos that are made at once.
struct PhotoBatch {
    private let items: PhotoItems<Int>

    init(_ photos: [any PhotoSource], _ pipeline: PhotoPipeline) {
        items = PhotoItems(photos, photos.map { _ in 0 }, pipeline)
    }

    /// The pictures [n, 3, h, w], as in validation.
    /// - Throws: ``PhotoProblem``, which names the first photo that cannot be read.
    func picturesOnAllThreads() throws -> NDArray<Float> {
        let batch = PictureBatch(items.count, items.pipeline.size)
        let failures = Failures()
        parallelFor(items.count) { block in
            for i in block {
                do { _ = try items.make(i, seed: nil, slot: i, of: batch) } catch { failures.add(error, at: i) }
            }
        }
        if let failure = failures.first { throw failure }
        return try batch.pictures()
    }
}

/// The errors of several threads, of which that of the first item counts.
private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var earliest: (place: Int, error: any Error)?

    var first: (any Error)? { lock.withLock { earliest?.error } }

    func add(_ error: any Error, at place: Int) {
        lock.withLock { if place < earliest?.place ?? .max { earliest = (place, error) } }
    }
}
