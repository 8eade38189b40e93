// Datasets, files and threads that the tests of sections 19.1 to 19.4 need.

import Chapter19
import Figures
import Foundation
import Tensors

/// Item i is the number i, and so is its class.
struct Numbers: Dataset {
    let count: Int
    subscript(index: Int) -> (x: Tensor, y: Int) { (Tensor([Float(index), 0.5]), index) }
}

/// The same, but for one item, which cannot be had.
struct NumbersWithout: Dataset {
    struct Missing: Error, Equatable { let item: Int }

    let count: Int
    let missing: Set<Int>
    subscript(index: Int) -> (x: Tensor, y: Int) {
        get throws {
            if missing.contains(index) { throw Missing(item: index) }
            return (Tensor([Float(index)]), index)
        }
    }
}

/// Black squares of these sides, grey ones without an axis for the channels.
struct Mixed: Dataset {
    let sides: [Int]
    let isGrey: [Bool]
    var count: Int { sides.count }
    subscript(index: Int) -> (x: Tensor, y: Int) {
        (.zeros([sides[index], sides[index]] + (isGrey[index] ? [] : [3])), 0)
    }
}

/// Which jobs have begun, for jobs that wait for one another.
final class Begun: @unchecked Sendable {
    private let condition = NSCondition()
    private var begun: Set<Int> = []
    private let jobs: Int

    init(jobs: Int) { self.jobs = jobs }

    func begin(_ job: Int) {
        condition.lock()
        begun.insert(job)
        condition.broadcast()
        condition.unlock()
    }

    func wait(for job: Int) {
        condition.lock()
        while job < jobs, !begun.contains(job) { condition.wait() }
        condition.unlock()
    }

    /// How many have begun.
    var count: Int { condition.withLock { begun.count } }
}

/// Makes empty files, and the folders that they are in.
func touch(_ paths: String..., in folder: URL) throws {
    for path in paths {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: file)
    }
}

/// Writes pictures of 8 × 8 pixels as train/NAME/0.png …, each of one colour, and returns their files.
func writePictures(_ names: [String], each count: Int, in folder: URL, part: String = "train") throws -> [URL] {
    try names.enumerated().flatMap { label, name -> [URL] in
        let place = folder.appending(path: "\(part)/\(name)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return try (0..<count).map { number in
            let file = place.appending(path: "\(number).png")
            let pixels = (0..<64).flatMap { _ -> [UInt8] in [UInt8(label), UInt8(number), 255] }
            try Raster(width: 8, height: 8, channels: 3, pixels: pixels).pngData().write(to: file)
            return file
        }
    }
}
