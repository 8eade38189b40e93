// ImageNet's folders are called by numbers, n01443537 and the like. What they stand for, a file `words.txt` beside the
// pictures may say; Imagenette's ten are known without one.

import Common
import Foundation

/// What the folders of classes stand for, for people: by the first word of each line in a `words.txt` (the number, a
/// tab, the name), else by what is known of Imagenette. Folders that neither names keep their names.
/// - Parameter folder: where `words.txt` may be.
/// - Throws: `DatasetError`, which names the file, if it cannot be read.
public func namesOfClasses(_ folders: [String], in folder: URL) throws -> [String] {
    let file = folder.appending(path: "words.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return folders.map { imagenette[$0] ?? $0 } }
    let bytes = try readData(file) { DatasetError(file.path, $0) }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let names = lines.compactMap { line -> (String, String)? in
        let parts = line.split(separator: "\t")
        guard parts.count == 2, let name = parts[1].split(separator: ",").first else { return nil }
        return (String(parts[0]), trimmed(name))
    }
    let known = Dictionary(names) { first, _ in first }
    return folders.map { known[$0] ?? $0 }
}

private let imagenette = [
    "n01440764": "tench", "n02102040": "English springer", "n02979186": "cassette player", "n03000684": "chain saw",
    "n03028079": "church", "n03394916": "French horn", "n03417042": "garbage truck", "n03425413": "gas pump",
    "n03445777": "golf ball", "n03888257": "parachute",
]
