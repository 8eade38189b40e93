// `swift run ch02 --photos FOLDER`: what is in a folder of your own, told in the words of section 2.2. Nothing is
// changed.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

extension ModelToProduction {
    static let photosTool = Tool(
        option: "--photos",
        help:
            "--photos FOLDER: what is in a folder of your photos: files that are none, kinds, sizes, twins (section 2.2)"
    ) { arguments in
        guard arguments.count == 1, !arguments[0].hasPrefix("-") else {
            let other = arguments.first { $0.hasPrefix("-") }.map { " (and without \($0), which it does not know)" }
            throw Refusal(
                "--photos: name one folder after it, which has a folder for each kind of photos\(other ?? "")")
        }
        let folder = URL(filePath: (arguments[0] as NSString).expandingTildeInPath)
        Console.standard.say(try folderReport(folder))
    }

    /// What section 2.2 finds out about a folder of photos.
    /// - Throws: `PhotoProblem`, which names the folder, if there is none, or no photo in it.
    static func folderReport(_ folder: URL) throws -> String {
        let verified = VerifiedPhotos(try photoFiles(in: folder))
        let files = verified.readable
        let sizes = try files.map { try $0.opened().size }
        var table = TextTable(["kind", "photos", "smallest side", "largest side"])
        for kind in Set(files.map(parentFolder)).sorted() {
            let own = files.indices.filter { parentFolder(files[$0]) == kind }.map { sizes[$0] }
            table.add(
                kind, own.count, own.map { min($0.height, $0.width) }.min(), own.map { max($0.height, $0.width) }.max())
        }
        let found = twins(try files.map { try pictureHash($0) })
        let pairs = found.prefix(20).map { pair in
            [pair.first, pair.second].map { folder.shortening(files[$0].path) }.joined(separator: " and ")
        }
        let rest = found.count > 20 ? ["and \(found.count - 20) more pairs"] : []
        let report = folder.shortening("\(verified)")
        if files.isEmpty { return report }
        return (["\(table)", report, "\(counted(found.count, "pair")) that look the same"] + pairs + rest).joined(
            separator: "\n")
    }
}
