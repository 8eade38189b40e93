// The pictures of a run without data, as files in the layout of a real data set: scenes and digits from a seed. Real
// data are not all alike, and neither are the scenes: they differ in size and shape, and a few are grey or have
// opacity.

import Common
import Datasets
import Foundation
import Notebook

/// Writes generated pictures into the folder of a chapter's own files.
struct GeneratedPictures: Sendable {
    private let seed: UInt64
    private let ownFiles: OwnFiles
    private let scenes, digits: (train: Int, valid: Int)

    init(_ run: Run, in ownFiles: OwnFiles) {
        (seed, self.ownFiles) = (run.seed, ownFiles)
        scenes = run.size(quick: (140, 60), usual: (4000, 800), full: (9469, 3925))
        digits = run.size(quick: (20, 10), usual: (1000, 200), full: (6000, 1000))
    }

    /// Ten classes of scenes: train/cat/cat_4.png … and valid/cat/cat_4.png …
    func writeScenes() throws -> URL {
        let place = try ownFiles.folder().appending(path: "generated-scenes")
        removeAll(place)
        try SceneFiles(.classFolders, train: scenes.train, valid: scenes.valid, seed: seed).write(to: place)
        return place
    }

    /// As many threes and sevens, grey, 28 × 28: train/3/4.png …
    func writeDigits() throws -> URL {
        let place = try ownFiles.folder().appending(path: "generated-digits")
        removeAll(place)
        try DigitImages.generated(train: digits.train, valid: digits.valid, seed: seed).write(to: place)
        return place
    }
}
