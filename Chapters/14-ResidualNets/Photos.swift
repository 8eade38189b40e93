// Photographs in files, some of which may be broken.

import Common
import Datasets
import Figures
import Foundation
import Tensors

/// A photograph from a file: PNG or JPEG, by what it holds and not by what it is called.
/// - Parameter side: how many pixels its shorter side needs at least, if it has as many. More may be left out, to be
///   quick.
/// - Throws: `FigureError`, which names the file.
func photo(_ file: URL, atLeast side: Int? = nil) throws -> Raster { try Raster(picture: file, atLeast: side) }

/// Photographs of a folder, and what is wrong with those that could not be read.
struct ReadPhotos {
    /// All of those that could be read, in the order asked for [n, …].
    let bytes: ByteTensor
    /// Of those that could be read.
    let labels: [Int]
    /// A sentence for each of the others, which names the file.
    let problems: [String]

    /// Reads photographs. One that is broken is passed over: it should not cost a reader the other thousands.
    /// - Parameters:
    ///   - chosen: which of the folder's files.
    ///   - side: how many pixels the shorter side of each needs.
    ///   - prepare: makes what is kept of each, always of the same shape.
    /// - Throws: `DatasetError` if there is a class of which no photograph can be read.
    init(of folder: ImageFolder, _ chosen: [Int], atLeast side: Int, prepare: (Raster) throws -> ByteTensor) throws {
        var (all, labels, problems) = ([ByteTensor](), [Int](), [String]())
        for place in chosen {
            do {
                all.append(try prepare(try photo(folder.files[place], atLeast: side)))
                labels.append(folder.labels[place])
            } catch { problems.append(sentence(for: error)) }
        }
        let readable = Set(labels)
        if let lost = chosen.first(where: { !readable.contains(folder.labels[$0]) }) {
            let name = folder.classes[folder.labels[lost]]
            let path = folder.url.appending(path: name).path
            throw DatasetError(
                path,
                "none of the pictures in it can be read. The first: "
                    + (problems.first { $0.contains(path) } ?? problems[0]),
                try: "fetch or unpack the folder again, or remove it")
        }
        (bytes, self.labels, self.problems) = (.stack(all), labels, problems)
    }

    /// What a reader should know, in one line; nil if all is well.
    var notice: String? { noticeOfUnreadable(problems) }
}

/// How many pictures were passed over, and which; nil for none.
func noticeOfUnreadable(_ problems: [String]) -> String? {
    if problems.isEmpty { return nil }
    let more = problems.count > 3 ? "\n  and \(problems.count - 3) more" : ""
    return "passed over, since they cannot be read: \(counted(problems.count, "picture"))\n  "
        + problems.prefix(3).joined(separator: "\n  ") + more
}
