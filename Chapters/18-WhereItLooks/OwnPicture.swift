// `swift run ch18 --image FILE`: an option that the other chapters do not have.

import Common
import Foundation
import Notebook

extension WhereItLooks {
    /// Runs the chapter as a program that also understands `--image FILE`.
    public static func mainWithPicture() {
        do {
            let (picture, others) = try imageOption(in: Array(CommandLine.arguments.dropFirst()))
            $ownPicture.withValue(picture) { main(others) }
        } catch {
            warn("ch18: \(sentence(for: error))")
            exit(64)
        }
    }

    /// The file of `--image FILE` or `--image=FILE`, and the other arguments.
    /// - Throws: `Refusal` when the option has no file, comes twice, or its file does not exist.
    public static func imageOption(in arguments: [String]) throws -> (picture: URL?, others: [String]) {
        var (names, others): ([String], [String]) = ([], [])
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--image" {
                guard let name = rest.popFirst() else { throw Refusal("--image: name a PNG file after it") }
                names.append(name)
            } else if argument.hasPrefix("--image=") {
                names.append(String(argument.dropFirst("--image=".count)))
            } else {
                others.append(argument)
            }
        }
        guard names.count < 2 else { throw Refusal("--image: one picture at a time, not \(names.count)") }
        let picture = names.first.map { URL(filePath: ($0 as NSString).expandingTildeInPath) }
        if let picture, !FileManager.default.fileExists(atPath: picture.path) {
            throw Refusal("--image \(names[0]): there is no such file")
        }
        return (picture, others)
    }
}
