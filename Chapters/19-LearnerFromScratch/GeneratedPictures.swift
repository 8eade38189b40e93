// The pictures of a run without data, as files in the layout of a real data set: scenes and digits from a seed.
//
// Real data are not all alike. So a few of the scenes are grey, a few have a fourth channel, and they come in three
// sizes. All of them have to be opened, converted and resized, as real ones have.

import Datasets
import Foundation
import Notebook
import Tensors

/// Writes generated pictures into the folder of a run's figures. The folder's name says what is in it, so what a run
/// finds there of another is the same, to the last byte.
struct GeneratedPictures: Sendable {
    private let seed: UInt64
    private let folder: URL
    /// How many pictures of each class.
    private let scenes, digits: (train: Int, valid: Int)

    init(_ run: Run) {
        (seed, folder) = (run.seed, run.figureFolder)
        scenes = run.size(quick: (16, 6), usual: (300, 60), full: (950, 390))
        digits = run.size(quick: (20, 10), usual: (1000, 200), full: (6000, 1000))
    }

    /// Ten classes of scenes: train/cat/0004.png … and valid/cat/0004.png …
    func writeScenes() throws -> URL {
        let place = folder.appending(path: "generated-scenes-\(scenes.train)-\(scenes.valid)-\(seed)")
        for (part, each) in [(ScenePart.train, scenes.train), (.valid, scenes.valid)] {
            let all = try GeneratedScenes(count: each * SceneClass.allCases.count, size: 72, part: part, seed: seed)
            try write(all.count, below: place) { number in
                let name = all.objects[number].first?.kind.name ?? "nothing"
                return ("\(part.rawValue)/\(name)/\(fourDigits(number)).png", asOddAsReal(all.images[number], number))
            }
        }
        return place
    }

    /// Threes and sevens, grey, 28 × 28: train/3/0004.png …
    func writeDigits() throws -> URL {
        let place = folder.appending(path: "generated-digits-\(digits.train)-\(digits.valid)-\(seed)")
        let all = DigitImages.generated(train: digits.train, valid: digits.valid, seed: seed)
        for (part, some) in [("train", all.train), ("valid", all.valid)] {
            try write(some.count, below: place) { number in
                ("\(part)/\(some.labels[number])/\(fourDigits(number)).png", some.images[number])
            }
        }
        return place
    }

    /// Writes pictures, in several threads.
    private func write(
        _ count: Int, below place: URL, _ make: @escaping @Sendable (Int) throws -> (path: String, image: ByteTensor)
    ) throws {
        try inOrder(count, workers: usualWorkers) { number in
            let (path, image) = try make(number)
            let file = place.appending(path: path)
            try FileManager.default.createDirectory(at: file.parent, withIntermediateDirectories: true)
            try pngFile(of: image).write(to: file)
        } then: { _, _ in
        }
    }
}

/// A scene in one of three sizes; every 23rd is grey, every 29th has opacity.
private func asOddAsReal(_ scene: ByteTensor, _ number: Int) -> ByteTensor {
    let cut: ByteTensor =
        switch number % 7 {
        case 0: scene[4..<68]
        case 1: scene[0..., 4..<68]
        default: scene
        }
    if number % 23 == 5 { return cut[0..., 0..., 1] }
    if number % 29 == 7 {
        let opaque = ByteTensor(repeating: 255, shape: Array(cut.shape.dropLast()) + [1])
        return ByteTensor.cat([cut, opaque], axis: 2)
    }
    return cut
}

private func fourDigits(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
}
