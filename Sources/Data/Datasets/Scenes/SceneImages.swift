// What a chapter asks for: scenes for training and scenes for validation, in memory or as a folder of files.
//
//     run.data(.folder("imagenette2-160"), standIn: "generated scenes") {
//         try SceneFiles(.classFolders, train: 5000, valid: 1000).cached()
//     }

import Common
import Foundation
import Tensors

/// Scenes for training, and scenes for validation.
public struct SceneImages: Sendable {
    /// What every table that rests on these images has to name.
    public let origin: String
    public let train: GeneratedScenes
    public let valid: GeneratedScenes

    /// - Parameters: as for ``GeneratedScenes``; `train` and `valid` are numbers of scenes.
    /// - Throws: `DatasetError` when there are no such scenes.
    public static func generated(
        train: Int = 5000, valid: Int = 1000, size: Int = 64, classes: [SceneClass] = SceneClass.allCases,
        objects: ClosedRange<Int> = 1...1, seed: UInt64 = 42
    ) throws(DatasetError) -> SceneImages {
        func scenes(_ count: Int, _ part: ScenePart) throws(DatasetError) -> GeneratedScenes {
            try GeneratedScenes(count: count, size: size, classes: classes, objects: objects, part: part, seed: seed)
        }
        return SceneImages(
            origin: "generated scenes", train: try scenes(train, .train), valid: try scenes(valid, .valid))
    }
}

extension DataCandidate<URL> {
    /// A data set that the chapter reads from its folder by itself.
    public static func folder(_ name: String) -> Self { Self(name) { $0 } }
}

extension SceneFiles {
    /// The same files in a folder of the cache, which is written when it is first asked for: the stand-in for a data
    /// set that is a folder.
    /// - Throws: `DatasetError` when the folder cannot be written.
    public func cached(in cache: URL = DataLocator().cache) throws -> URL {
        let folder = cache.appendingPathComponent("generated/" + key, isDirectory: true)
        if isFolder(folder) { return folder }
        do {
            try write(to: folder)
        } catch {
            // Another program may have been faster.
            guard isFolder(folder) else { throw error }
        }
        return folder
    }

    /// All that the files depend on.
    private var key: String {
        let names = classes == SceneClass.allCases ? [] : classes.map(\.name)
        let numbers = [GeneratedScenes.version, train, valid, size, objects.lowerBound, objects.upperBound]
        let words = ["scenes", "\(layout)"] + numbers.map(String.init) + [areMixed ? "mixed" : "alike", "\(seed)"]
        return (words + names).joined(separator: "-")
    }
}
