// Photos from files: the one place of this chapter that knows what is in them. Among thousands of photos one is always
// broken; it is named, counted and passed over.

import Common
import Datasets
import Figures
import Foundation
import Tensors

/// How the names of photos end.
private let photoEndings = ["png", "jpg", "jpeg"]

/// Whether a file is a photo, by its name.
func isPhoto(_ name: String) -> Bool {
    !name.hasPrefix(".") && photoEndings.contains((name as NSString).pathExtension.lowercased())
}

/// The names of the photos in a folder, sorted; none if there is no such folder.
/// - Throws: `DatasetError`, which names a folder that cannot be read.
func photoNames(in folder: URL) throws -> [String] {
    guard isFolder(folder) else { return [] }
    return try entries(of: folder.path) { DatasetError($0, $1) }.map(\.name).filter(isPhoto).sorted()
}

/// A photo: PNG or JPEG, by what is in the file, whatever its name. A large JPEG is decoded small, since a small square
/// is all that becomes of it.
/// - Throws: `FigureError`, which names the file.
public func readPhoto(_ file: URL) throws -> Raster { try Raster(picture: file, atLeast: 2 * PictureSet.side) }

/// Photos that could be read, as squares of one size.
public struct Photos {
    /// [n, side, side, 3]
    public let bytes: ByteTensor
    /// Which of the files each of them is.
    public let places: [Int]
    /// What was wrong with the others, file by file.
    public let problems: [String]
}

/// Reads photos of any size.
/// - Throws: `DatasetError` that names the first file, when none of them can be read.
public func readPhotos(_ files: [URL], side: Int) throws -> Photos {
    var (squares, places, problems): ([ByteTensor], [Int], [String]) = ([], [], [])
    for (place, file) in files.enumerated() {
        do {
            let square = prepared(try readPhoto(file), side: side)
            squares.append(ByteTensor((255 * square).rounded().permuted(1, 2, 0)).unsqueezed(0))
            places.append(place)
        } catch {
            problems.append(sentence(for: error))
        }
    }
    guard !squares.isEmpty else {
        let folder = files.first?.deletingLastPathComponent().path ?? "the data set"
        let all = files.isEmpty ? "there are no photos" : "none of \(counted(files.count, "photo")) can be read"
        throw DatasetError(
            folder, all + (problems.first.map { "; the first: \($0)" } ?? ""), try: "photos in JPEG or PNG")
    }
    return Photos(bytes: .cat(squares), places: places, problems: problems)
}
