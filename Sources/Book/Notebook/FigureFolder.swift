// Figures land in one folder, `Output/ch04` unless told otherwise. Their names come from the section, the figure's turn
// in it and its caption, so that the same run gives the same names, and a section that runs alone gives its own again:
//
//     02-03-the-ideal-3.png

import Common
import Figures
import Foundation

/// The folder of a run's figures. It is made when the first figure arrives.
struct FigureFolder: Sendable {
    let url: URL
    private var temporary: TemporaryFolder?

    init(url: URL) { self.url = url }

    /// A folder that is removed with the last copy of this value.
    static func temporary() -> FigureFolder {
        let folder = TemporaryFolder()
        var figures = FigureFolder(url: folder.url)
        figures.temporary = folder
        return figures
    }

    /// The folder as a reader would type it: relative when it is under the current folder.
    var displayPath: String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return url.path.hasPrefix(here) ? String(url.path.dropFirst(here.count)) : url.path
    }

    /// The name of the figure that comes `turn`-th in `section`, both counted from 1.
    static func fileName(section: Int, turn: Int, caption: String, fileExtension: String) -> String {
        let parts = [twoDigits(section), twoDigits(turn), slug(caption)]
        return parts.filter { !$0.isEmpty }.joined(separator: "-") + "." + fileExtension
    }

    /// Writes the figure's file, whole or not at all.
    func write(_ figure: some Figure, as name: String) throws {
        let file = url.appendingPathComponent(name)
        let data: Data
        do { data = try figure.fileData() } catch {
            throw Refusal("figure \(file.path) cannot be written: \(sentence(for: error))")
        }
        try makeFolder(url)
        try writeWhole(data, to: file)
    }
}

/// A caption as part of a file name or of a record's name: lower-case letters and digits joined by hyphens, cut between
/// words.
///
///     slug("The ideal 3: blurry, où?")  // "the-ideal-3-blurry-ou"
public func slug(_ caption: String, limit: Int = 48) -> String {
    let plain = caption.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars
        .filter { !$0.properties.isDiacritic && $0.properties.canonicalCombiningClass == .notReordered }
    let words = String(String.UnicodeScalarView(plain)).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var result = ""
    for word in words {
        let longer = result.isEmpty ? String(word) : result + "-" + word
        if longer.count > limit { break }
        result = longer
    }
    return result
}
