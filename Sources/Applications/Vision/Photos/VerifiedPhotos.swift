// # Looking at every file before training
//
//     let photos = VerifiedPhotos(try photoFiles(in: folder))
//     print(photos)                        // 160 photos, and 2 files that cannot be read: …
//     train(on: photos.readable)
//
// One broken file among thousands would end a training after an hour. So all are looked at first: whole, to the last
// pixel, but decoded small, which is several times as fast as reading them to train.

import Common
import Foundation
import Kernels
import Tensors

/// Files that are photos, and files that are not. (The book's `verify_images`.)
public struct VerifiedPhotos: Sendable, CustomStringConvertible {
    /// The photos, in the order given.
    public let readable: [URL]
    /// What is wrong with each of the others, in the order given.
    public let problems: [PhotoProblem]

    /// Looks at files on all cores.
    public init(_ files: [URL]) {
        let found = Problems(count: files.count)
        parallelFor(files.count, grain: 4) { block in
            for i in block { found.problems[i] = problem(of: files[i]) }
        }
        readable = files.indices.filter { found.problems[$0] == nil }.map { files[$0] }
        problems = files.indices.compactMap { found.problems[$0] }
    }

    /// How many photos there are, and what is wrong with the first files that are none.
    public var description: String {
        let count = counted(readable.count, "photo")
        guard !problems.isEmpty else { return count }
        let some = problems.prefix(5).map { "\n  \($0.file): \($0.problem)" }.joined()
        let rest = problems.count > 5 ? "\n  and \(problems.count - 5) more" : ""
        return "\(count), and \(problems.count) file\(problems.count == 1 ? "" : "s") that cannot be read:" + some
            + rest
    }
}

/// A place for each file, which one thread alone writes.
private final class Problems: @unchecked Sendable {
    let problems: UnsafeMutableBufferPointer<PhotoProblem?>

    init(count: Int) {
        problems = .allocate(capacity: count)
        problems.initialize(repeating: nil)
    }

    deinit {
        problems.deinitialize()
        problems.deallocate()
    }
}

private func problem(of file: URL) -> PhotoProblem? {
    do {
        _ = try file.opened().photo(atLeast: 1)
        return nil
    } catch { return error as? PhotoProblem ?? PhotoProblem(file.path, "\(error)") }
}
